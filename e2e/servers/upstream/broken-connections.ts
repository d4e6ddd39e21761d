import { setTimeout as wait } from 'node:timers/promises'
import type { Answer, Exchange } from './fault'
import { head, json, sendRaw } from './raw'

const wholeBody = ({ defaultReply }: Exchange) =>
  Buffer.from(JSON.stringify(defaultReply.body ?? {}))

const halfOf = (bytes: Buffer) => bytes.subarray(0, Math.floor(bytes.length / 2))

/** The connection dies with a TCP reset before a byte of an answer. */
export const reset: Answer = ({ socket }) => {
  socket.resetAndDestroy()
}

/** The connection is closed in good order, yet without an answer. */
export const close: Answer = ({ socket }) => {
  socket.end()
}

/** Nothing comes, for ever. */
export const hang: Answer = () => undefined

/** Half of the body comes, then nothing, for ever. */
export const hangMidBody: Answer = (exchange) => {
  const body = wholeBody(exchange)
  exchange.socket.write(
    Buffer.concat([
      head(exchange.defaultReply.status, [json, ['content-length', String(body.length)]]),
      halfOf(body),
    ]),
  )
}

/** Half of the body that content-length promises, then the end. */
export const cutBody: Answer = (exchange) => {
  const body = wholeBody(exchange)
  sendRaw(exchange.socket, {
    status: exchange.defaultReply.status,
    headers: [json],
    body: halfOf(body),
    claimedLength: body.length,
  })
}

/** One chunk of a chunked body, then the end without the closing chunk. */
export const cutChunks: Answer = (exchange) => {
  const half = halfOf(wholeBody(exchange))
  exchange.socket.end(
    Buffer.concat([
      head(exchange.defaultReply.status, [json, ['transfer-encoding', 'chunked']]),
      Buffer.from(`${half.length.toString(16)}\r\n`),
      half,
      Buffer.from('\r\n'),
    ]),
  )
}

/** The answer is whole, a byte at a time. @param pause milliseconds between two bytes */
export const drip =
  (pause: number): Answer =>
  async (exchange) => {
    const { socket, defaultReply } = exchange
    const body = wholeBody(exchange)
    socket.write(head(defaultReply.status, [json, ['content-length', String(body.length)]]))
    for (const byte of body) {
      await wait(pause)
      if (socket.destroyed) return
      socket.write(Buffer.of(byte))
    }
    socket.end()
  }
