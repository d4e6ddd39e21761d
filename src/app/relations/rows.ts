import type { Related } from './relate'
import type { Tree } from './tree'

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
  /** Levels from 2 on, as bits from the lowest, at which a line goes on past this row to one that follows. */
  rails: number
}

/**
 * The lines of a tree of which some places match: those, and all that they stand below. In one pass, since it is drawn
 * anew for each letter of a search.
 * @param collapsed ids of secrets whose lines below are hidden
 */
export const rowsOf = (
  tree: Tree,
  matching: readonly number[],
  collapsed: ReadonlySet<string> = new Set(),
): Row[] => {
  const matches = new Uint8Array(tree.length)
  // How many are shown below each row, and last how many at the top.
  const below = new Uint32Array(tree.length + 1)
  const shown = new Uint8Array(tree.length)
  const slot = (parent: number) => (parent === -1 ? tree.length : parent)
  const parentAt = (index: number) => tree[index]?.parent ?? -1
  for (const match of matching) {
    matches[match] = 1
    for (let at = match; at !== -1 && shown[at] === 0; at = parentAt(at)) {
      shown[at] = 1
      const parent = slot(parentAt(at))
      below[parent] = (below[parent] ?? 0) + 1
    }
  }

  const rows: Row[] = []
  const positions = new Uint32Array(tree.length + 1)
  const railsAt = new Uint32Array(tree.length)
  // Everything deeper than this is hidden, until a line comes that is not.
  let deepest = Infinity
  tree.forEach(({ related, level, parent }, index) => {
    if (shown[index] === 0 || level > deepest) return
    deepest = Infinity
    const at = slot(parent)
    const position = (positions[at] ?? 0) + 1
    positions[at] = position
    const siblings = below[at] ?? 0
    const rails =
      (railsAt[parent] ?? 0) |
      (level > 1 && level < 32 && position < siblings ? 1 << (level - 2) : 0)
    railsAt[index] = rails
    const bears = (below[index] ?? 0) > 0
    const hidden = bears && collapsed.size > 0 && collapsed.has(related.secret.id)
    if (hidden) deepest = level
    rows.push({
      related,
      level,
      position,
      siblings,
      expanded: bears ? !hidden : undefined,
      context: matches[index] === 0,
      rails,
    })
  })
  return rows
}
