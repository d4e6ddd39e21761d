import { isUtf8 } from 'node:buffer'
import type { Answer, Json } from '../http/backend'
import { failure } from '../http/refusal'
import type { UpstreamAnswer } from './exchange'
import { isJson } from './is-json'
import { unpack } from './unpack'

/** What a call has told the upstream and must not come back, whatever it repeats. */
interface Told {
  token: string
  /** JSON text. */
  body: string | undefined
}

// What the page may read of an upstream's headers, besides the type of content, which is always JSON.
const passedHeader = /^(?:retry-after|x-request-id|x-ratelimit-[a-z-]+)$/
const plainValue = /^[ -~]{1,200}$/
// An id goes to the log as well, where nobody else may write words.
const plainId = /^[\w.:/-]{1,100}$/
const packed = {
  failure: 'packed',
  detail: 'Qovery’s answer is compressed in a way that the console cannot read.',
} as const
// A shorter token would be found in ordinary words.
const shortestSecret = 16
const shortestEcho = 4
const byteOrderMark = Buffer.from('\ufeff')

interface Passed extends Answer<Json> {
  /** A code for why a failure stands in the place of what came. */
  unusable?: string
}

/**
 * Makes of an upstream's answer what the page gets: JSON, a few headers, or a failure of our own. A 2xx that says nothing
 * readable becomes 502, after which the page looks into the list; a refusal keeps its status.
 * @param most bytes that a packed body may unpack to.
 * @throws TooLongError
 */
export const passOn = async (answer: UpstreamAnswer, told: Told, most: number): Promise<Passed> => {
  const { status } = answer
  const headers = passedHeaders(answer, told)
  if (!isUsable(status)) return { ...failure(502), headers, unusable: `STATUS_${status}` }
  if (status === 204) return { status, body: null, headers }
  const content = await unpack(answer.content, answer.headers.get('content-encoding') ?? '', most)
  // Some name what is no packing, and some that unpack leave the packing's name.
  const body = readableJson(content ?? answer.content, told.token)
  if (body !== undefined) return { status, body, headers }
  // The page has words for each status of a refusal; any put here would pass for Qovery's.
  if (status >= 400) return { status, body: JSON.stringify({ status }), headers }
  return content === undefined
    ? { ...failure(502, packed), headers, unusable: 'PACKED' }
    : { ...failure(502), headers, unusable: 'NOT_JSON' }
}

// Redirects are not followed, and statuses that a browser cannot be given are not made up for.
const isUsable = (status: number) =>
  (status >= 200 && status < 300 && status !== 205) || (status >= 400 && status < 600)

const passedHeaders = ({ headers }: UpstreamAnswer, told: Told) => {
  const passed: Record<string, string> = {}
  for (const [name, value] of headers) {
    if (!passedHeader.test(name) || !plainValue.test(value) || repeats(value, told.token)) continue
    if (name !== 'x-request-id' || isOwnId(value, told)) passed[name] = value
  }
  return passed
}

/** Whether an id may be written down: plain, and nothing of what the call has told, in whatever letters. */
const isOwnId = (id: string, { token, body = 'null' }: Told) => {
  if (!plainId.test(id)) return false
  const said = id.toLowerCase()
  const words = said.split(/[^a-z0-9_]+/)
  return ![token, ...textsIn(body)]
    .map((text) => text.toLowerCase())
    .some((text) => (text.length < shortestEcho ? words.includes(text) : said.includes(text)))
}

// By its letters, and not value by value: a body may be nested deeper than the stack allows, and has all values of a key
// that comes twice.
const textsIn = (json: string): string[] =>
  [...json.matchAll(/("[^"\\]*(?:\\.[^"\\]*)*")(\s*:)?/g)]
    .filter(([, , colon]) => colon === undefined)
    .map(([, text = '""']) => String(JSON.parse(text)))
    .filter((text) => text !== '')

const readableJson = (content: Buffer, token: string) => {
  const json = content.subarray(content.indexOf(byteOrderMark) === 0 ? byteOrderMark.length : 0)
  return isUtf8(json) && isJson(json) && !repeats(json, token) ? json : undefined
}

/** Whether a text has a token in it. JSON can spell a letter as \u0071, and a slash as \/. */
const repeats = (text: string | Buffer, token: string) => {
  if (token.length < shortestSecret) return false
  if (text.includes(token)) return true
  return text.includes('\\') && spelled(token).test(text.toString('latin1'))
}

const spelled = (token: string) =>
  new RegExp(
    Array.from(token, (letter) => {
      const code = letter.charCodeAt(0).toString(16).padStart(4, '0')
      const digits = code.replaceAll(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`)
      return String.raw`(?:\\?[${letter}]|\\u${digits})`
    }).join(''),
  )
