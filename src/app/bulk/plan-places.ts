import { ApiError } from '../../qovery/errors'
import { chainOf, isSameOwner } from '../../qovery/owner'
import type { SecretList } from '../../qovery/schema'
import { refusalText } from '../operations/failure-text'
import { apiName } from '../data/setting'
import { queryClient, secretsQuery } from '../queries/queries'
import { makePlan } from './plan/plan'
import type { Place, WholePlan } from './plan/whole-plan'
import { yielder } from './yield-to-main'

interface Planned {
  parts: WholePlan['parts']
  /** A sentence for each place whose list could not be read: it takes no other along. */
  unread: string[]
}

/** Lists that are read at the same time. */
const mostAtOnce = 4

/**
 * Plans the same rows in each of many places, by the list of each.
 * @param known the project's list, as it was read just now
 */
export const planPlaces = async (
  rows: Parameters<typeof makePlan>[0],
  { places, list: known }: { places: readonly Place[]; list: SecretList },
): Promise<Planned> => {
  const planned: (WholePlan['parts'][number] | string)[] = []
  const around = ({ owner }: Place) =>
    places.find(
      (other) =>
        !isSameOwner(other.owner, owner) &&
        chainOf(owner).some((each) => isSameOwner(each, other.owner)),
    )
  let next = 0
  const work = async () => {
    for (let at = next++; at < places.length; at = next++) {
      const place = places[at]
      if (place === undefined) continue
      const wider = around(place)
      // The key would be taken there as soon as the wider one has it.
      planned[at] =
        wider === undefined
          ? await planPlace(rows, place, known)
          : `Nothing is planned in ${nameOf(place)}: what ${nameOf(wider)} gets is seen there.`
    }
  }
  await Promise.all(Array.from({ length: mostAtOnce }, work))
  return {
    parts: planned.filter((each) => typeof each !== 'string'),
    unread: planned.filter((each) => typeof each === 'string'),
  }
}

const nameOf = ({ name }: Place) => name ?? 'the project'

const planPlace = async (
  rows: Parameters<typeof makePlan>[0],
  place: Place,
  known: SecretList,
): Promise<WholePlan['parts'][number] | string> => {
  try {
    const list =
      place.owner.kind === 'project'
        ? known
        : await queryClient.fetchQuery({ ...secretsQuery(place.owner), staleTime: 0 })
    return { ...place, plan: await makePlan(rows, list, yielder(), place.owner) }
  } catch (error) {
    const why = error instanceof ApiError ? refusalText(error, apiName) : ''
    return `Nothing is planned in ${nameOf(place)}, whose list could not be read. ${why}`
  }
}
