import type { Secret } from '../../qovery/schema'
import { epochMilliseconds } from '../../qovery/timestamp'
import { parentOf, type Related, type Relations } from './relate'
import type { Sorting } from './view'

/** A secret at its place in the tree. */
interface TreeNode {
  related: Related
  /** 1 at the top. */
  level: number
  /** Index of the node that it stands below; -1 at the top. */
  parent: number
}

/** All secrets of a project as they stand below each other, from the first line to the last. */
export type Tree = readonly TreeNode[]

/** Puts a project's secrets in an order that holds among the children of each. */
export const treeOf = (relations: Relations, sort: Sorting, descending: boolean): Tree => {
  const top: Related[] = []
  const below = new Map<Related, Related[]>()
  for (const related of ordered(relations, sort, descending)) {
    const parent = parentOf(related)
    const siblings = parent === undefined ? top : below.get(parent)
    if (siblings !== undefined) siblings.push(related)
    else if (parent !== undefined) below.set(parent, [related])
  }
  const tree: TreeNode[] = []
  const placed = new Set<Related>()
  // No recursion: a hostile list may be as deep as it is long.
  const addFrom = (first: Related) => {
    const left: TreeNode[] = [{ related: first, level: 1, parent: -1 }]
    for (let next = left.pop(); next !== undefined; next = left.pop()) {
      if (placed.has(next.related)) continue
      placed.add(next.related)
      const parent = tree.push(next) - 1
      const children = below.get(next.related) ?? []
      for (let index = children.length - 1; index >= 0; index -= 1) {
        const related = children[index]
        if (related !== undefined) left.push({ related, level: next.level + 1, parent })
      }
    }
  }
  for (const related of top) addFrom(related)
  // Links that lead in a circle have no top. No honest list has one, and still nothing may vanish.
  for (const related of relations.values()) if (!placed.has(related)) addFrom(related)
  return tree
}

const sortValue: Record<Sorting, (secret: Secret, related: Related) => string | number> = {
  key: ({ key }) => key,
  type: ({ variable_type }) => variable_type ?? '',
  // What aliases point at stands with them, before what nothing points at.
  target: ({ key, aliased_secret }, { aliases }) =>
    aliased_secret?.key ?? (aliases.length > 0 ? key : '\uFFFF'),
  scope: ({ scope }) => scope,
  owner: ({ owned_by }) => owned_by ?? '',
  description: ({ description }) => description ?? '',
  updated: ({ updated_at, created_at }) => epochMilliseconds(updated_at ?? created_at ?? '') ?? 0,
}

// Equal ones follow their keys, then their ids, so that an order never depends on the list's.
const ordered = (relations: Relations, sort: Sorting, descending: boolean): Related[] => {
  const value = sortValue[sort]
  const sign = descending ? -1 : 1
  return [...relations.values()]
    .map((related) => ({ related, value: value(related.secret, related) }))
    .toSorted(
      (left, right) =>
        sign * compare(left.value, right.value) ||
        compare(left.related.secret.key, right.related.secret.key) ||
        compare(left.related.secret.id, right.related.secret.id),
    )
    .map(({ related }) => related)
}

const compare = <Value extends string | number>(left: Value, right: Value) =>
  left < right ? -1 : left > right ? 1 : 0
