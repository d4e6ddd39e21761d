import type { InputRow } from '../input/input-row'

/**
 * Finds, of all rows with a key, the places of those that tell what is wrong with any of them: the first, and the first
 * with another source than that. However many rows ask for a key, its rows are looked through once.
 */
export const tellingRows = (
  rows: readonly InputRow[],
  places: ReadonlyMap<string, readonly number[]>,
) => {
  const known = new Map<string, readonly number[]>()
  return (key: string): readonly number[] => {
    const before = known.get(key)
    if (before !== undefined) return before
    const all = places.get(key) ?? []
    const [first] = all
    const other = all.find((place) => rows[place]?.source !== rows[first ?? place]?.source)
    const found = [first, other].filter((place) => place !== undefined)
    known.set(key, found)
    return found
  }
}
