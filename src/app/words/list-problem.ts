import { ApiError } from '../../qovery/errors'
import { ownsByVariable, type OwnerKind } from '../../qovery/owner'
import { failureWords, isUnsent } from './not-passed-on'
import { counted } from '../ui/count'
import { ownerWord } from './owner-word'

/** Why a project's list was not given out, in a sentence each. */
interface ListProblem {
  what: string
  /** What to do next. */
  next: string
  /** Whether asking again can help. */
  again: boolean
}

/**
 * Says what an error of the list's question means. `apiName` is who was asked ("Qovery", "The sandbox"), `kind` whose list
 * it is.
 */
export const listProblem = (error: Error, apiName: string, kind: OwnerKind): ListProblem => {
  const [what, next] = wordsFor(error, apiName, kind)
  return { what, next, again: !(error instanceof ApiError && error.status === 404) }
}

const wordsFor = (
  error: Error,
  apiName: string,
  ownerKind: OwnerKind,
): [what: string, next: string] => {
  if (!(error instanceof ApiError)) return ['The list could not be read.', 'Reload the page.']
  const { kind, status, sent, failure } = error
  if (status === 401 && !sent)
    return ['The console’s server does not know this page.', 'Enter its start code.']
  if (failure !== undefined) return failureWords[failure]
  if (isUnsent(error) && error.detail !== undefined) return [error.detail, 'Then try again.']
  if (kind === 'network' || status === 502)
    return [`No answer came from ${inSentence(apiName)}.`, 'Check the connection, then try again.']
  if (kind === 'timeout' || status === 504)
    return [`${apiName} did not answer in time.`, 'Try again.']
  if (kind === 'decode') return [`${apiName}’s answer was no list.`, 'Try again.']
  const owner = ownerWord({ kind: ownerKind })
  switch (status) {
    case 401:
      if (ownsByVariable.some((each) => each === ownerKind))
        return [
          `${apiName} did not accept the token for this list.`,
          'It is asked for by the calls of variables alone, which a policy for single environments or services cannot allow. Use a token that may make them.',
        ]
      return [
        `${apiName} did not accept the token for this list.`,
        'Use another token, or ask for the permission.',
      ]
    case 403:
      // Source: Qovery answers so for what does not exist, too.
      return [
        `${apiName} refused: this token may not see the ${owner}, or no ${owner} has this ID.`,
        'Check the ID, or use a token that may.',
      ]
    case 404:
      return [
        `${apiName} knows no ${owner} of this ID.`,
        'Check that the address was copied whole, or choose a project that can be seen.',
      ]
    case 429:
      return [
        `${apiName} asks to wait: too many requests.`,
        'Try again later; Qovery allows 1,000 requests an hour for a token.',
      ]
    default:
      return (status ?? 500) < 500
        ? [`${apiName} refused with status ${status}.`, 'Check the ID in the address.']
        : [`${apiName} failed with status ${status}.`, 'Try again later.']
  }
}

/** Says that some entries of a list could not be read, without the end of the sentence. `apiName` is who sent them. */
export const entriesUnread = (count: number, apiName: string): string =>
  `${counted(count, 'entry', 'entries')} of ${inSentence(apiName)}’s answer could not be read`

const inSentence = (apiName: string) => apiName.replace(/^The /, 'the ')
