import { parseJson } from '../qovery/json'
import type { Answer } from './backend'
import { failure } from './refusal'
import type { UpstreamAnswer } from './upstream-answer'
import { utf8 } from './utf8'

// What the page may read of an upstream's headers, besides the type of content, which is always JSON.
const passedHeader = /^(?:retry-after|x-request-id|x-ratelimit-[a-z-]+)$/
const plainValue = /^[ -~]{1,200}$/
// A shorter token would be found in ordinary words.
const shortestSecret = 16

/** What an answer says, whatever becomes of its connection. */
type Said = Omit<UpstreamAnswer, 'lasts'>

/**
 * Makes of an upstream's answer what the page gets: JSON, a few headers, or a failure of our own. A 2xx that says nothing
 * readable becomes 502, after which the page looks into the list; a refusal keeps its status.
 * @param token what must not come back, whatever an upstream repeats.
 */
export const passOn = (answer: Said, token: string): Answer => {
  const { status } = answer
  const headers = passedHeaders(answer, token)
  if (!isUsable(answer)) return { ...failure(502), headers }
  if (status === 204) return { status, body: null, headers }
  const body = readableJson(answer.content, token)
  if (body !== undefined) return { status, body, headers }
  if (status < 400) return { ...failure(502), headers }
  // The page has words for each status; any put here would pass for Qovery's.
  return { status, body: JSON.stringify({ status }), headers }
}

// Redirects are not followed, statuses that a browser cannot be given are not made up for, and nothing encoded was asked for.
const isUsable = ({ status, headers }: Said) =>
  ((status >= 200 && status < 300 && status !== 205) || (status >= 400 && status < 600)) &&
  (headers.get('content-encoding') ?? 'identity') === 'identity'

const passedHeaders = ({ headers }: Said, token: string) => {
  const passed: Record<string, string> = {}
  for (const [name, value] of headers) {
    if (passedHeader.test(name) && plainValue.test(value) && !repeats(value, token)) {
      passed[name] = value
    }
  }
  return passed
}

const readableJson = (content: Buffer, token: string) => {
  const text = decode(content)
  const parsed = text === undefined ? undefined : parseJson(text)
  if (text === undefined || parsed === undefined) return undefined
  // Looked for in what the text means as well: JSON can spell a letter as \u0071.
  const means = text.includes('\\') ? JSON.stringify(parsed) : text
  return repeats(text, token) || repeats(means, token) ? undefined : text
}

const decode = (content: Buffer) => {
  try {
    return utf8.decode(content)
  } catch {
    return undefined
  }
}

const repeats = (text: string, token: string) =>
  token.length >= shortestSecret && text.includes(token)
