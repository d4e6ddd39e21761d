import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'
import { portOf } from './port-of'
import { createConnections } from './upstream-connections'

const ends: (() => unknown)[] = []
const end = () => {
  for (const each of ends.splice(0)) each()
}
afterEach(end)

const start = async () => {
  const accepted: Socket[] = []
  const server = createServer((socket) => {
    socket.on('error', () => undefined)
    accepted.push(socket)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  ends.push(() => {
    for (const socket of accepted) socket.destroy()
    server.close()
  })
  const { takeWaiting, open, giveBack } = createConnections(
    new URL(`http://127.0.0.1:${portOf(server)}`),
    500,
  )
  const take = async () => takeWaiting() ?? open()
  return { take, giveBack, accepted }
}

test('nothing is opened before the first call', async () => {
  const { accepted } = await start()
  await wait(20)
  expect(accepted).toEqual([])
})

test('a call gets the connection that was given back last, and two calls never the same', async () => {
  const { take, giveBack } = await start()
  const [first, second] = await Promise.all([take(), take()])
  expect(first).not.toBe(second)
  giveBack(first)
  giveBack(second)
  expect(await Promise.all([take(), take()])).toEqual([second, first])
  expect([first, second]).not.toContain(await take())
})

test.each([
  ['was closed', (socket: Socket) => socket.end()],
  ['was reset', (socket: Socket) => socket.resetAndDestroy()],
  ['spoke before it was asked', (socket: Socket) => socket.write('HTTP/1.1 201 Created\r\n\r\n')],
])('a waiting connection that %s is not used', async (_, spoil) => {
  const { take, giveBack, accepted } = await start()
  const first = await take()
  giveBack(first)
  while (accepted.length === 0) await wait(1)
  for (const socket of accepted) spoil(socket)
  while (first.bytes.isUntouched()) await wait(1)
  expect(await take()).not.toBe(first)
  expect(first.socket.destroyed).toBe(true)
})

test('a connection that nobody wants for a second is closed', async () => {
  const { take, giveBack } = await start()
  const connection = await take()
  giveBack(connection)
  await once(connection.socket, 'close')
  expect(await take()).not.toBe(connection)
})

test('no more than sixteen wait', async () => {
  const { take, giveBack } = await start()
  const all = await Promise.all(Array.from({ length: 20 }, take))
  for (const connection of all) giveBack(connection)
  expect(all.map(({ socket }) => socket.destroyed)).toEqual(all.map((_, index) => index >= 16))
})

test('where nobody listens, there is no connection', async () => {
  const { take } = await start()
  end()
  await expect(take()).rejects.toThrow('ECONNREFUSED')
})
