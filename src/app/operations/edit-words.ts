import { scopeInSentence } from '../../rules/api-words'
import { cut } from '../ui/cut'
import { nameInText } from '../ui/name'
import { ownerWord } from '../words/owner-word'
import { because, lostCall, refusalText, unreadFirstText, unreadText } from './failure-text'
import type { EditOperation } from './operation'
import type { Of, Result } from './result'
import { isUnchanged } from './same-secret'
import type { Words } from './words'

/** What became of an edit. `apiName` is who was asked. */
export const editWords = (operation: EditOperation, result: Result, apiName: string): Words => {
  const [was, wanted] = [nameInText(operation.seen.key), nameInText(operation.key)]
  switch (result.kind) {
    case 'done': {
      const now = nameInText(result.secret?.key ?? operation.key)
      return {
        tone: 'ok',
        title: `${now} was saved`,
        text:
          (was === now
            ? 'Its value was not touched.'
            : `It was ${was} before. Its value was not touched; deployments see the new name from their next run on.`) +
          (result.by === 'list' ? ' The answer was lost, and the list shows it so.' : ''),
      }
    }
    case 'refused':
      return {
        tone: 'danger',
        title: 'Not saved',
        text: `${was} is as it was.${because(result.failure, apiName)} Nothing was changed.`,
        failure: result.failure,
      }
    case 'conflict':
      return {
        tone: 'danger',
        title: 'Not saved',
        text: `${apiName} refused the name: ${wanted} exists already${existingWords(operation, result)}. Nothing was changed. Choose another key.`,
        failure: result.failure,
      }
    case 'stale':
      return staleWords(operation, result, apiName)
    case 'unconfirmed':
      if (result.because !== null)
        return {
          tone: 'warning',
          title: `Whether ${was} was saved is not certain`,
          text: `The first answer was lost. ${result.because.kind === 'stale' ? `${renamedWords(operation, result.because)} as it was then: somebody else edited it, before or after.` : refusalText(result.because.failure ?? lostCall, apiName)} Look at it, then edit it again.`,
          failure: result.failure,
        }
      return {
        tone: 'warning',
        title: `${was} is not saved so far`,
        text: 'The answer was lost, and the list shows it as it was. Trying again is safe; it looks first.',
        failure: result.failure,
      }
    case 'unknown':
      return {
        tone: 'danger',
        title: 'Outcome unknown',
        text: `The answer was lost, and ${unreadText[result.why]} cannot be read either: ${was} may or may not have been saved. Trying again is safe; it looks first.`,
        failure: result.failure,
      }
    case 'cancelled':
      return { tone: 'info', title: 'Not saved', text: `Nothing of ${was} was changed.` }
  }
}

const staleWords = ({ seen }: EditOperation, result: Of<'stale'>, apiName: string): Words => {
  const was = nameInText(seen.key)
  switch (result.why) {
    case 'gone':
      return {
        tone: 'warning',
        title: `${was} is gone`,
        text: result.sent
          ? 'Somebody deleted it meanwhile, and with it whatever was saved. The list was read again.'
          : 'Somebody deleted it meanwhile. Nothing was changed, and the list was read again.',
      }
    case 'changed':
      return {
        tone: 'warning',
        title: `${was} changed meanwhile`,
        text: `${changedWords(seen, result)} Nothing was changed; close this, look at it, then edit it again.`,
      }
    case 'unread':
      return {
        tone: 'danger',
        title: 'Not saved',
        text: unreadFirstText(result.failure, apiName, 'Nothing was changed'),
        failure: result.failure,
      }
    default:
      return {
        tone: 'warning',
        title: 'Not saved',
        text: `What the list says of ${was} could not be read, or not in full: to save this could lose some of it. Nothing was sent. Look at it in Qovery’s console.`,
      }
  }
}

const changedWords = (seen: EditOperation['seen'], { now }: Of<'stale'>) => {
  if (now === null) return 'Somebody edited it.'
  if (now.key !== seen.key) return `Somebody edited it: it is ${nameInText(now.key)} now.`
  return isUnchanged(seen, now)
    ? 'Somebody edited its description.'
    : 'Somebody changed what it points at.'
}

const renamedWords = ({ seen }: EditOperation, { now }: Of<'stale'>) =>
  now === null || now.key === seen.key ? 'It is not' : `It is ${nameInText(now.key)} now, and not`

const existingWords = ({ owner }: EditOperation, { existing }: Of<'conflict'>) => {
  if (existing === null) return `, outside this ${ownerWord(owner)}’s list`
  if (existing === 'unreadable') return ', and where it is could not be read'
  return `, at ${cut(scopeInSentence(existing.scope))} scope`
}
