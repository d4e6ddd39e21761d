import type { ApiError } from '../../qovery/errors'
import { ownsByVariable, type OwnerKind } from '../../qovery/owner'
import { isUnsent } from './not-passed-on'
import { ownerWord } from './owner-word'

/** Where a refusal is shown, and in which words. */
export interface PlacedError {
  field: 'project' | 'secret' | 'key' | 'description' | 'form' | 'session'
  message: string
}

/** Who could replace the token that calls carry: whoever typed it, whoever runs the server, or nobody, in the sandbox. */
export type TokenHolder = 'page' | 'server' | 'nobody'

const nothing = 'Nothing was created.'

/**
 * Says where a refused create call lands and what it means. `apiName` is who refused ("Qovery", "The sandbox");
 * `tokenWorked` tells a wrong token from a policy that forbids this one call, and `tokenHolder` who can do something about
 * it. `ownerKind` is what was to own the alias.
 */
export const placeError = (
  error: ApiError,
  {
    apiName,
    tokenWorked,
    tokenHolder = 'page',
    ownerKind = 'project',
  }: { apiName: string; tokenWorked: boolean; tokenHolder?: TokenHolder; ownerKind?: OwnerKind },
): PlacedError => {
  const owner = ownerWord({ kind: ownerKind })
  if (isUnsent(error)) {
    // What the server says of it ends in what to do first.
    const message =
      error.detail === undefined
        ? `Nothing was sent: ${apiName} could not be reached. ${nothing} Check the connection, then try again.`
        : `${nothing} ${error.detail} Then try again.`
    return { field: 'form', message }
  }
  switch (error.status) {
    case 400:
      return {
        field: fieldOf(error.detail ?? ''),
        message: `${apiName} refused this alias${reason(error)} ${nothing} Change it, then create it again.`,
      }
    case 401:
      if (!error.sent) {
        return {
          field: 'session',
          message: `Nothing was sent: the console’s server does not know this page. ${nothing} Enter its start code; what you typed is kept.`,
        }
      }
      // Nobody typed a token there.
      if (tokenHolder === 'nobody') {
        return {
          field: 'key',
          message: `${apiName} refused this key on purpose, as Qovery refuses a token. ${nothing} No token is needed here: choose another key.`,
        }
      }
      // The same token does all else: to ask for another one would take away what it can do.
      if (tokenWorked && ownsByVariable.some((kind) => kind === ownerKind)) {
        return {
          field: 'form',
          message: `${apiName} refused the token for this call, although it worked before: an alias of this service is created by the calls of variables, which a policy for single environments or services cannot allow. ${nothing} ${other[tokenHolder].able}, or create it in the environment.`,
        }
      }
      return {
        field: 'session',
        message: tokenWorked
          ? `${apiName} refused the token for this call, although it worked before: its policy may not allow it. ${nothing} ${other[tokenHolder].another}, or ask for the permission.`
          : `${apiName} did not accept the token. ${nothing} ${other[tokenHolder].valid}; what you typed is kept.`,
      }
    case 403:
      return {
        field: 'form',
        message: `${apiName} refused: the ${owner} or secret was not found, or this token may not do this. ${nothing} Check both IDs, or use a token that may.`,
      }
    case 404:
      return {
        field: 'secret',
        message: `${apiName} knows no such secret in this ${owner}. ${nothing} Check both IDs.`,
      }
    case 429:
      return {
        field: 'form',
        message: `${apiName} asks to wait: too many requests. ${nothing} Try again later; Qovery allows 1,000 requests an hour for a token.`,
      }
    case 503:
      return {
        field: 'form',
        message: `${apiName} is not available for now. ${nothing} Try again later.`,
      }
    default:
      return {
        field: 'form',
        message: `${apiName} refused the request${error.status === undefined ? '' : ` with status ${error.status}`}. ${nothing} Its own words are below, where it sent any.`,
      }
  }
}

/** What has to be done for another token. */
const other = {
  page: {
    able: 'Use a token that may make them',
    another: 'Use another token',
    valid: 'Enter a valid token',
  },
  server: {
    able: 'Have whoever runs this server give it a token that may make them',
    another: 'Have whoever runs this server give it another token',
    valid: 'Have whoever runs this server give it a valid token',
  },
}

const reason = ({ detail }: ApiError) => (detail === undefined ? '.' : `: ${ended(detail)}`)
const ended = (text: string) => (/[.!?]$/.test(text) ? text : `${text}.`)

// A 400 names no field: its words are all there is to go by. The scope and alias rules are about the target.
const fieldOf = (detail: string): PlacedError['field'] => {
  if (/\b(scope|alias|secret)/i.test(detail) && !/\bkey\b/i.test(detail)) return 'secret'
  if (/description/i.test(detail)) return 'description'
  if (/\bkey\b|\bname\b/i.test(detail)) return 'key'
  return 'form'
}
