import type { ApiError } from '../../qovery/errors'
import { failureWords, isUnsent, unsentText } from '../not-passed-on'

/** What came of a change, as it is said. */
export interface Report {
  tone: 'ok' | 'info' | 'warning' | 'danger'
  title: string
  text: string
  /** Where to look at what came of it. */
  link?: { href: string; label: string }
  /** The server's own words, where it sent any. */
  error?: ApiError | undefined
}

/** Why a server did not do it, in a sentence. `peer` is who refused ("Qovery", "The sandbox"). */
export const refusal = (error: ApiError, peer: string): string => {
  const { status, failure } = error
  if (isUnsent(error)) return unsentText(error, peer)
  if (failure !== undefined) return failureWords[failure].join(' ')
  switch (status) {
    case 401:
      return `${peer} did not accept the token for this call.`
    case 403:
      return `${peer} refused: this token may not do this, or the secret is not there.`
    case 404:
      return `${peer} knows no such secret in this project.`
    case 429:
      return `${peer} asks to wait: too many requests.`
    case 503:
      return `${peer} is not available for now.`
    default:
      return status === undefined
        ? `${peer} gave no answer.`
        : `${peer} refused it with status ${status}.`
  }
}
