import { createClient } from '../../qovery/client'
import type { OrganizationList } from '../../qovery/schema'
import { wireHeaders } from '../../wire'

export type CheckedStartCode =
  | { ok: true; pass: string; organizations: OrganizationList | undefined }
  | { ok: false; problem: string }

/** Exchanges a start code for a pass, which whatever answer to it brings. The whole printed address is taken as well. */
export const checkStartCode = async (
  pasted: string,
  fetch: typeof globalThis.fetch,
): Promise<CheckedStartCode> => {
  const code = pasted.trim().replace(/^.*#start=/s, '')
  if (!/^[\w-]{32,256}$/.test(code)) {
    return {
      ok: false,
      problem: 'This is no start code: paste the whole of it, or the address that it is in.',
    }
  }
  const brought: (string | null)[] = []
  const client = createClient({
    fetch,
    base: '/api',
    headers: () => ({ [wireHeaders.start]: code }),
    onAnswer: ({ headers }) => {
      brought.push(headers.get(wireHeaders.start))
    },
  })
  const organizations = await client.listOrganizations().catch(() => undefined)
  const [pass] = brought
  if (typeof pass === 'string' && pass !== 'required') {
    return { ok: true, pass, organizations }
  }
  return { ok: false, problem: problemOf(pass) }
}

const problemOf = (pass: string | null | undefined) =>
  pass === 'required'
    ? 'The server does not take this code: each opens the console once. Paste the one that it printed last.'
    : 'The code could not be checked, because the server did not answer. Try again.'
