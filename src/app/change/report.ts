import type { ApiError } from '../../qovery/errors'

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
export const refusal = ({ sent, status }: ApiError, peer: string): string => {
  if (!sent && (status ?? 500) >= 500) return `Nothing was sent: ${peer} could not be reached.`
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
