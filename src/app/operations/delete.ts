import { indexSecrets } from '../../rules/secret-index'
import { dependentsOf, find, relate, unreadDependentsOf } from '../relations/relate'
import { judgeEdit } from './edit'
import type { Kind } from './kind'
import type { DeleteOperation } from './operation'
import { stale } from './result'
import { findById, isUnchanged, textOf } from './same-secret'

/** @param others how many entries of the list without an id are known to be something else */
export const deletion = (others = 0): Kind<DeleteOperation> => ({
  judge: ({ seen, dependents, unreadDependents, renaming }, list) => {
    if (findById(seen.id, list, others) === 'unreadable') return stale('unreadable')
    const related = find(relate(list), seen.id)
    if (related === undefined) return stale('gone')
    if (!isUnchanged(seen, related.secret)) return stale('changed', { now: related.secret })
    // Neither half of an undo without the other, but where there is nothing left to be renamed.
    const why = renaming && judgeEdit(renaming, list)?.why
    if (why === 'unreadable') return stale('unreadable')
    if (why === 'changed') return stale('changed', { now: related.secret })
    const agreed = new Set(dependents)
    const isAgreed =
      dependentsOf(related).every(({ secret }) => agreed.has(secret.id)) &&
      unreadDependentsOf(related, list).length <= unreadDependents
    return isAgreed ? undefined : stale('more dependents')
  },
  send: async ({ owner, seen }, client) => {
    await client.deleteSecret({ owner, secretId: seen.id })
    return null
  },
  retries: 0,
  notFound: stale('gone', { sent: true }),
  find: ({ seen }, list, { idless }) => {
    const found = findById(seen.id, list, idless)
    if (found === 'unreadable') return 'unreadable'
    return found === undefined ? { kind: 'done', by: 'list', secret: null } : 'not shown'
  },
})

const single = deletion()

/** Of what a job made: whatever somebody changed since is theirs. */
export const undoing: Kind<DeleteOperation> = {
  ...single,
  judge: (operation, list) => {
    const why = single.judge?.(operation, list)
    const { key, id } = operation.seen
    // Of what has its name and cannot be read it is not certain that it is another one.
    const isDoubtful = why?.kind === 'stale' && why.why === 'gone'
    if (isDoubtful && indexSecrets(list).unreadableKeys.has(key)) return stale('unreadable')
    const now = findById(id, list)
    if (why !== undefined || now === undefined || now === 'unreadable') return why
    const { unread = [] } = now
    // What tells that somebody changed it.
    if (unread.includes('description') || unread.includes('updated_at')) return stale('unreadable')
    const { updated_at: stamp } = operation.seen
    const isAsMade =
      textOf(now) === textOf(operation.seen) &&
      (stamp === null || now.updated_at === null || now.updated_at === stamp)
    return isAsMade ? undefined : stale('changed', { now })
  },
}
