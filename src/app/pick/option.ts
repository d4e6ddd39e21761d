/** Something that can be picked, as a list shows it and a search finds it. */
export interface Option {
  id: string
  /** What stands in the box once it was picked; no two options of a list have the same. */
  name: string
  /** Type, scope, owner and the like, in one line. */
  facts: string
  /** The description; empty where there is none. */
  note: string
  /** Why it cannot be picked; undefined where it can. */
  disabledReason: string | undefined
  /** What it is listed under, where a list has such. */
  group?: string
  /** How deep it lies in a tree. */
  depth?: number
  /** All that a search looks at, folded: the name and below it the rest. */
  words: string
}
