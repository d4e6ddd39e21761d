import { expect } from 'playwright/test'
import { expectedHeaders, permittedHeaders } from './expected-headers'
import { values, type RawAnswer } from './raw-http'

/** Stands in whatever a test makes up, so that an answer which repeats it is found. */
export const marker = 'qz7marker'

interface Expectation {
  mode: 'sandbox' | 'live'
  /** Whether TLS stands in front. */
  overTls?: boolean
  /** Whether the file's name carries a hash of its content. */
  hashed?: boolean
}

/** Holds one answer to what every answer of the console has in common. */
export const expectSafe = (
  answer: RawAnswer,
  { mode, overTls = false, hashed = false }: Expectation,
) => {
  const wanted: Record<string, string[]> = {
    ...Object.fromEntries(expectedHeaders.map(([name, value]) => [name, [value]])),
    'x-console-mode': [mode],
    'cache-control': [hashed ? 'public, max-age=31536000, immutable' : 'no-store'],
    'strict-transport-security': overTls ? ['max-age=31536000'] : [],
  }
  const found = Object.fromEntries(Object.keys(wanted).map((name) => [name, values(answer, name)]))
  const strangers = answer.headers
    .map(([name]) => name)
    .filter((name) => !permittedHeaders.has(name) && wanted[name] === undefined)
  // A proxy names itself.
  const foreign = strangers.filter(
    (name) => !name.startsWith('x-ratelimit-') && !(overTls && name === 'server'),
  )
  const whole = JSON.stringify(answer)
  // Two lengths, or a length and chunks, would let two readers disagree on where an answer ends.
  const framing = [...values(answer, 'content-length'), ...values(answer, 'transfer-encoding')]
  // In one: thousands of answers are held to it, and each expectation is a step that the run writes down.
  expect(
    {
      headers: found,
      foreignHeaders: foreign,
      repeatsItsRequest: whole.includes(marker),
      showsTokenOrStartSecret: whole.includes('tripwire-'),
      waysToTellItsEnd: framing.length,
    },
    `what every answer has in common, of a ${answer.status}`,
  ).toEqual({
    headers: wanted,
    foreignHeaders: [],
    repeatsItsRequest: false,
    showsTokenOrStartSecret: false,
    waysToTellItsEnd: answer.status === 204 ? 0 : 1,
  })
}
