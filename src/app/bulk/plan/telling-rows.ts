/**
 * Finds, of all rows with a key, the places of those that tell what is wrong with any of them: the first, and the first
 * with another target than that. However many rows ask for a key, its rows are looked through once.
 * @param meantBy what the target of the row at a place means, by whichever name it is written
 */
export const tellingRows = (
  places: ReadonlyMap<string, readonly number[]>,
  meantBy: (place: number) => string,
) => {
  const known = new Map<string, readonly number[]>()
  return (key: string): readonly number[] => {
    const before = known.get(key)
    if (before !== undefined) return before
    const all = places.get(key) ?? []
    const [first] = all
    const meant = first === undefined ? '' : meantBy(first)
    const other = all.find((place) => meantBy(place) !== meant)
    const found = [first, other].filter((place) => place !== undefined)
    known.set(key, found)
    return found
  }
}
