import { isWithin, type Owner } from '../../qovery/owner'
import { createPath, historyPath } from '../../rules/page-paths'
import { isAsWanted, isOpen } from './result'
import type { Status } from './statuses'

/** What the page is like on which an operation is to be told of. */
export interface Telling {
  path: string
  /** The owner whose list is on the page. */
  listed: Owner | undefined
  /** Whether what Qovery gave out may be shown. */
  ready: boolean
  /** The creation that the form asked for last. */
  askedInForm: string | undefined
  /** What was asked for on this page, and is not gone on with by a notice. */
  askedHere: ReadonlySet<string>
}

/**
 * Who tells of an operation. nobody: whoever shows it by itself, another tab, or it was seen · form: the panel beside it ·
 * history: its entries · sign-in: a count, until there is a token · toast: a notice beside the list whose rows or entries
 * show the same · notice: one at the top of the page.
 */
export type Teller = 'nobody' | 'form' | 'history' | 'sign-in' | 'toast' | 'notice'

export const tellerOf = (status: Status, on: Telling): Teller => {
  const { operation, result, isAttended, isElsewhere, isPast } = status
  // What another tab is at is that tab's, but for an alias that does not exist meanwhile.
  if (isAttended || isPast || (isElsewhere && operation.kind !== 'repoint')) return 'nobody'
  if (on.path === createPath && on.askedInForm === operation.id) return 'form'
  const isAskedHere = on.askedHere.has(operation.id)
  // What was done there just now is told all the same.
  const isEnded = result !== undefined && !isOpen(result)
  if (on.path === historyPath && isEnded && !isAskedHere) return 'history'
  // What Qovery gave out of secrets goes from the screen with the token. What somebody typed here is theirs.
  if (!on.ready && !isTyped(status)) return 'sign-in'
  const isListed =
    on.path === historyPath || (on.listed !== undefined && isWithin(on.listed, operation.owner))
  const isInRows = isListed && isAskedHere && result !== undefined && isAsWanted(result, operation)
  return isInRows ? 'toast' : 'notice'
}

// Not what brings an alias back, or keeps an old name: Qovery gave that name out.
const isTyped = ({ operation, result, isOwn }: Status) =>
  isOwn &&
  operation.kind === 'create' &&
  operation.undoesId === undefined &&
  operation.renamedTo === undefined &&
  result?.kind !== 'done'
