import { test as base } from 'playwright/test'
import { startConsoleServer, type ConsoleServer } from '../servers/console-server'
import { startFixtureHost, type FixtureHost } from './fixture-host'

interface Sites {
  /** The built console with the sandbox's own few secrets. */
  small: ConsoleServer
  /** The same with 10,000 secrets more in one project. */
  large: ConsoleServer
  /** The same with 40 environments and 500 services more in that project. */
  wide: ConsoleServer
  /** The prescribed libraries and a form, nothing else, drawn by its script. */
  floor: FixtureHost
  /** The same form in static HTML and plain JavaScript: the limit. */
  plain: FixtureHost
}

const consoleServer =
  (settings: Record<string, string>) =>
  async ({}: object, use: (server: ConsoleServer) => Promise<void>) => {
    const server = await startConsoleServer(settings)
    await use(server)
    await server.dispose()
  }

const fixtureHost =
  (name: 'floor' | 'plain') =>
  async ({ small }: Pick<Sites, 'small'>, use: (host: FixtureHost) => Promise<void>) => {
    const host = await startFixtureHost(name, small.url)
    await use(host)
    host.close()
  }

/** A benchmark with what it is measured against; each is started once, when it is first asked for. */
export const test = base.extend<object, Sites>({
  small: [consoleServer({}), { scope: 'worker' }],
  large: [consoleServer({ SANDBOX_SECRETS: '10000' }), { scope: 'worker' }],
  wide: [
    consoleServer({ SANDBOX_ENVIRONMENTS: '40', SANDBOX_SERVICES: '500' }),
    { scope: 'worker' },
  ],
  floor: [fixtureHost('floor'), { scope: 'worker' }],
  plain: [fixtureHost('plain'), { scope: 'worker' }],
})

/** The project of the sandbox that holds what is added at scale, and one in the middle of the 10,000 secrets. */
export const largeProject = '0211a0bc-3ea1-42d4-a114-84875613268f'
export const generatedSecret = '00000000-0000-4000-8000-000000001388'
