import type { Answer } from './fault'
import { html, json, raw } from './raw'
import { refuse } from './reply'

/** A refusal in Qovery's form. */
export const refusal = (status: number, detail: string, extra: object = {}): Answer =>
  raw({ status, headers: [json], body: JSON.stringify(refuse(status, detail, extra).body) })

export const wrongScope = refusal(400, 'The alias scope must be narrower than the secret scope')
export const aliasOfAlias = refusal(400, "You can't create an alias on an alias")
/** A conflict in disguise: Qovery's clients look for "exist" in a 400's detail. */
export const alreadyExists = refusal(400, 'This variable already exist in the project')
export const unauthorized = refusal(401, 'Authentication is required')
export const forbidden = refusal(403, 'You are not allowed to do this')
export const notFound = refusal(404, 'Secret not found')

/** A duplicate. @param existing what is said to have the key; nobody is named where absent */
export const conflict = (key: string, existing?: object): Answer =>
  refusal(
    409,
    `Variable already exists: ${key}`,
    existing === undefined ? {} : { existing_variable: existing },
  )

const shapes = {
  none: raw,
  text: (answer: Parameters<typeof raw>[0]) =>
    raw({ ...answer, headers: [['content-type', 'text/plain']], body: 'no' }),
  array: (answer: Parameters<typeof raw>[0]) =>
    raw({ ...answer, headers: [json], body: '[{"detail":"in a list"}]' }),
  html: (answer: Parameters<typeof raw>[0]) =>
    raw({ ...answer, headers: [html], body: '<html><h1>Forbidden</h1></html>' }),
} as const

/** A refusal whose body says nothing that a client can read. */
export const speechless = (status: number, shape: keyof typeof shapes): Answer =>
  shapes[shape]({ status })

/** An overloaded service. @param retryAfter the header as it goes out; none where absent */
export const busy = (status: 429 | 503, retryAfter?: string): Answer =>
  raw({
    status,
    headers: retryAfter === undefined ? [json] : [json, ['retry-after', retryAfter]],
    body: JSON.stringify(refuse(status, 'Too many requests').body),
  })

/** A broken service, or a gateway in front of one. */
export const failure = (status: 500 | 502 | 504): Answer =>
  status === 500
    ? refusal(500, 'Internal error')
    : raw({ status, headers: [html], body: '<html><h1>Bad gateway</h1></html>' })
