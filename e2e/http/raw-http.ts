import { connect, type Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'

/** One answer as it came over the wire. */
export interface RawAnswer {
  status: number
  /** Names in lower case with their values, repeated ones repeated. */
  headers: [name: string, value: string][]
  body: string
}

/** Every value that a header of an answer has, in order. */
export const values = (answer: RawAnswer, name: string) =>
  answer.headers.flatMap(([other, value]) => (other === name ? [value] : []))

/** Pieces of a request: text is bytes (latin1), a number is a pause in milliseconds. */
export type Piece = string | Buffer | number

/** Sends bytes to a port of 127.0.0.1: see {@link sendOver}. */
export const sendBytes = (port: number, ...pieces: Piece[]) =>
  sendOver(connect(port, '127.0.0.1'), ...pieces)

/**
 * Sends bytes over a connection, made or in the making, and waits until the other side closes it.
 * @returns every answer that came, first one first; none where the connection just ended
 * @throws where the connection stays open without a byte for 45 s, longer than any of the console's own limits
 */
export const sendOver = (socket: Socket, ...pieces: Piece[]): Promise<RawAnswer[]> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    socket.on('data', (chunk) => chunks.push(chunk))
    // A server that refuses early resets what is still being written: what it answered before that counts.
    socket.on('error', () => socket.destroy())
    socket.on('close', () => resolve(parseAnswers(Buffer.concat(chunks).toString('latin1'))))
    socket.setTimeout(45_000, () => {
      reject(new Error('the connection stayed open'))
      socket.destroy()
    })
    void write(socket, pieces)
  })

const write = async (socket: Socket, pieces: readonly Piece[]) => {
  for (const piece of pieces) {
    if (socket.destroyed) return
    if (typeof piece === 'number') await wait(piece)
    else socket.write(typeof piece === 'string' ? Buffer.from(piece, 'latin1') : piece)
  }
}

/** Reads answers until the text ends. An answer that is cut off keeps what came of it. */
const parseAnswers = (text: string): RawAnswer[] => {
  const answers: RawAnswer[] = []
  let rest = text
  while (rest !== '') {
    const end = rest.indexOf('\r\n\r\n')
    const [statusLine = '', ...lines] = rest.slice(0, end === -1 ? undefined : end).split('\r\n')
    const headers = lines.map((line): [string, string] => {
      const colon = line.indexOf(':')
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()]
    })
    const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(statusLine)?.[1])
    const answer = { status, headers, body: '' }
    answers.push(answer)
    if (end === -1) break
    const { body, left } = readBody(answer, rest.slice(end + 4))
    answer.body = body
    rest = left
  }
  return answers
}

const readBody = (answer: RawAnswer, text: string): { body: string; left: string } => {
  if (answer.status < 200 || answer.status === 204 || answer.status === 304)
    return { body: '', left: text }
  if (values(answer, 'transfer-encoding').includes('chunked')) return readChunks(text)
  const length = Number(values(answer, 'content-length')[0] ?? text.length)
  return { body: text.slice(0, length), left: text.slice(length) }
}

const readChunks = (text: string) => {
  let body = ''
  let position = 0
  for (;;) {
    const lineEnd = text.indexOf('\r\n', position)
    const size = Number.parseInt(text.slice(position, lineEnd), 16)
    if (lineEnd === -1 || Number.isNaN(size)) return { body, left: '' }
    body += text.slice(lineEnd + 2, lineEnd + 2 + size)
    position = lineEnd + 4 + size
    if (size === 0) return { body, left: text.slice(position) }
  }
}
