import type { ExistingVariable } from './schema'

/** Why the console's own server made nothing of an answer. */
export const consoleFailures = ['too-long', 'packed'] as const
export type ConsoleFailure = (typeof consoleFailures)[number]

export interface ApiErrorFields {
  /** network: no answer · timeout: no whole answer in time · http: a refusal · decode: an answer that says nothing. */
  kind: 'network' | 'timeout' | 'http' | 'decode'
  /** False where it is certain that Qovery never saw the call. */
  sent: boolean
  /** HTTP status, where an answer began. */
  status?: number | undefined
  /** The server's own words, at most 1,000 characters; absent where it said nothing readable. */
  detail?: string | undefined
  requestId?: string | undefined
  /** The raw `Retry-After` header. */
  retryAfter?: string | undefined
  existing?: ExistingVariable | undefined
  /** What the console's own server says of an answer that it could not pass on. */
  failure?: ConsoleFailure | undefined
}

/** The one error that the client throws. Its message is fixed text: it never holds a header, a body or a token. */
export class ApiError extends Error {
  override name = 'ApiError'
  readonly kind: ApiErrorFields['kind']
  readonly sent: boolean
  readonly status: number | undefined
  readonly detail: string | undefined
  readonly requestId: string | undefined
  readonly retryAfter: string | undefined
  readonly existing: ExistingVariable | undefined
  readonly failure: ConsoleFailure | undefined

  constructor(fields: ApiErrorFields) {
    super(fields.status === undefined ? fields.kind : `${fields.kind} ${fields.status}`)
    this.kind = fields.kind
    this.sent = fields.sent
    this.status = fields.status
    this.detail = fields.detail
    this.requestId = fields.requestId
    this.retryAfter = fields.retryAfter
    this.existing = fields.existing
    this.failure = fields.failure
  }
}
