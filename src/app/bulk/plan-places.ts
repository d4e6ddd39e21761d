import { ApiError } from '../../qovery/errors'
import { emptyList } from '../../rules/secret-index'
import { isSameOwner, projectIdOf, projectOwner, type Owner } from '../../qovery/owner'
import type { SecretList } from '../../qovery/schema'
import { refusalText } from '../operations/failure-text'
import { apiName } from '../data/setting'
import { fetchNow } from '../queries/fetch-now'
import { narrowerKeys } from '../queries/narrower-keys'
import { secretsQuery } from '../queries/queries'
import { treeQuery } from '../queries/tree-query'
import { placeFinder, type FoundPlace } from './plan/find-place'
import { nameOf, type Place } from './plan/place'
import { makePlan } from './plan/plan'
import { namesPlace, shareRows, type Share } from './plan/share-rows'
import type { PlanPart } from './plan/whole-plan'
import { yielder } from './yield-to-main'

interface Planned {
  parts: PlanPart[]
  /** A sentence for each place in which nothing is planned: one whose list could not be read takes no other along. */
  unplanned: string[]
}

interface Circumstances {
  /** Whose page it is. */
  owner: Owner
  /** Where the rows that name no place are to be. */
  places: readonly Place[]
  /** The owner's list, as it was read just now. */
  list: SecretList
}

/** Lists that are read at the same time. */
const mostAtOnce = 4

/** Plans each row in the place that it names, or in all that are ticked, by the list of each. */
export const planPlaces = async (
  rows: Parameters<typeof shareRows>[0],
  { owner, places, list }: Circumstances,
): Promise<Planned> => {
  const projectId = projectIdOf(owner)
  const { shares, misplaced, notes } = shareRows(rows, places, await finderFor(rows, projectId))
  const planned: (PlanPart | string)[] = []
  let next = 0
  const work = async () => {
    for (let at = next++; at < shares.length; at = next++) {
      const share = shares[at]
      if (share !== undefined) planned[at] = await planShare(share, { owner, list })
    }
  }
  await Promise.all(Array.from({ length: mostAtOnce }, work))
  if (misplaced.rows.length > 0) {
    const project = projectOwner(projectId)
    planned.push({
      owner: project,
      name: undefined,
      of: misplaced.of,
      plan: await makePlan(misplaced.rows, emptyList, yielder(), { owner: project }),
    })
  }
  return {
    parts: planned.filter((each) => typeof each !== 'string'),
    unplanned: [...notes, ...planned.filter((each) => typeof each === 'string')],
  }
}

/** The project's tree is read only where a row names a place in it. */
const finderFor = async (rows: Parameters<typeof shareRows>[0], projectId: string) => {
  if (!rows.some(namesPlace)) return (): FoundPlace => ({ kind: 'none', problem: '' })
  return placeFinder(await fetchNow(treeQuery(projectId)), apiName)
}

const planShare = async (
  share: Share,
  known: Pick<Circumstances, 'owner' | 'list'>,
): Promise<PlanPart | string> => {
  const { owner, name, rows, of } = share
  try {
    const list = isSameOwner(owner, known.owner)
      ? known.list
      : await fetchNow({ ...secretsQuery(owner), staleTime: 0 })
    return {
      owner,
      name,
      of,
      plan: await makePlan(rows, list, yielder(), { owner, narrower: narrowerKeys(owner) }),
    }
  } catch (error) {
    const why = error instanceof ApiError ? refusalText(error, apiName) : ''
    return `Nothing is planned in ${nameOf(share)}, whose list could not be read. ${why}`
  }
}
