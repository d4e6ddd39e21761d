import { ApiError } from '../../qovery/errors'
import { failureWords, isUnsent, unsentText } from '../words/not-passed-on'

/** A call whose answer was lost, where nothing more is known of it. */
export const lostCall = new ApiError({ kind: 'network', sent: true })

/** Why a server did not do it, in a sentence. `peer` is who refused ("Qovery", "The sandbox"). */
export const refusalText = (failure: ApiError, peer: string): string => {
  const { status } = failure
  if (isUnsent(failure)) return unsentText(failure, peer)
  if (failure.failure !== undefined) return failureWords[failure.failure].join(' ')
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

/** Why nothing was sent, where the list was to be read before. `unchanged` says what therefore did not happen. */
export const unreadFirstText = (
  failure: ApiError | null,
  peer: string,
  unchanged: string,
): string =>
  `The list could not be read first. ${failure === null ? '' : refusalText(failure, peer)} ${unchanged}; try again.`

/** The same, behind another sentence; nothing where there was no refusal. */
export const because = (failure: ApiError | null, peer: string): string =>
  failure === null ? '' : ` ${refusalText(failure, peer)}`

/** Why an answer says nothing about what became of a call, as the beginning of a sentence. */
export const lostText = (failure: ApiError | null, peer: string): string => {
  const { kind, status } = failure ?? { kind: 'network', status: undefined }
  if (status !== undefined && status >= 400)
    return `${peer} answered with status ${status}, which says nothing for certain`
  if (kind === 'timeout') return `${peer} gave no answer in time`
  return kind === 'decode'
    ? `${peer} answered, but with nothing that can be read`
    : 'The answer was lost'
}

/** What of the list cannot be read, so that nothing is certain. */
export const unreadText = { list: 'the list', entry: 'what the list says of it' }
