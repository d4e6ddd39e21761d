const guid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'

// An id, and the word before it where there is one: links of Qovery's console name each id after its kind
// (`/organization/{id}/project/{id}/…`), and so do this console's own (`?project={id}`).
const ids = new RegExp(`(?:\\b([a-z]+)(?:/|=))?(?<![0-9a-f-])(${guid})(?![0-9a-f-])`, 'g')

// What the word before an id says that it is of. To Qovery a secret is a variable with a hidden value: the two have
// the same ids.
const kindOf = (word: string): 'project' | 'secret' | 'other' | undefined => {
  if (word === 'project' || word === 'secret') return word
  if (word === 'variable') return 'secret'
  return others.test(word) ? 'other' : undefined
}
const others =
  /^(?:organization|cluster|environment|service|application|container|database|job|helm|terraform)$/

/**
 * Finds the id in what a person pasted: an id, or a link that contains it.
 * @returns the id in lower case, or undefined where none is of that kind, or more than one could be meant
 */
export const findId = (pasted: string, kind: 'project' | 'secret'): string | undefined => {
  const named = new Set<string>()
  const bare = new Set<string>()
  for (const [, word = '', id = ''] of separated(pasted).matchAll(ids)) {
    const meant = kindOf(word.replace(/s$/, ''))
    if (meant === kind) named.add(id)
    else if (meant === undefined) bare.add(id)
  }
  const [only, ...more] = named.size > 0 ? named : bare
  return more.length === 0 ? only : undefined
}

/**
 * Finds in the same what may be an environment or a service: their ids, the narrowest of a link first, its project's last.
 * A link names a service in many ways; which id is one of a project's, its tree knows.
 */
export const findPlaceIds = (pasted: string): string[] => {
  const found = [...separated(pasted).matchAll(ids)].map(([, word = '', id = '']) => ({
    rank: placeRank(word.replace(/s$/, '')),
    id,
  }))
  return found
    .filter(({ rank }) => rank > 0)
    .toSorted((one, other) => other.rank - one.rank)
    .map(({ id }) => id)
}

const placeRank = (word: string) => {
  if (word === 'project') return 1
  if (word === 'environment') return 2
  if (word === 'organization' || word === 'cluster' || kindOf(word) === 'secret') return 0
  return kindOf(word) === 'other' ? 4 : 3
}

// A link inside another one, as after a sign-in, has its separators encoded.
const separated = (pasted: string) =>
  pasted.toLowerCase().replaceAll('%2f', '/').replaceAll('%3d', '=')
