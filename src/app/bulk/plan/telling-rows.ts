/**
 * Finds, of all rows with a key, the indexes of those that tell what is wrong with any of them: the first, and the first
 * with another target than that. However many rows ask for a key, its rows are looked through once.
 * @param meantBy what the target of the row at an index means, by whichever name it is written
 */
export const tellingRows = (
  rowsByKey: ReadonlyMap<string, readonly number[]>,
  meantBy: (rowIndex: number) => string,
) => {
  const known = new Map<string, readonly number[]>()
  return (key: string): readonly number[] => {
    const before = known.get(key)
    if (before !== undefined) return before
    const all = rowsByKey.get(key) ?? []
    const [first] = all
    const meant = first === undefined ? '' : meantBy(first)
    const other = all.find((rowIndex) => meantBy(rowIndex) !== meant)
    const found = [first, other].filter((rowIndex) => rowIndex !== undefined)
    known.set(key, found)
    return found
  }
}
