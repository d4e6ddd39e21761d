import { expect } from 'playwright/test'
import { test as base } from '../browsers/any-engine'
import { startTripwire } from './tripwire'
import { startConsoleServer } from './console-server'
import { startUpstream } from './upstream/start-upstream'

/** What no answer may show; the word in their middle is what is looked for. */
export const typedToken = 'qov_tripwire-typed-f3b1c5d27a'
export const heldToken = 'qov_tripwire-held-90ce6b1d4f'
export const startSecret = 'start-secret-tripwire-0123456789abcdef'

/** A console, what it forwards to, and what it must never touch. */
export type Testbed = Awaited<ReturnType<typeof startTestbed>>

const startTestbed = async (settings: (upstream: string) => Record<string, string>) => {
  const [upstream, tripwire] = await Promise.all([startUpstream(), startTripwire()])
  const server = await startConsoleServer(settings(upstream.origin))
  const port = Number(new URL(server.url).port)
  return {
    upstream,
    tripwire,
    server,
    port,
    host: `127.0.0.1:${port}`,
    close: async () => {
      await server.dispose()
      await Promise.all([upstream.close(), tripwire.close()])
    },
  }
}

/** What holds at any time, whatever was sent before. */
const expectUnharmed = ({ upstream, tripwire, server }: Testbed) => {
  expect(tripwire.touches, 'what reached the tripwire').toEqual([])
  const unknown = upstream.requests.filter(({ operation }) => operation === undefined)
  expect(unknown, 'requests to Qovery that are no known call').toEqual([])
  const written = server.output.stdout + server.output.stderr
  expect(written, 'what the server wrote').not.toContain('tripwire-typed')
  expect(written, 'what the server wrote').not.toContain('tripwire-held')
  expect(written, 'what the server wrote').not.toContain('start-secret-tripwire')
}

interface Testbeds {
  /** Live mode; the page holds the token. */
  live: Testbed
  /** Live mode; the server holds the token. */
  held: Testbed
  /** No upstream: the sandbox answers. Its stand-in and its tripwire just listen. */
  sandbox: Testbed
}

const startTestbeds = async (): Promise<Testbeds> => {
  const [live, held, sandbox] = await Promise.all([
    startTestbed((origin) => ({ QOVERY_API_URL: origin })),
    startTestbed((origin) => ({
      QOVERY_API_URL: origin,
      QOVERY_API_TOKEN: heldToken,
      CONSOLE_START_SECRET: startSecret,
    })),
    startTestbed(() => ({})),
  ])
  return { live, held, sandbox }
}

interface EachTest {
  /** Starts each test with a fresh upstream, and looks for harm at its end. */
  unharmed: undefined
}

/** A test with consoles that all tests of one worker share. */
export const test = base.extend<EachTest, { testbeds: Testbeds }>({
  testbeds: [
    async ({}, use) => {
      const testbeds = await startTestbeds()
      await use(testbeds)
      await Promise.all(Object.values(testbeds).map(({ close }: Testbed) => close()))
    },
    { scope: 'worker' },
  ],
  unharmed: [
    async ({ testbeds, pageGuard }, use) => {
      const all: Testbed[] = Object.values(testbeds)
      for (const { server } of all) pageGuard.allowOrigin(server.url)
      for (const { upstream } of all) upstream.reset()
      await use(undefined)
      for (const testbed of all) expectUnharmed(testbed)
    },
    { auto: true },
  ],
})
