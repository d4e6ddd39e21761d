import type { ApiError } from '../../../qovery/errors'
import type { Secret } from '../../../qovery/schema'
import { matchAlias } from '../../outcome/match-alias'
import type { JobRow } from './job'
import type { Ending, Task } from './task'

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
  cancelled: () => ({ state: 'cancelled', reason: 'Not sent: the job was cancelled.' }),
})

/** An alias that a list or an answer shows is the row's own. */
export const madeBy = (alias: Secret | undefined): Ending => ({
  state: 'created',
  aliasId: alias?.id ?? null,
  stamp: alias?.updated_at ?? null,
})
