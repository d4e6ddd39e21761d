import { test as base } from './any-engine'
import { startConsoleServer, type ConsoleServer } from './console-server'
import { guardPages, type PageGuard } from './page-guard'

interface Fixtures {
  /** Settings of the server as environment variables; set with `test.use`. */
  consoleSettings: Record<string, string>
  /** A server of this test's own, seeded afresh. */
  consoleServer: ConsoleServer
  /** Watches every page of the test, and fails it at its end. */
  pageGuard: PageGuard
}

/** A test with a server of its own; `page.goto('/')` opens it. */
export const test = base.extend<Fixtures>({
  consoleSettings: [{}, { option: true }],
  consoleServer: async ({ consoleSettings }, use) => {
    const server = await startConsoleServer(consoleSettings)
    await use(server)
    await server.dispose()
  },
  baseURL: async ({ consoleServer }, use) => {
    await use(consoleServer.url)
  },
  pageGuard: [
    async ({ context, consoleServer }, use) => {
      const guard = await guardPages(context, consoleServer.url)
      await use(guard)
      guard.expectClean()
    },
    { auto: true },
  ],
})
