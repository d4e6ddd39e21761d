const guid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi

/**
 * Finds the id in what a person pasted: an id, or a link of Qovery's console, whose paths name each id after its kind
 * (`/organization/{id}/project/{id}/…`).
 * @returns the id in lower case, or undefined where there is none, or several and none of that kind.
 */
export const findId = (pasted: string, kind: 'project' | 'secret'): string | undefined => {
  const named = new RegExp(`\\b${kind}s?[/=](${guid.source})(?![0-9a-f-])`, 'i').exec(pasted)?.[1]
  if (named !== undefined) return named.toLowerCase()
  const ids = new Set(pasted.match(guid)?.map((id) => id.toLowerCase()))
  const [only] = ids
  return ids.size === 1 ? only : undefined
}
