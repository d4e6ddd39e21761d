import type { ApiError } from '../../../qovery/errors'
import type { Secret } from '../../../qovery/schema'
import { matchAlias } from '../../outcome/match-alias'
import { compare } from './compare'
import type { JobRow } from './job'
import { madeBy } from './made-by'
import type { Task, Unsent } from './task'

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
  refused: (_, error) => ({
    state: 'refused',
    reason: say(error),
    requestId: error.requestId ?? null,
  }),
  match: (row, { byKey }) => {
    const { key, secretId, state } = row
    if (secretId === null) return undefined
    // A row waits only where the list that was read at the start had no holder of its key.
    const sought = { request: { key }, secretId, holdersBefore: [], sentAt: 0 }
    const match = matchAlias(sought, byKey.get(key) ?? [])
    switch (match.kind) {
      case 'created':
        return { ...madeBy(match.secret), reason: '' }
      case 'existed':
        return { state: 'existed', aliasId: match.secret.id, reason: 'It was there before.' }
      case 'taken':
        return { state: 'taken', reason: `${key} exists at ${match.secret.scope} scope.` }
      case 'absent':
        return state === 'claimed'
          ? { state: 'taken', reason: `${key} exists outside the project’s list.` }
          : undefined
    }
  },
  absent: () => ({
    state: 'absent',
    reason: 'The answer was lost, and the list has no such alias.',
  }),
  ready: () => ({ state: 'waiting' }),
  unsent: (_, why) => ({ state: 'cancelled', reason: unsentReasons[why] }),
  compare,
})

const unsentReasons: Record<Unsent, string> = {
  cancelled: 'Not sent: the job was cancelled.',
  unread: 'Not sent: the project’s list could not be read.',
}
