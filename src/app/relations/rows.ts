import type { Secret } from '../../qovery/schema'
import { epochMilliseconds } from '../../qovery/timestamp'
import { childrenOf, parentOf, type Related, type Relations } from './relate'
import type { Sorting, View } from './view'

/** One line of the tree. */
export interface Row {
  related: Related
  /** 1 at the top. */
  level: number
  /** Its place among its siblings that are shown, from 1, and how many those are. */
  position: number
  siblings: number
  /** Undefined where nothing is below it. */
  expanded: boolean | undefined
  /** Shown only because something below it matches. */
  context: boolean
}

/**
 * The lines of a project's tree in the order of a view. What matches is shown below all that it stands below.
 * @param collapsed ids in lower case of secrets whose lines below are hidden
 */
export const rowsOf = (
  relations: Relations,
  view: View,
  collapsed: ReadonlySet<string> = new Set(),
): Row[] => {
  const matches = matcher(view)
  const matching = new Set<Related>()
  const shown = new Set<Related>()
  for (const related of relations.values()) {
    if (!matches(related)) continue
    matching.add(related)
    for (
      let each: Related | undefined = related;
      each !== undefined && !shown.has(each);
      each = parentOf(each)
    ) {
      shown.add(each)
    }
  }
  const order = comparing(view)
  const rows: Row[] = []
  const placed = new Set<Related>()
  const place = (siblings: Related[], level: number) => {
    siblings.sort(order)
    for (const [index, related] of siblings.entries()) {
      placed.add(related)
      const below = childrenOf(related).filter((each) => shown.has(each) && !placed.has(each))
      const hidden = collapsed.has(related.secret.id.toLowerCase())
      rows.push({
        related,
        level,
        position: index + 1,
        siblings: siblings.length,
        expanded: below.length === 0 ? undefined : !hidden,
        context: !matching.has(related),
      })
      if (below.length > 0 && !hidden) place(below, level + 1)
      else for (const each of below) markBelow(each, placed)
    }
  }
  place(
    [...shown].filter((each) => parentOf(each) === undefined),
    1,
  )
  // Links that lead in a circle have no top. No honest list has any, and still nothing may vanish.
  for (const each of shown) if (!placed.has(each)) place([each], 1)
  return rows
}

const markBelow = (related: Related, placed: Set<Related>) => {
  if (placed.has(related)) return
  placed.add(related)
  for (const each of childrenOf(related)) markBelow(each, placed)
}

const matcher = ({ search, type, scope, owner, hasAliases, orphaned }: View) => {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean)
  return (related: Related): boolean => {
    const { secret } = related
    if (type !== '' && secret.variable_type !== type) return false
    if (scope !== '' && secret.scope !== scope) return false
    if (owner !== '' && secret.owned_by !== owner) return false
    if (hasAliases && related.aliases.length === 0) return false
    if (orphaned && !related.orphaned) return false
    return words.length === 0 || containsAll(haystackOf(secret), words)
  }
}

const containsAll = (text: string, words: string[]) => words.every((word) => text.includes(word))

// Lower-cased once a secret, however often somebody types another letter.
const haystacks = new WeakMap<Secret, string>()

const haystackOf = (secret: Secret): string => {
  const known = haystacks.get(secret)
  if (known !== undefined) return known
  const { key, description, aliased_secret, owned_by, id } = secret
  // A line break stands between them, so that no word is found across two.
  const haystack = [key, description, aliased_secret?.key, owned_by, id]
    .filter((text) => text !== null && text !== undefined)
    .join('\n')
    .toLowerCase()
  haystacks.set(secret, haystack)
  return haystack
}

const sortValue: Record<Sorting, (secret: Secret) => string | number> = {
  key: ({ key }) => key,
  type: ({ variable_type }) => variable_type ?? '',
  scope: ({ scope }) => scope,
  owner: ({ owned_by }) => owned_by ?? '',
  updated: ({ updated_at, created_at }) => epochMilliseconds(updated_at ?? created_at) ?? 0,
}

// Equal ones follow their keys, then their ids, so that an order never depends on the list's.
const comparing = ({ sort, descending }: View) => {
  const value = sortValue[sort]
  const sign = descending ? -1 : 1
  return ({ secret: left }: Related, { secret: right }: Related): number =>
    sign * compare(value(left), value(right)) ||
    compare(left.key, right.key) ||
    compare(left.id, right.id)
}

const compare = <Value extends string | number>(left: Value, right: Value) =>
  left < right ? -1 : left > right ? 1 : 0
