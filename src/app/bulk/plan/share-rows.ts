import { chainOf, isSameOwner, type Owner } from '../../../qovery/owner'
import type { InputRow } from '../input/input-row'
import type { FoundPlace } from './find-place'
import { nameOf, type Place } from './place'

/** A row that is to be planned; `misplaced` says why its place cannot be told. */
type SharedRow = InputRow & { agreed?: boolean; misplaced?: string }

/** The rows of one place. */
export interface Share extends Place {
  rows: SharedRow[]
  /** Where each stands among all rows that were given. */
  of: number[]
}

interface Shared {
  shares: Share[]
  /** Rows whose place cannot be told. */
  misplaced: Pick<Share, 'rows' | 'of'>
  /** A sentence for each ticked place that gets nothing, since it sees what another one gets. */
  notes: string[]
}

export const namesPlace = ({ environment, service }: InputRow): boolean =>
  environment !== undefined || service !== undefined

/** Whether a place can see what the other one gets. */
const isAround = (wider: Owner, owner: Owner) =>
  !isSameOwner(wider, owner) && chainOf(owner).some((each) => isSameOwner(each, wider))

/** Gives each row to the place that it names, or to every ticked one. Each place gets its rows in their order. */
export const shareRows = (
  rows: readonly (InputRow & { agreed?: boolean })[],
  ticked: readonly Place[],
  find: (row: InputRow) => FoundPlace,
): Shared => {
  const shares = new Map<string, Share>()
  const shareOf = (place: Place) => {
    const share = shares.get(place.owner.id) ?? { ...place, rows: [], of: [] }
    shares.set(place.owner.id, share)
    return share
  }
  const notes: string[] = []
  const isTickUsed = !rows.every(namesPlace)
  const everywhere = ticked.filter((place) => {
    const wider = ticked.find(({ owner }) => isAround(owner, place.owner))
    // The key would be taken there as soon as the wider one has it.
    if (wider !== undefined && isTickUsed)
      notes.push(
        `Nothing is planned in ${nameOf(place)}: what ${nameOf(wider)} gets is seen there.`,
      )
    return wider === undefined
  })
  for (const place of everywhere) shareOf(place)
  const misplaced: Shared['misplaced'] = { rows: [], of: [] }
  for (const [index, row] of rows.entries()) {
    const found = namesPlace(row) ? find(row) : undefined
    if (found?.kind === 'none') {
      misplaced.rows.push({ ...row, misplaced: found.problem })
      misplaced.of.push(index)
      continue
    }
    for (const place of found === undefined ? everywhere : [found.place]) {
      const share = shareOf(place)
      share.rows.push(row)
      share.of.push(index)
    }
  }
  const used = [...shares.values()].filter(({ of }) => of.length > 0)
  return { shares: used.map((share) => withoutSeen(share, used)), misplaced, notes }
}

/** Says of each row whose key a place further out gets as well that it would be seen twice. */
const withoutSeen = (share: Share, all: readonly Share[]): Share => {
  const around = all.filter(({ owner }) => isAround(owner, share.owner))
  if (around.length === 0) return share
  const given = new Map(
    around.flatMap((wider) => wider.rows.map(({ key }) => [key, nameOf(wider)] as const)),
  )
  const rows = share.rows.map((row) => {
    const wider = given.get(row.key)
    if (wider === undefined || row.problem !== undefined) return row
    const problem = `What ${wider} gets is seen here, and another row gives it this key: keep one of the two.`
    return Object.assign({}, row, { problem })
  })
  return { ...share, rows }
}
