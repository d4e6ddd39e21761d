type Names<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Names<Rest>
  : never
/** What a template names in braces. */
export type PathParams<Path extends string> = Record<Names<Path>, string>

/** Builds a path of its template. Ids are encoded, so that a hostile id can never become another path. */
export const buildPath = (template: string, params: Readonly<Record<string, string>>): string =>
  piecesOf(template)
    .map((piece, index) => (index % 2 === 0 ? piece : encode(params[piece] ?? '')))
    .join('')

// What stands between the ids, and their names: each second one is a name.
const pieces = new Map<string, string[]>()
const piecesOf = (template: string) => {
  const known = pieces.get(template) ?? template.split(/[{}]/)
  pieces.set(template, known)
  return known
}

const encode = (id: string) => (isPlain.test(id) ? id : encodeURIComponent(encodable(id)))
const isPlain = /^[\w-]+$/

// A parser of addresses follows `..` even where it is encoded, and half a surrogate pair has no encoding at all.
const encodable = (id: string) =>
  id.replace(/^\.{1,2}$/, '_').replaceAll(/\p{Surrogate}/gu, '\ufffd')
