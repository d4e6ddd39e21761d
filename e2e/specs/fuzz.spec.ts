import { randomInt } from 'node:crypto'
import { expect, test } from 'playwright/test'
import { callApi } from '../http/call-api'
import { startConsoleServer, type ConsoleServer } from '../servers/console-server'
import { expectedHeaders } from '../http/expected-headers'
import { runFuzzClient } from '../http/fuzz-client'
import { createFuzzInputs } from '../http/fuzz-input'
import { seededRandom } from './seeded-random'
import { startUpstream } from '../servers/upstream/start-upstream'

const batches = 25
const clients = 25
const seed = Number(process.env['SEED'] ?? randomInt(2 ** 31))

/** Whether an ordinary client is served, on connections of its own. */
const expectServed = async ({ url }: ConsoleServer) => {
  expect((await fetch(url, { headers: { connection: 'close' } })).status).toBe(200)
  const { port } = new URL(url)
  expect((await callApi(Number(port), { path: '/organization' })).status).toBe(200)
}

/** Holds the first answer, if its head came whole, to the policy of all. */
const expectPolicy = (text: string) => {
  const final = text.replace(/^HTTP\/1\.1 100 Continue\r\n\r\n/, '')
  const end = final.indexOf('\r\n\r\n')
  if (end === -1) return
  const top = final.slice(0, end)
  for (const [name, value] of expectedHeaders) expect(top).toContain(`${name}: ${value}`)
}

const fuzz = async (server: ConsoleServer) => {
  const { port, host } = new URL(server.url)
  const createInput = createFuzzInputs(seededRandom(seed), [host, 'evil.example', '', `${host}:1`])
  const before = server.pid
  let connections: Awaited<ReturnType<typeof runFuzzClient>>[] = []
  for (let batch = 1; batch <= batches; batch += 1) {
    await test.step(`batch ${batch}`, async () => {
      const left = connections
      const inputs = Array.from({ length: clients }, createInput)
      connections = await Promise.all(inputs.map((input) => runFuzzClient(Number(port), input)))
      await expectServed(server)
      for (const { answer } of connections) expectPolicy(answer())
      // Some of the batch before have stayed until now.
      for (const { socket } of left) socket.resetAndDestroy()
    })
  }
  expect(server.pid).toBe(before)
  // Those of the last batch are still there.
  expect(await server.end('SIGTERM')).toEqual({ code: 0, signal: null })
  for (const { socket } of connections) socket.destroy()
  expect(server.output.stderr).toBe('')
  expect(server.output.stdout).not.toContain('failed')
}

for (const mode of ['sandbox', 'live'] as const) {
  test(`nothing that a client sends ends the server: ${mode}`, async () => {
    test.setTimeout(180_000)
    process.stdout.write(`SEED=${seed}\n`)
    const upstream = await startUpstream()
    const server = await startConsoleServer(
      mode === 'live' ? { QOVERY_API_URL: upstream.origin } : {},
    )
    try {
      await fuzz(server)
      const unknown = upstream.requests.filter(({ operation }) => operation === undefined)
      expect(unknown, 'requests to Qovery that are no known call').toEqual([])
    } catch (error) {
      const words = error instanceof Error ? error.message : ''
      throw new Error(`Again with SEED=${seed}: ${words}\n${server.output.stderr}`, {
        cause: error,
      })
    } finally {
      await server.dispose()
      await upstream.close()
    }
  })
}
