import { isToken } from '../../qovery/token'

/**
 * Whether an `Authorization` header may be sent on: one known scheme and one whole token. Node repeats a header that it
 * cannot send in its error's message, so a bad one is refused before it is tried.
 */
export const isAuthorization = (header: string): boolean => {
  const [, token = ''] = /^(?:Token|Bearer) (\S+)$/.exec(header) ?? []
  return isToken(token)
}
