import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'
import { portOf } from '../start/port-of'
import { createConnections, type Connection } from './connections'
import { exchange } from './exchange'

const ends: (() => unknown)[] = []
const end = () => {
  for (const each of ends.splice(0)) each()
}
afterEach(end)

const answer = 'HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}'

/** An upstream that answers each request at once, and notes by which connection it came. */
const start = async () => {
  const accepted: Socket[] = []
  const used: Socket[] = []
  const server = createServer((socket) => {
    accepted.push(socket)
    socket.on('error', () => undefined)
    socket.on('data', () => {
      used.push(socket)
      socket.write(answer)
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  ends.push(() => {
    for (const socket of accepted) socket.destroy()
    server.close()
  })
  const url = new URL(`http://127.0.0.1:${portOf(server)}`)
  const connections = createConnections(url, undefined, 500)
  const ask = (connection: Connection) =>
    exchange(connection, { method: 'POST', path: '/', headers: {}, body: '{}' }, 100)
  return { ...connections, ask, accepted, used }
}

test('nothing is opened before the first call', async () => {
  const { take, accepted } = await start()
  take()
  await wait(20)
  expect(accepted).toEqual([])
})

test('a call gets the connection that was given back last, and two calls never the same', async () => {
  const { take, giveBack } = await start()
  const [first, second] = [take(), take()]
  expect(first).not.toBe(second)
  giveBack(first)
  giveBack(second)
  expect([take(), take()]).toEqual([second, first])
  expect([first, second]).not.toContain(take())
})

test.each([
  ['was closed', (socket: Socket) => socket.end()],
  ['was reset', (socket: Socket) => socket.resetAndDestroy()],
  ['spoke before it was asked', (socket: Socket) => socket.write('HTTP/1.1 201 Created\r\n\r\n')],
])(
  'what waits and %s is not written to: the call has a connection of its own',
  async (_, spoil) => {
    const { take, ask, used } = await start()
    const connection = take()
    expect((await ask(connection)).kind).toBe('answered')
    for (const socket of used) spoil(socket)
    await expect.poll(() => connection.socket?.destroyed, { timeout: 20_000 }).toBe(true)
    expect(await ask(connection)).toMatchObject({ kind: 'answered', answer: { status: 200 } })
    expect(new Set(used).size).toBe(2)
  },
)

test('what has come unasked when a call begins, and was not read yet, is no answer to it', async () => {
  const { take, ask, used } = await start()
  const connection = take()
  await ask(connection)
  for (const socket of used) socket.write('HTTP/1.1 409 Conflict\r\ncontent-length: 2\r\n\r\n{}')
  expect(await ask(connection)).toMatchObject({ kind: 'answered', answer: { status: 200 } })
  expect(new Set(used).size).toBe(2)
})

test('a connection that nobody wants for a second is closed', async () => {
  const { take, giveBack, ask } = await start()
  const connection = take()
  await ask(connection)
  giveBack(connection)
  await expect.poll(() => connection.socket?.destroyed, { timeout: 20_000 }).toBe(true)
})

test('no more than sixteen wait', async () => {
  const { take, giveBack } = await start()
  const all = Array.from({ length: 20 }, take)
  for (const connection of all) giveBack(connection)
  expect(all.map(({ client }) => client.destroyed)).toEqual(all.map((_, index) => index >= 16))
})

test('where nobody listens, nothing is sent', async () => {
  const { take, ask } = await start()
  end()
  expect(await ask(take())).toMatchObject({
    kind: 'unsent',
    error: { reason: 'ECONNREFUSED', hop: 'api' },
  })
})
