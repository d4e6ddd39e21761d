import { test as base } from '../browsers/any-engine'
import { startConsoleServer, type ConsoleServer } from './console-server'

interface Fixtures {
  /** Settings of the server as environment variables; set with `test.use`. */
  consoleSettings: Record<string, string>
  /** A server of this test's own, seeded afresh. */
  consoleServer: ConsoleServer
}

/** A test with a server of its own; `page.goto('/')` opens it. */
export const test = base.extend<Fixtures>({
  consoleSettings: [{}, { option: true }],
  consoleServer: async ({ consoleSettings, pageGuard }, use) => {
    const server = await startConsoleServer(consoleSettings)
    pageGuard.allowOrigin(server.url)
    await use(server)
    await server.dispose()
  },
  baseURL: async ({ consoleServer }, use) => {
    await use(consoleServer.url)
  },
})
