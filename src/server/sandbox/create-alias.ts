import type { CreateAliasRequest } from '../../qovery/schema'
import type { Answer, Call } from '../http/backend'
import { insertAt } from './insert-at'
import type { Place } from './place'
import { keyTaken, refuse } from './refuse'
import { aliasDisabledReason } from './scope-rules'
import type { Family } from './secret-json'
import { findExisting, findSecret, toInterpolation } from './secrets'
import type { Store } from './store'

/** Gives the refusal that a key asks for by its name, if it is such a key. */
type Sentinel = (call: Call, key: string) => Answer | undefined

interface Alias {
  place: Place
  request: CreateAliasRequest
  family: Family
  sentinel: Sentinel
}

/** Creates an alias of the call's secret at a place, or says why not. */
export const createAlias = (
  store: Store,
  call: Call,
  { place, request, family, sentinel }: Alias,
): Answer => {
  const target = findSecret(store, call.params.secretId)
  if (target?.project_id !== place.projectId || isHidden(target, family)) {
    return refuse(call, 404, 'Secret not found')
  }
  const disabledReason = aliasDisabledReason(target, place)
  if (disabledReason !== undefined) return refuse(call, 400, disabledReason)

  const { key, description, enable_interpolation_in_file } = request
  const asked = sentinel(call, key)
  if (asked !== undefined) return asked
  const existing = findExisting(store, place, key)
  if (existing !== undefined) return keyTaken(call, existing, place)

  return insertAt(store, place, family, {
    key,
    variable_type: 'ALIAS',
    aliased_id: target.id,
    description: description ?? null,
    interpolation: toInterpolation(enable_interpolation_in_file),
    is_secret: target.is_secret,
  })
}

/** Whether the calls of secrets do not know it: it is in the clear. */
export const isHidden = ({ is_secret }: { is_secret: number }, family: Family): boolean =>
  family === 'secret' && is_secret === 0
