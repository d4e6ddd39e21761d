import type { ConsoleFailure } from '../../qovery/errors'
import type { Answer } from './backend'
import { wireHeaders } from '../../wire'

const words = {
  400: ['Bad Request', 'The request is malformed.'],
  401: ['Unauthorized', 'No usable credentials came with the request.'],
  403: ['Forbidden', 'The request does not come from a page of this console.'],
  404: ['Not Found', 'There is nothing at this address.'],
  405: ['Method Not Allowed', 'This address does not know the method.'],
  408: ['Request Timeout', 'The request did not arrive in time.'],
  413: ['Content Too Large', 'The body is longer than 64 KiB.'],
  415: ['Unsupported Media Type', 'The body must be application/json in UTF-8.'],
  417: ['Expectation Failed', 'The server meets no expectation but 100-continue.'],
  422: ['Unprocessable Content', 'The idempotency key belongs to another request.'],
  500: ['Internal Server Error', 'The console’s server failed.'],
  501: ['Not Implemented', 'The server knows no transfer encoding but chunked.'],
  502: ['Bad Gateway', 'Qovery gave no usable answer.'],
  503: ['Service Unavailable', 'The server is being stopped. Nothing was done: try again.'],
  504: ['Gateway Timeout', 'Qovery gave no whole answer in time.'],
} as const

export type RefusalStatus = keyof typeof words

const reasonPhrase = (status: RefusalStatus) => words[status][0]

interface Wording {
  /** Fixed text: nothing of the request may be in it. */
  detail?: string
  headers?: Record<string, string>
  /** What the page has words of its own for. */
  failure?: ConsoleFailure
}

/** The server's own refusal, in the shape of Qovery's, where it is certain that nothing went on to Qovery. */
export const refusal = (status: RefusalStatus, { headers, ...wording }: Wording = {}): Answer => ({
  ...failure(status, wording),
  headers: { [wireHeaders.sent]: 'no', ...headers },
})

/** The same where Qovery may have seen the call, so that its outcome is unknown. */
export const failure = (
  status: RefusalStatus,
  { detail = words[status][1], failure: console_failure }: Omit<Wording, 'headers'> = {},
): Answer => ({
  status,
  body: JSON.stringify({
    status,
    error: reasonPhrase(status),
    detail,
    timestamp: new Date().toISOString(),
    console_failure,
  }),
})
