import { scopeInSentence } from '../../rules/api-words'
import { secretPath } from '../../rules/page-paths'
import type { Secret } from '../../qovery/schema'
import { placeError, type PlacedError } from '../words/place-error'
import { counted } from '../ui/count'
import { cut } from '../ui/cut'
import { nameInText } from '../ui/name'
import { ownerWord } from '../words/owner-word'
import { lostText, unreadFirstText } from './failure-text'
import type { CreateOperation } from './operation'
import type { Of, Result } from './result'
import type { Asked, Words } from './words'

/** What the undo of an alias does that keeps an old name. */
const bothText = ({ renaming }: CreateOperation) =>
  renaming === undefined
    ? ''
    : ` It keeps the old name of ${nameInText(renaming.seen.key)}: its undo takes back both.`

/** What became of a creation. */
export const createWords = (operation: CreateOperation, result: Result, asked: Asked): Words => {
  const key = nameInText(operation.request.key)
  const { apiName } = asked
  const linkTo = (id: string) => ({
    href: secretPath(operation.owner, id),
    label: `Open ${key}`,
  })
  switch (result.kind) {
    case 'done':
      return {
        tone: 'ok',
        title: `${key} was created`,
        text:
          result.by === 'list'
            ? `The ${ownerWord(operation.owner)}’s list has it, and it points where it was to point.${bothText(operation)}`
            : `${otherKey(operation, result)}It takes effect at the next deployment.${bothText(operation)}`,
        ...(result.secret === null ? {} : { link: linkTo(result.secret.id) }),
      }
    case 'refused':
    case 'conflict': {
      const existing = result.kind === 'conflict' ? result.existing : null
      return {
        tone: result.kind === 'conflict' ? 'info' : 'danger',
        title: `${key} was not created`,
        text: notCreated(operation, result, asked).message,
        failure: result.failure,
        ...(existing === null || existing === 'unreadable' ? {} : { link: linkTo(existing.id) }),
      }
    }
    case 'unconfirmed':
      return {
        tone: 'warning',
        title: `${apiName} shows no such alias`,
        text: unconfirmedText(operation, result, asked),
        failure: result.failure,
      }
    case 'unknown':
      return {
        tone: 'danger',
        title: 'Outcome unknown',
        text: unknownText(operation, result, apiName),
        failure: result.failure,
      }
    case 'stale':
      return {
        tone: 'warning',
        title: `${key} was not created`,
        text:
          result.why === 'unread'
            ? unreadFirstText(result.failure, apiName, 'Nothing was created')
            : `An entry of the ${ownerWord(operation.owner)}’s list that cannot be read has the name ${key}, or may have it. Nothing was created.`,
        failure: result.failure,
      }
    case 'cancelled':
      return {
        tone: 'info',
        title: 'Cancelled',
        text: `${key} was not created, and is not sent again by itself.`,
      }
  }
}

const otherKey = ({ request }: CreateOperation, { secret }: Of<'done'>) =>
  secret === null || secret.key === request.key
    ? ''
    : `The server chose another key: ${nameInText(secret.key)}. `

/** Where the form says that nothing was created, and in which words. */
export const notCreated = (
  { owner, request }: CreateOperation,
  result: Of<'refused' | 'conflict'>,
  asked: Asked,
): PlacedError => {
  if (result.kind === 'conflict')
    return { field: 'key', message: conflictText(result, { owner, request }, asked.apiName) }
  if (result.failure !== null)
    return placeError(result.failure, { ...asked, ownerKind: owner.kind })
  return { field: 'form', message: `${asked.apiName} refused the request. Nothing was created.` }
}

const conflictText = (
  { existing, isSame, failure }: Of<'conflict'>,
  { owner, request }: Pick<CreateOperation, 'owner' | 'request'>,
  apiName: string,
) => {
  const key = nameInText(request.key)
  if (isSame)
    return `${key} existed already and points at this very secret. Nothing was created, and nothing needs to be.`
  // Then it was not sent: the list said so before.
  if (failure === null) return takenText(key, existing)
  const isRefused = failure.kind === 'http' && (failure.status ?? 500) < 500
  // The answer was lost, and may have said anything: the list alone speaks.
  if (!isRefused && existing !== null && existing !== 'unreadable')
    return `${lostText(failure, apiName)}, and ${key} is another secret, at ${cut(scopeInSentence(existing.scope))} scope${targetText(existing)}: this alias is not there. Open that one, or choose another key.`
  const refused = `${apiName} refused the name: ${key} exists already`
  if (existing === null || existing === 'unreadable') {
    const scope = failure.existing?.scope
    return `${refused}${scope ? `, at ${cut(scopeInSentence(scope))} scope` : ''}, outside this ${ownerWord(owner)}’s list. Nothing was created. Choose another key.`
  }
  return `${refused}, at ${cut(scopeInSentence(existing.scope))} scope${targetText(existing)}. Nothing was created. Open it, or choose another key.`
}

const takenText = (key: string, existing: Of<'conflict'>['existing']) =>
  existing === null || existing === 'unreadable'
    ? `${key} exists already. Nothing was created. Choose another key.`
    : `${key} exists already, at ${cut(scopeInSentence(existing.scope))} scope${targetText(existing)}. Nothing was created. Open it, or choose another key.`

const unconfirmedText = (
  operation: CreateOperation,
  { failure, keyless, because }: Of<'unconfirmed'>,
  asked: Asked,
) => {
  const key = nameInText(operation.request.key)
  const list = `the ${ownerWord(operation.owner)}’s list`
  return because?.kind === 'refused'
    ? `The first answer was lost, and ${key} was not in ${list}. It was sent again: ${notCreated(operation, because, asked).message} The first call may still take effect.`
    : `${lostText(failure, asked.apiName)}, and ${key} is not in ${list}${notListed(keyless)}`
}

const targetText = ({ aliased_secret: target }: Secret) =>
  target === null ? '' : ` and points at ${nameInText(target.key)}`

const notListed = (keyless: number) =>
  keyless === 0
    ? ': nothing was created so far.'
    : `, as far as it can be read: ${counted(keyless, 'entry', 'entries')} that cannot may be it.`

const unknownText = (
  { owner, request }: CreateOperation,
  { why, failure }: Of<'unknown'>,
  apiName: string,
) => {
  const key = nameInText(request.key)
  const list = `the ${ownerWord(owner)}’s list`
  const unread = why === 'list' ? list : `the entry of ${list} that may be it`
  return failure?.status === 409
    ? `${apiName} answered that ${key} exists already, and ${unread} cannot be read: it may be this alias, or another one.`
    : `${lostText(failure, apiName)}, and ${unread} cannot be read either. ${key} may or may not exist.`
}
