import { test as base } from '../browsers/any-engine'
import { startConsoleServer, type ConsoleServer } from './console-server'

interface EachTest {
  /** Settings of the server as environment variables; set with `test.use`. */
  consoleSettings: Record<string, string>
  /** A server of this test's own, seeded afresh. */
  consoleServer: ConsoleServer
}

interface EachWorker {
  /** A port for the servers of a worker's tests, one after the other: a browser has the code of an origin it knows. */
  knownPort: { port: string }
}

/** A test with a server of its own; `page.goto('/')` opens it. */
export const test = base.extend<EachTest, EachWorker>({
  consoleSettings: [{}, { option: true }],
  knownPort: [async ({}, use) => use({ port: '0' }), { scope: 'worker' }],
  consoleServer: async ({ consoleSettings, knownPort, pageGuard }, use) => {
    const start = (port: string) => startConsoleServer({ PORT: port, ...consoleSettings })
    // In the moment between two servers, somebody else may have taken it.
    const server = await start(knownPort.port).catch(() => start('0'))
    knownPort.port = new URL(server.url).port
    pageGuard.allowOrigin(server.url)
    await use(server)
    await server.dispose()
  },
  baseURL: async ({ consoleServer }, use) => {
    await use(consoleServer.url)
  },
})
