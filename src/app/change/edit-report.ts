import type { Edit } from '../outcome/edit-secret'
import { cut } from '../ui/cut'
import { refusal, type Report } from './report'
import { nameInText } from '../ui/name'

/** What came of an edit. `peer` is who was asked. */
export const editReport = (
  edit: Edit,
  { seenKey, key, peer }: { seenKey: string; key: string; peer: string },
): Report => {
  switch (edit.kind) {
    case 'edited':
      return {
        tone: 'ok',
        title: `${nameInText(edit.secret.key)} was saved`,
        text:
          seenKey === edit.secret.key
            ? 'Its value was not touched.'
            : `It was ${nameInText(seenKey)} before. Its value was not touched; deployments see the new name from their next run on.`,
      }
    case 'gone':
      return {
        tone: 'warning',
        title: `${nameInText(seenKey)} is gone`,
        text: 'Somebody deleted it meanwhile. Nothing was changed, and the list was read again.',
      }
    case 'changed':
      return {
        tone: 'warning',
        title: `${nameInText(seenKey)} changed meanwhile`,
        text: `Somebody edited it: it is ${nameInText(edit.now.key)} now. Nothing was changed; close this, look at it, then edit it again.`,
      }
    case 'taken':
      return {
        tone: 'danger',
        title: 'Not saved',
        text: `${peer} refused the name: ${nameInText(key)} exists already${holderWords(edit.holder)}. Nothing was changed. Choose another key.`,
        error: edit.error,
      }
    case 'unreadable':
      return {
        tone: 'warning',
        title: 'Not saved',
        text: `What the list says of ${nameInText(seenKey)} could not be read, or not in full: to save this could lose some of it. Nothing was sent. Look at it in Qovery’s console.`,
      }
    case 'unread':
      return {
        tone: 'danger',
        title: 'Not saved',
        text: `The list could not be read first. ${refusal(edit.error, peer)} Nothing was changed; try again.`,
        error: edit.error,
      }
    case 'refused':
      return {
        tone: 'danger',
        title: 'Not saved',
        text: `${refusal(edit.error, peer)} Nothing was changed.`,
        error: edit.error,
      }
    case 'kept':
      return {
        tone: 'warning',
        title: 'Not saved so far',
        text: 'The answer was lost, and the list shows it as it was. Trying again is safe.',
        error: edit.error,
      }
    case 'unknown':
      return {
        tone: 'danger',
        title: 'Outcome unknown',
        text: `The answer was lost, and ${edit.why === 'list' ? 'the list' : 'what the list says of it'} cannot be read either: it may or may not have been saved. Trying again is safe; it looks first.`,
        error: edit.error,
      }
  }
}

const holderWords = (holder: Extract<Edit, { kind: 'taken' }>['holder']) => {
  if (holder === undefined) return ', outside this project’s list'
  if (holder === 'unreadable') return ', in an entry of the list that could not be read'
  return `, at ${cut(holder.scope)} scope`
}
