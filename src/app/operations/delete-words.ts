import { isAlias } from '../relations/relate'
import { nameInText } from '../ui/name'
import { lostCall, refusalText, unreadFirstText, unreadText } from './failure-text'
import type { DeleteOperation } from './operation'
import type { Of, Result } from './result'
import type { Words } from './words'

/** What became of a deletion. `apiName` is who was asked. */
export const deleteWords = (operation: DeleteOperation, result: Result, apiName: string): Words => {
  const key = nameInText(operation.seen.key)
  switch (result.kind) {
    case 'done':
      return operation.undoes === undefined
        ? {
            tone: 'ok',
            title: `${key} was deleted`,
            text: alongText(operation) + lostText(result),
          }
        : {
            tone: 'info',
            title: `${key} was deleted`,
            text: undoneText(operation) + lostText(result),
          }
    case 'stale':
      return staleWords(operation, result, apiName)
    case 'unconfirmed':
      if (result.because !== null)
        return {
          tone: 'warning',
          title: `${key} is still there`,
          text: `The first answer was lost. ${result.because.kind === 'stale' ? 'It is another one than you saw by now, or more would go with it, so nothing more was sent.' : refusalText(result.because.failure ?? lostCall, apiName)} The first call may still take effect.`,
          failure: result.failure,
        }
      return {
        tone: 'warning',
        title: `${key} is still there`,
        text: 'The answer was lost, and the list still shows it: nothing was deleted so far. Trying again is safe.',
        failure: result.failure,
      }
    case 'unknown':
      return {
        tone: 'danger',
        title: 'Outcome unknown',
        text: `The answer was lost, and ${unreadText[result.why]} cannot be read either: ${key} may or may not exist. Trying again is safe; it looks first.`,
        failure: result.failure,
      }
    case 'refused':
    case 'conflict':
      return {
        tone: 'danger',
        title: 'Not deleted',
        text: `${result.failure === null ? '' : refusalText(result.failure, apiName)} Nothing was deleted: ${key} is still there.`,
        failure: result.failure,
      }
    case 'cancelled':
      return { tone: 'info', title: 'Not deleted', text: `${key} is still there.` }
  }
}

const alongText = ({ seen, dependents, unreadDependents }: DeleteOperation) => {
  const count = dependents.length + unreadDependents
  if (count > 0) return `${count} more went with it, as was listed.`
  // Of what may be used further in, not every list need have been read.
  return isAlias(seen) ? 'Nothing else went with it.' : 'Nothing else was listed to go with it.'
}

const undoneText = ({ renamedTo, renaming }: DeleteOperation) =>
  renamedTo === undefined
    ? 'Its creation was undone.'
    : renaming !== undefined
      ? `It kept the old name of ${nameInText(renamedTo)}, which is to be renamed back now. That is told by itself; where it is not, nothing has that name.`
      : `It kept the old name of ${nameInText(renamedTo)}: nothing has that name now.`

const lostText = ({ by }: Of<'done'>) =>
  by === 'list' ? ' The answer was lost, and the list no longer shows it.' : ''

const staleWords = (
  { seen, undoes, renaming }: DeleteOperation,
  result: Of<'stale'>,
  apiName: string,
): Words => {
  const key = nameInText(seen.key)
  switch (result.why) {
    case 'gone':
      return {
        tone: 'info',
        title: `${key} was gone already`,
        text: result.sent
          ? 'Somebody else deleted it, or the browser sent the deletion twice: there is nothing left to do. The list was read again.'
          : 'Somebody else deleted it, so there is nothing left to do. The list was read again.',
      }
    case 'changed':
      return {
        tone: 'warning',
        title: `${key} changed meanwhile`,
        text:
          renaming !== undefined
            ? `Somebody changed it since it was created, or ${nameInText(renaming.seen.key)}, which had its name. Nothing was deleted or renamed, and the list was read again.`
            : undoes === undefined
              ? 'Its name or what it points at is another one than you saw. Nothing was deleted, and the list was read again.'
              : 'Somebody changed it since it was created. Nothing was deleted, and the list was read again.',
      }
    case 'more dependents':
      return {
        tone: 'warning',
        title: 'More would go with it than was listed',
        text: 'Somebody made another alias of it meanwhile. Nothing was deleted; look at the new list, then decide.',
      }
    case 'unread':
      return {
        tone: 'danger',
        title: 'Not deleted',
        text: unreadFirstText(result.failure, apiName, 'Nothing was deleted'),
        failure: result.failure,
      }
    default:
      return {
        tone: 'warning',
        title: 'Not deleted',
        text: `What the list says of ${key} could not be read, so it is not certain what would be deleted. Nothing was sent. Look at it in Qovery’s console.`,
      }
  }
}
