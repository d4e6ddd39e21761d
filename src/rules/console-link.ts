const guid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'

// An id, and the word before it where there is one: links of Qovery's console name each id after its kind
// (`/organization/{id}/project/{id}/…`, `?targetId={id}`), and so do this console's own (`?project={id}`).
const ids = new RegExp(
  `(?:(?:(?<![\\w-])([a-z][a-z_-]*))?([/=]))?(?<![0-9a-f-])(${guid})(?![0-9a-f-])`,
  'g',
)

interface FoundId {
  id: string
  /** What the word before it says; empty where there is none. */
  word: string
  /** Whether it stands in a link, so that something before it tells what it is, be it understood or not. */
  isLinked: boolean
}

const idsIn = (pasted: string): FoundId[] => {
  const text = separated(pasted)
  // Links to Qovery's audit trail say beside the id what it is of.
  const types = new Set([...text.matchAll(/\btargettype=([a-z_]+)/g)].map(([, type = '']) => type))
  const [type, ...more] = types
  const target = type !== undefined && more.length === 0 && kindOf(type) ? type : 'target'
  return [...text.matchAll(ids)].map(([, before = '', separator, id = '']) => {
    const word = before
      .replaceAll('-', '_')
      .replace(/(?<=.)_?id$|s$/, '')
      .replace(/^service(?=project$|environment$)/, '')
    return { id, word: word === 'target' ? target : word, isLinked: separator !== undefined }
  })
}

// What the word before an id says that it is of. To Qovery a secret is a variable with a hidden value: the two have
// the same ids.
const kindOf = (word: string): 'project' | 'secret' | 'other' | undefined => {
  if (word === 'project' || word === 'secret') return word
  if (word === 'variable') return 'secret'
  return others.test(word) ? 'other' : undefined
}
const others =
  /^(?:organization|cluster|environment|service|application|container|database|job|helm|terraform|agentic_workflow|argocd_app|target)$/

/**
 * Finds the id in what a person pasted: an id, or a link that contains it.
 * @returns the id in lower case, or undefined where none is of that kind, or more than one could be meant
 */
export const findId = (pasted: string, kind: 'project' | 'secret'): string | undefined => {
  const named = new Set<string>()
  const bare = new Set<string>()
  for (const { id, word } of idsIn(pasted)) {
    const meant = kindOf(word)
    if (meant === kind) named.add(id)
    else if (meant === undefined) bare.add(id)
  }
  const [only, ...more] = named.size > 0 ? named : bare
  return more.length === 0 ? only : undefined
}

/** Whether a person seems to have meant an id or a link by what they pasted, and no name. */
export const looksLikeId = (pasted: string): boolean =>
  /[/:=?]|[0-9a-f]{8}-/i.test(pasted) || /^[0-9a-f-]{16,}$/i.test(pasted.trim())

/** What of a pasted text may be a place of a project. */
export interface PlaceId {
  id: string
  /** Whether it is said to be one: such an id behind a word that nobody knows may be that of anything. */
  isPlace: boolean
}

/**
 * Finds in the same what may be an environment or a service, the narrowest of a link first, its project last. A link names
 * a service in many ways; which id is one of a project's, its tree knows.
 */
export const findPlaceIds = (pasted: string): PlaceId[] =>
  idsIn(pasted)
    .map(({ id, word, isLinked }) => ({
      id,
      rank: placeRank(word),
      isPlace: !isLinked || kindOf(word) !== undefined,
    }))
    .filter(({ rank }) => rank > 0)
    .toSorted((one, other) => other.rank - one.rank)
    .map(({ id, isPlace }) => ({ id, isPlace }))

const placeRank = (word: string) => {
  if (word === 'project') return 1
  if (word === 'environment') return 2
  if (word === 'organization' || word === 'cluster' || kindOf(word) === 'secret') return 0
  return kindOf(word) === 'other' ? 4 : 3
}

// A link inside another one, as after a sign-in, has its separators encoded.
const separated = (pasted: string) =>
  pasted
    .toLowerCase()
    .replaceAll('%2f', '/')
    .replaceAll('%3d', '=')
    .replaceAll('%3f', '?')
    .replaceAll('%26', '&')
