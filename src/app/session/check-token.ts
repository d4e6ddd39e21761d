import { createClient } from '../../qovery/client'
import { ApiError } from '../../qovery/errors'
import type { OrganizationList } from '../../qovery/schema'
import { parseToken } from '../../qovery/token'
import { isUnsent, unsentText } from '../words/not-passed-on'

export type CheckedToken =
  | { ok: true; authorization: string; organizations: OrganizationList }
  | { ok: false; problem: string }

/** Checks a pasted token's shape, and then with Qovery whose it is. Nothing is kept, and no text repeats it. */
export const checkToken = async (
  pasted: string,
  fetch: typeof globalThis.fetch,
): Promise<CheckedToken> => {
  const parsed = parseToken(pasted)
  if (!parsed.ok) return parsed
  const { authorization } = parsed
  const client = createClient({ fetch, base: '/api', headers: () => ({ authorization }) })
  try {
    return { ok: true, authorization, organizations: await client.listOrganizations() }
  } catch (error) {
    return { ok: false, problem: problemOf(error instanceof ApiError ? error : undefined) }
  }
}

const problemOf = (error: ApiError | undefined) => {
  if (error?.status === 401) {
    return 'Qovery did not accept this token: it is wrong, was deleted, or may not list organizations. Paste another one.'
  }
  if (error?.status === 403)
    return 'Qovery does not let this token list organizations. Paste another one.'
  if (error?.status === 429)
    return 'Qovery asks to wait: too many requests with this token. Try again later.'
  if (error !== undefined && isUnsent(error))
    return `The token could not be checked. ${unsentText(error, 'Qovery')} It was not kept; try again then.`
  return 'The token could not be checked, because Qovery did not answer. It was not kept; try again.'
}
