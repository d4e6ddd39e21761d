import { isInherited } from '../../../qovery/owner'
import type { SecretList } from '../../../qovery/schema'
import { placeText, type ListBelow } from '../../lineage/lineage-plan'

/** An owner's list with what others own further in, and where that is, by id. */
export const withBelow = (list: SecretList, below: readonly ListBelow[] = []) => {
  if (below.length === 0) return { list, places: new Map<string, string>() }
  const results = [...list.results]
  const places = new Map<string, string>()
  for (const each of below)
    for (const secret of each.list.results) {
      if (isInherited(secret.scope, each.owner)) continue
      results.push(secret)
      places.set(secret.id, placeText(each))
    }
  return { list: { ...list, results }, places }
}
