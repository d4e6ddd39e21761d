import type { ApiError } from '../../qovery/errors'
import type { SecretList } from '../../qovery/schema'
import { indexSecrets } from '../../rules/secret-index'
import type { Found, Kind } from './kind'
import { matchAlias } from './match-alias'
import type { CreateOperation } from './operation'
import { stale, unknown, type Result } from './result'

const find = (operation: CreateOperation, list: SecretList, failure: ApiError): Found => {
  const { owner, request, secretId, existingBefore, agreedAt } = operation
  const sought = { owner, key: request.key, secretId, existingBefore, askedAt: agreedAt }
  const match = matchAlias(sought, indexSecrets(list))
  switch (match.kind) {
    case 'created':
      return { kind: 'done', by: 'list', secret: match.secret }
    case 'existed':
      return { kind: 'conflict', existing: match.secret, isSame: true, failure }
    case 'taken':
      return { kind: 'conflict', existing: match.secret, isSame: false, failure }
    case 'absent':
      return 'not shown'
    case 'unreadable':
      return 'unreadable'
  }
}

/**
 * One look, since the server has already decided. Where the list cannot be read, or an entry of it that may have the key, it
 * may be this very alias, created by a call that a broken connection repeated.
 */
const conflict = (
  operation: CreateOperation,
  list: SecretList | undefined,
  failure: ApiError,
): Result => {
  if (list === undefined) return unknown('list', failure)
  const found = find(operation, list, failure)
  if (typeof found === 'object') return found
  if (found === 'unreadable' || indexSecrets(list).keyless > 0) return unknown('entry', failure)
  return { kind: 'conflict', existing: null, isSame: false, failure }
}

/** What a list says of it that is read before it is sent: whoever has the key, has it. */
const judge = (operation: CreateOperation, list: SecretList): Result | undefined => {
  const { owner, request, secretId } = operation
  // Whoever created it, and whenever.
  const sought = { owner, key: request.key, secretId, existingBefore: null, askedAt: 0 }
  const match = matchAlias(sought, indexSecrets(list))
  switch (match.kind) {
    case 'absent':
      return undefined
    case 'unreadable':
      return stale('unreadable')
    case 'taken':
      return { kind: 'conflict', existing: match.secret, isSame: false, failure: null }
    default:
      return { kind: 'conflict', existing: match.secret, isSame: true, failure: null }
  }
}

export const creation: Kind<CreateOperation> = {
  send: ({ id, owner, secretId, request }, client) =>
    client.createSecretAlias({ owner, secretId }, request, { idempotencyKey: id }),
  // Then a person decides.
  retries: 3,
  conflict,
  find: (operation, list, _mark, failure) => find(operation, list, failure),
}

/** One of many, whose list is read before any of them is sent. */
export const creationOfMany: Kind<CreateOperation> = { ...creation, judge }
