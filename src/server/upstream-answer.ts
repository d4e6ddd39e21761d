import type { Bytes } from './upstream-bytes'

export interface UpstreamAnswer {
  status: number
  /** By names in lower case; one that came more than once has all its values. */
  headers: ReadonlyMap<string, string>
  content: Buffer
  /** Whether the connection may carry another call: it stays open, and this answer's end is beyond doubt. */
  lasts: boolean
}

// Longest head of an answer, and longest line between its chunks, in bytes. The first is what node's own reader allows.
const longestHead = 16 * 1024
const longestLine = 1024

/**
 * Reads the answer to the one request that is on its way on a connection. Strict: what two readers could take for two different answers
 * is none, and an answer that is none leaves the outcome unknown, which is always true. Source: RFC 9112.
 * @param most bytes of the body.
 * @throws where it breaks off, is no HTTP/1, or is too long.
 */
export const readAnswer = async (bytes: Bytes, most: number): Promise<UpstreamAnswer> => {
  const head = await readLastHead(bytes)
  const content = await readContent(bytes, head, most)
  if (bytes.hasMore()) throw new SyntaxError('More came than one answer.')
  const { status, headers, lasts } = head
  return { status, headers, content, lasts }
}

/** Early hints and the like come before the answer. */
const readLastHead = async (bytes: Bytes) => {
  for (;;) {
    const head = readHead(await bytes.until('\r\n\r\n', longestHead))
    if (head.status < 100 || head.status >= 200 || head.status === 101) return head
    // Who says that nothing more comes, and then says more, can be taken at either word.
    if (!head.stays) throw new SyntaxError('More came than the last answer.')
  }
}

type Head = ReturnType<typeof readHead>

const readHead = (text: string) => {
  const [top = '', ...lines] = text.split('\r\n')
  const [, version, status] = /^HTTP\/1\.([01]) (\d{3})(?: [\t -~\x80-\xff]*)?$/.exec(top) ?? []
  if (status === undefined) throw new SyntaxError('The answer is no HTTP.')
  const headers = new Map<string, string>()
  for (const line of lines) {
    const [, written, value = ''] = headerLine.exec(line) ?? []
    if (written === undefined) throw new SyntaxError('The answer has a line that is no header.')
    const name = written.toLowerCase()
    const before = headers.get(name)
    headers.set(name, before === undefined ? value.trim() : `${before}, ${value.trim()}`)
  }
  const framing = readFraming(headers)
  const stays = version === '1' && /^keep-alive$/i.test(headers.get('connection') ?? 'keep-alive')
  return {
    status: Number(status),
    headers,
    framing,
    stays,
    lasts: stays && framing !== 'until the end' && status !== '101',
  }
}

const headerLine = /^([!#$%&'*+.^`|~\w-]+):([\t -~\x80-\xff]*)$/

type Framing = { length: number } | 'chunks' | 'until the end'

const readFraming = (headers: ReadonlyMap<string, string>): Framing => {
  const [encoding, length] = [headers.get('transfer-encoding'), headers.get('content-length')]
  if (encoding === undefined && length === undefined) return 'until the end'
  if (encoding === undefined) return { length: readSize(length, /^\d+$/, 10) }
  if (length === undefined && /^chunked$/i.test(encoding)) return 'chunks'
  throw new SyntaxError('Nobody can tell where the answer ends.')
}

const readContent = async (bytes: Bytes, { status, framing }: Head, most: number) => {
  if (status === 101 || status === 204 || status === 304) return Buffer.alloc(0)
  if (framing === 'until the end') return bytes.rest(most)
  if (framing === 'chunks') return readChunks(bytes, most)
  return bytes.exactly(atMost(framing.length, most))
}

const readChunks = async (bytes: Bytes, most: number) => {
  const chunks: Buffer[] = []
  let left = most
  for (;;) {
    const [digits] = (await bytes.until('\r\n', longestLine)).split(/[ \t]*;/, 1)
    const size = atMost(readSize(digits, /^[\da-f]+$/i, 16), left)
    if (size === 0) break
    chunks.push(await bytes.exactly(size))
    left -= size
    if ((await bytes.until('\r\n', longestLine)) !== '')
      throw new SyntaxError('A chunk is too long.')
  }
  // What follows the last chunk says nothing that anybody reads.
  while ((await bytes.until('\r\n', longestLine)) !== '');
  return Buffer.concat(chunks)
}

const readSize = (text: string | undefined, digits: RegExp, base: number) => {
  if (text === undefined || !digits.test(text)) throw new SyntaxError('A length is no number.')
  return Number.parseInt(text, base)
}

const atMost = (size: number, most: number) => {
  if (size > most) throw new RangeError('The answer is too long.')
  return size
}
