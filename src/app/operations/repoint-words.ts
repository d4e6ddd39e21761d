import { scopeInSentence } from '../../rules/api-words'
import type { ApiError } from '../../qovery/errors'
import { secretPath } from '../../rules/page-paths'
import { cut } from '../ui/cut'
import { nameInText } from '../ui/name'
import { ownerWord } from '../words/owner-word'
import { classify } from './classify'
import { because, lostText, refusalText, unreadText } from './failure-text'
import type { RepointOperation, Stage } from './operation'
import type { Of, Result } from './result'
import type { Words } from './words'

/** Where a re-pointing stands now that it ended. `apiName` is who was asked. */
export const repointWords = (
  operation: RepointOperation,
  result: Result,
  apiName: string,
): Words => {
  const { seen, from, to, owner } = operation
  const [alias, before, target] = [seen, from, to].map(({ key }) => nameInText(key))
  const linkTo = (id: string) => ({
    href: secretPath(owner, id),
    label: `Open ${alias}`,
  })
  const failure = 'failure' in result ? result.failure : null
  if (result.kind === 'refused' && result.left === 'restored')
    return {
      tone: 'warning',
      title: `${alias} points at ${before} again`,
      text: `It was deleted, but could not be made again with the new target.${because(failure, apiName)} So it was made again as it was, under a new ID.`,
      ...(result.secret === null ? {} : { link: linkTo(result.secret.id) }),
      failure,
    }
  if (result.kind === 'refused' && result.left === 'missing' && isLost(failure))
    return {
      tone: 'danger',
      title: `${alias} is not in the list`,
      text: `It was deleted. ${lostText(failure, apiName)} when it was made again, and the list does not show it so far. Try again brings it back as it was.`,
      failure,
    }
  if (result.kind === 'refused' && result.left === 'missing')
    return {
      tone: 'danger',
      title: `${alias} does not exist now`,
      text: `It was deleted, and could be made neither with the new target nor with the old one.${because(failure, apiName)} Try again brings it back as it was.`,
      failure,
    }
  switch (result.kind) {
    case 'done':
      return {
        tone: 'ok',
        title: `${alias} points at ${target} now`,
        text: `It pointed at ${before} before. It has a new ID, and takes effect at the next deployment.`,
        ...(result.secret === null ? {} : { link: linkTo(result.secret.id) }),
      }
    case 'refused':
    case 'stale':
      return {
        tone: 'warning',
        title: `${alias} was not changed`,
        text: `${whyNot(operation, result, apiName)} Nothing was deleted or created.`,
        failure,
      }
    case 'unconfirmed':
      return {
        tone: 'warning',
        title: `${alias} is still there`,
        text: `${result.because === null ? 'The answer was lost, and the list still shows it as it was.' : whyNot(operation, result.because, apiName)} Nothing was created, and nothing was deleted so far. But a deletion whose answer was lost may still take effect: going on looks first, and makes nothing twice.`,
      }
    case 'conflict':
      return {
        tone: 'danger',
        title: `Somebody else took the name ${alias}`,
        text: `The old alias was deleted, and before the new one was made the name was given to ${scopeOf(result)}. Nothing more was changed; look at it before you decide.`,
        ...(typeof result.existing === 'object' && result.existing !== null
          ? { link: linkTo(result.existing.id) }
          : {}),
      }
    case 'unknown':
      return {
        tone: 'danger',
        title: 'Outcome unknown',
        text: `${stageText[result.stage ?? 'deleting']} The answer was lost, and ${unreadText[result.why]} cannot be read either. Go on when ${apiName} can be reached.`,
      }
    case 'cancelled':
      return {
        tone: 'info',
        title: `${alias} was not changed`,
        text: 'Nothing was deleted or created.',
      }
  }
}

// Whether a call may have been heard all the same.
const isLost = (failure: ApiError | null): failure is ApiError =>
  failure !== null && classify(failure) === 'lost'

const stageText: Record<Stage, string> = {
  deleting: 'The old alias was to be deleted.',
  creating: 'The old alias is deleted, and the new one was to be made.',
  restoring: 'The old alias is deleted, and was to be brought back.',
}

const scopeOf = ({ existing }: Of<'conflict'>) =>
  typeof existing === 'object' && existing !== null
    ? `a secret at ${cut(scopeInSentence(existing.scope))} scope`
    : 'another secret'

const whyNot = (
  { owner, seen, to }: RepointOperation,
  why: Of<'refused' | 'stale'>,
  apiName: string,
): string => {
  if (why.kind === 'refused')
    return why.failure === null ? 'It was refused.' : refusalText(why.failure, apiName)
  switch (why.why) {
    case 'target gone':
      return `${nameInText(to.key)} is no longer in the ${ownerWord(owner)}’s list.`
    case 'target unreadable':
      return `What the list says of ${nameInText(to.key)} could not be read.`
    case 'key elsewhere':
      return `Something around the ${ownerWord(owner)} has the key ${nameInText(seen.key)} too, so ${apiName} would refuse to make the alias again.`
    case 'gone':
      return `Somebody else deleted ${nameInText(seen.key)}.`
    case 'changed':
      return 'Somebody else changed its name or what it points at.'
    case 'more dependents':
      return 'Something depends on it that would go with it.'
    case 'unreadable':
      return `What the list says of ${nameInText(seen.key)} could not be read, or not in full.`
    case 'unread':
      return why.failure === null
        ? 'The list could not be read first.'
        : refusalText(why.failure, apiName)
  }
}
