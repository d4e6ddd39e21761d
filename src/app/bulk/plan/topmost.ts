import type { Secret } from '../../../qovery/schema'

/**
 * The chosen row that takes a secret along, and is not taken along itself.
 * @param takenBy by the id of a secret, which other chosen one takes it along
 */
export const topmost = (
  { id }: Secret,
  takenBy: ReadonlyMap<string, Secret>,
): Secret | undefined => {
  const passed = new Set([id])
  let taker = takenBy.get(id)
  for (; taker !== undefined && !passed.has(taker.id); taker = takenBy.get(taker.id) ?? taker) {
    passed.add(taker.id)
  }
  // In a circle of links nobody is the first: then each is asked for by itself.
  return taker === undefined || taker.id === id ? undefined : taker
}
