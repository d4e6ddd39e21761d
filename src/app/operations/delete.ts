import { alongUnread, find, relate, takenAlong } from '../relations/relate'
import type { Kind } from './kind'
import type { DeleteOperation } from './operation'
import { stale } from './result'
import { findById, isUnchanged } from './same-secret'

/** @param others how many entries of the list without an id are known to be something else */
export const deletion = (others = 0): Kind<DeleteOperation> => ({
  judge: ({ seen, dependents, unreadDependents }, list) => {
    if (findById(seen.id, list, others) === 'unreadable') return stale('unreadable')
    const related = find(relate(list), seen.id)
    if (related === undefined) return stale('gone')
    if (!isUnchanged(seen, related.secret)) return stale('changed', { now: related.secret })
    const isAgreed =
      takenAlong(related).every(({ secret }) => dependents.includes(secret.id)) &&
      alongUnread(related, list).length <= unreadDependents
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
