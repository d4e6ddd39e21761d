import type { ApiError } from '../../../qovery/errors'
import type { Secret } from '../../../qovery/schema'
import type { SecretIndex } from '../../../qovery/secret-index'
import { matchAlias, type Match } from '../../operations/match-alias'
import { compare } from './compare'
import type { JobRow } from './job'
import { madeBy } from './made-by'
import type { Ending, Task, Unsent } from './task'

/** Creates aliases. `call` sends one; `say` puts a refusal into words. */
export const createTask = (
  call: (row: JobRow) => Promise<Secret>,
  say: (error: ApiError) => string,
): Task => ({
  call,
  done: (row, answer) => ({
    ...madeBy(answer),
    reason:
      answer !== undefined && answer.key !== row.key
        ? `The server chose another key: ${answer.key}.`
        : '',
  }),
  refused: ({ sentAt }, error) => ({
    // A refusal says nothing of an earlier call that may have been heard.
    ...(sentAt === undefined
      ? { state: 'refused', reason: say(error) }
      : { state: 'absent', reason: `${lost} Sent again: ${say(error)}` }),
    requestId: error.requestId ?? null,
  }),
  match: findMade,
  absent: (_, listed) => absentFrom(listed),
  ready: readyToCreate,
  unsent: (_, why) => unsent(why),
  compare,
})

const lost = 'The answer was lost, and the list has no such alias.'

const absentFrom = ({ keyless }: SecretIndex): Ending => ({
  state: 'absent',
  reason: keyless === 0 ? lost : `${lost.slice(0, -1)}, as far as it can be read.`,
})

const unsentReasons: Record<Unsent, string> = {
  cancelled: 'Not sent: the job was cancelled.',
  unread: 'Not sent: the project’s list could not be read.',
}

const unsent = (why: Unsent): Ending => ({ state: 'cancelled', reason: unsentReasons[why] })

/** The end of a row under way, by a list that was read after its last call: nothing more of it is sent. */
export const endCreation = (row: JobRow, listed: SecretIndex): Ending =>
  row.state === 'waiting' && row.sentAt === undefined
    ? unsent('cancelled')
    : (findMade(row, listed) ?? absentFrom(listed))

/** What a list says of an alias whose creation had no answer; undefined where it shows none. */
const findMade = (row: JobRow, listed: SecretIndex): Ending | undefined => {
  const { key, state } = row
  const match = matchOf(row, listed)
  switch (match.kind) {
    case 'created':
      return { ...madeBy(match.secret), reason: '' }
    case 'existed':
      return { state: 'existed', aliasId: match.secret.id, reason: 'It was there before.' }
    case 'taken':
      return { state: 'taken', reason: `${key} exists at ${match.secret.scope} scope.` }
    case 'absent':
      if (state !== 'claimed') return undefined
      return listed.keyless > 0
        ? { state: 'unknown', reason: `${key} exists, and ${unreadable}.` }
        : { state: 'taken', reason: `${key} exists outside the project’s list.` }
    case 'unreadable':
      return { state: 'unknown', reason: `The answer was lost, and ${unreadable}.` }
  }
}

const unreadable = 'an entry of the project’s list that may be it cannot be read'

/** What a list says of an alias before it is created: what others made since the plan is not this row's. */
export const readyToCreate = (row: JobRow, listed: SecretIndex): Ending => {
  if (row.sentAt !== undefined) return findMade(row, listed) ?? { state: 'waiting' }
  switch (matchOf(row, listed).kind) {
    case 'absent':
      return { state: 'waiting' }
    case 'taken':
      return { state: 'left', reason: `${row.key} was taken after the plan.` }
    case 'unreadable':
      return { state: 'left', reason: `Not sent: ${unreadable}.` }
    default:
      return { state: 'existed', reason: 'It was made after the plan.' }
  }
}

// A row is sent only where a list showed its key to be free: what is there is told from the row's own by its age.
const matchOf = ({ key, secretId, sentAt = 0 }: JobRow, listed: SecretIndex): Match =>
  secretId === null
    ? { kind: 'absent' }
    : matchAlias(
        { owner: { kind: 'project' }, key, secretId, existingBefore: [], askedAt: sentAt },
        listed,
      )
