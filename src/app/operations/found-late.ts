import { ApiError } from '../../qovery/errors'
import type { Secret } from '../../qovery/schema'
import { indexSecrets } from '../../rules/secret-index'
import type { Running } from './kind'
import { matchAlias } from './match-alias'
import type { RepointOperation } from './operation'
import { attempt } from './poll'
import { refused, unknown, type Result } from './result'

interface Step {
  operation: RepointOperation
  mark: { alias: Secret }
  running: Running
}

/** What the list says of an alias that was given up as lost, the new one or the old; undefined: nothing has its name. */
export const foundLate = async (
  { operation, mark, running }: Step,
  failure: ApiError | null,
): Promise<Result | undefined> => {
  const { owner, to, from } = operation
  const list = await attempt(() => running.client.listSecrets(owner))
  if (list instanceof ApiError) return unknown('list', list, 'restoring')
  const sought = { owner, key: mark.alias.key, existingBefore: [], askedAt: 0 }
  const index = indexSecrets(list)
  const match = matchAlias({ ...sought, secretId: to.id }, index)
  // An entry whose key cannot be read may be it.
  if (match.kind === 'absent')
    return index.keyless > 0 ? unknown('entry', failure, 'restoring') : undefined
  if (match.kind === 'unreadable') return unknown('entry', null, 'restoring')
  if (match.kind !== 'taken') return { kind: 'done', by: 'list', secret: match.secret }
  const old = matchAlias({ ...sought, secretId: from.id }, index)
  return old.kind === 'created'
    ? refused(failure, 'restored', old.secret)
    : { kind: 'conflict', existing: match.secret, isSame: false, failure }
}
