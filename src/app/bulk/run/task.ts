import type { ApiError } from '../../../qovery/errors'
import type { Secret } from '../../../qovery/schema'
import { matchAlias } from '../../outcome/match-alias'
import type { JobRow } from './job'

/** How a row changes when something became of it. */
export type Ending = Partial<
  Pick<JobRow, 'state' | 'aliasId' | 'stamp' | 'reason' | 'requestId'>
> & {
  state: JobRow['state']
}

/** What a list says, by id and by key. */
export interface Listed {
  byId: ReadonlyMap<string, Secret>
  byKey: ReadonlyMap<string, readonly Secret[]>
}

export const indexList = (secrets: readonly Secret[]): Listed => {
  const byKey = new Map<string, Secret[]>()
  for (const secret of secrets) byKey.set(secret.key, [...(byKey.get(secret.key) ?? []), secret])
  return { byId: new Map(secrets.map((secret) => [secret.id, secret])), byKey }
}

/** What a job does with each of its rows. */
export interface Task {
  call: (row: JobRow) => Promise<Secret | undefined>
  done: (row: JobRow, answer: Secret | undefined) => Ending
  /** A refusal that stands. */
  refused: (row: JobRow, error: ApiError) => Ending
  /** What a list says of a row whose answer was lost; undefined: it did not happen, as far as the list shows. */
  match: (row: JobRow, listed: Listed) => Ending | undefined
  /** It did not happen, and is not tried any more. */
  absent: (row: JobRow) => Ending
  /** It was never sent. */
  cancelled: (row: JobRow) => Ending
}

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

const madeBy = (alias: Secret | undefined): Ending => ({
  state: 'created',
  aliasId: alias?.id ?? null,
  stamp: alias?.updated_at ?? null,
})

/** Deletes what a job made. A row that is not deleted stays what it was: created. */
export const undoTask = (
  call: (row: JobRow) => Promise<undefined>,
  say: (error: ApiError) => string,
): Task => ({
  call,
  done: () => ({ state: 'undone', reason: '' }),
  refused: (_, error) =>
    error.status === 404
      ? { state: 'undone', reason: 'It was gone already.' }
      : { state: 'created', reason: `Not deleted. ${say(error)}` },
  match: ({ aliasId }, { byId }) =>
    aliasId !== null && byId.has(aliasId) ? undefined : { state: 'undone', reason: '' },
  absent: () => ({ state: 'created', reason: 'Not deleted: the answer was lost each time.' }),
  cancelled: () => ({ state: 'created', reason: '' }),
})

/** Readies the rows for an undo: those that somebody changed since stay, and say so. */
export const prepareUndo = (row: JobRow, { byId }: Listed): JobRow => {
  if (row.state !== 'created' || row.aliasId === null) return row
  const alias = byId.get(row.aliasId)
  if (alias === undefined) return { ...row, state: 'disappeared', reason: 'It is gone already.' }
  const changed =
    alias.key !== row.key ||
    (alias.description ?? '') !== (row.description ?? '') ||
    alias.aliased_secret?.id.toLowerCase() !== row.secretId?.toLowerCase() ||
    (row.stamp !== null && (alias.updated_at ?? row.stamp) !== row.stamp)
  return changed
    ? { ...row, reason: 'Not deleted: somebody changed it since.' }
    : { ...row, state: 'waiting', tries: 0, reason: '' }
}

/** Holds a finished job against the list: what is there, what is not, and what went missing meanwhile. */
export const compare = (row: JobRow, { byId, byKey }: Listed): Ending | undefined => {
  if (row.state === 'created') {
    const alias = row.aliasId === null ? undefined : byId.get(row.aliasId)
    return alias === undefined
      ? { state: 'disappeared', reason: 'It was created, and is no longer in the list.' }
      : { state: 'created', stamp: alias.updated_at ?? null }
  }
  if (row.secretId === null || row.state === 'existed' || row.state === 'undone') return undefined
  const holder = (byKey.get(row.key) ?? []).find(
    ({ aliased_secret }) => aliased_secret?.id.toLowerCase() === row.secretId?.toLowerCase(),
  )
  if (holder === undefined || row.state === 'left') return undefined
  // It was sent, nobody said no, and now it is there: the commit came later than anybody looked.
  if (row.state === 'absent') return { ...madeBy(holder), reason: '' }
  return {
    state: 'existed',
    aliasId: holder.id,
    reason: 'It is there now, made by something else.',
  }
}
