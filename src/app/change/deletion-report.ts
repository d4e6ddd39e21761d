import type { Deletion } from '../outcome/delete-secret'
import { refusal, type Report } from './report'

/** What came of a deletion. `along` is how many went with it; `peer` is who was asked. */
export const deletionReport = (
  deletion: Deletion,
  { key, along, peer }: { key: string; along: number; peer: string },
): Report => {
  switch (deletion.kind) {
    case 'deleted':
      return {
        tone: 'ok',
        title: `${key} was deleted`,
        text:
          (along === 0
            ? 'Nothing else went with it.'
            : `${along} more went with it, as was listed.`) +
          (deletion.evidence === 'list'
            ? ' The answer was lost, and the list no longer shows it.'
            : ''),
      }
    case 'gone':
      return {
        tone: 'info',
        title: `${key} was gone already`,
        text: 'Somebody else deleted it, so there is nothing left to do. The list was read again.',
      }
    case 'changed':
      return {
        tone: 'warning',
        title: `${key} changed meanwhile`,
        text: 'Its name or what it points at is another one than you saw. Nothing was deleted, and the list was read again.',
      }
    case 'more':
      return {
        tone: 'warning',
        title: 'More would go with it than was listed',
        text: 'Somebody made another alias of it meanwhile. Nothing was deleted; look at the new list, then decide.',
      }
    case 'unreadable':
      return {
        tone: 'warning',
        title: 'Not deleted',
        text: `What the list says of ${key} could not be read, so it is not certain what would be deleted. Nothing was sent. Look at it in Qovery’s console.`,
      }
    case 'unread':
      return {
        tone: 'danger',
        title: 'Not deleted',
        text: `The list could not be read first. ${refusal(deletion.error, peer)} Nothing was deleted; try again.`,
        error: deletion.error,
      }
    case 'refused':
      return {
        tone: 'danger',
        title: 'Not deleted',
        text: `${refusal(deletion.error, peer)} Nothing was deleted.`,
        error: deletion.error,
      }
    case 'kept':
      return {
        tone: 'warning',
        title: `${key} is still there`,
        text: 'The answer was lost, and the list still shows it: nothing was deleted so far. Trying again is safe.',
        error: deletion.error,
      }
    case 'unknown':
      return {
        tone: 'danger',
        title: 'Outcome unknown',
        text: `The answer was lost, and ${deletion.why === 'list' ? 'the list' : 'what the list says of it'} cannot be read either: ${key} may or may not exist. Trying again is safe; it looks first.`,
        error: deletion.error,
      }
  }
}
