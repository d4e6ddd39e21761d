import { ApiError } from '../../qovery/errors'
import { failureWords, isUnsent, unsentText } from '../words/not-passed-on'

/** A call whose answer was lost, where nothing more is known of it. */
export const lostCall = new ApiError({ kind: 'network', sent: true })

/** Why a server did not do it, in a sentence. `apiName` is who refused ("Qovery", "The sandbox"). */
export const refusalText = (failure: ApiError, apiName: string): string => {
  const { status } = failure
  if (isUnsent(failure)) return unsentText(failure, apiName)
  if (failure.failure !== undefined) return failureWords[failure.failure].join(' ')
  switch (status) {
    case 401:
      return `${apiName} did not accept the token for this call.`
    case 403:
      return `${apiName} refused: this token may not do this, or the secret is not there.`
    case 404:
      return `${apiName} knows no such secret there.`
    case 429:
      return `${apiName} asks to wait: too many requests.`
    case 503:
      return `${apiName} is not available for now.`
    default:
      return status === undefined
        ? `${apiName} gave no answer.`
        : `${apiName} refused it with status ${status}.`
  }
}

/** Why nothing was sent, where the list was to be read before. `unchanged` says what therefore did not happen. */
export const unreadFirstText = (
  failure: ApiError | null,
  apiName: string,
  unchanged: string,
): string =>
  `The list could not be read first. ${failure === null ? '' : refusalText(failure, apiName)} ${unchanged}; try again.`

/** The same, behind another sentence; nothing where there was no refusal. */
export const because = (failure: ApiError | null, apiName: string): string =>
  failure === null ? '' : ` ${refusalText(failure, apiName)}`

/** Why an answer says nothing about what became of a call, as the beginning of a sentence. */
export const lostText = (failure: ApiError | null, apiName: string): string => {
  const { kind, status } = failure ?? { kind: 'network', status: undefined }
  if (status !== undefined && status >= 400)
    return `${apiName} answered with status ${status}, which says nothing for certain`
  if (kind === 'timeout') return `${apiName} gave no answer in time`
  return kind === 'decode'
    ? `${apiName} answered, but with nothing that can be read`
    : 'The answer was lost'
}

/** What of the list cannot be read, so that nothing is certain. */
export const unreadText = { list: 'the list', entry: 'what the list says of it' }
