import type { EditVariableRequest } from '../../qovery/owner-schema'
import type { Answer, Call } from '../http/backend'
import { isHidden } from './create-alias'
import { now } from './now'
import type { Place } from './place'
import { keyTaken, refuse } from './refuse'
import { showSecret, type Family } from './secret-json'
import { findExisting, findSecret, toInterpolation, updateSecret } from './secrets'
import type { Store } from './store'

interface Edit {
  place: Place
  request: EditVariableRequest
  family: Family
}

/**
 * Edits a secret of a place's own, or says why not. A field that is not sent stays as it is; a secret's value that is sent
 * is taken and forgotten, since no answer ever shows one.
 */
export const editSecret = (store: Store, call: Call, { place, request, family }: Edit): Answer => {
  const secret = findSecret(store, call.params.secretId)
  if (secret?.owner_id !== place.owner.id || isHidden(secret, family)) {
    return refuse(call, 404, 'Secret not found')
  }
  if (secret.scope === 'BUILT_IN') return refuse(call, 400, "You can't edit a BUILT_IN secret")
  const { key, value, description, enable_interpolation_in_file } = request
  if (secret.variable_type === 'ALIAS' && (value ?? undefined) !== undefined) {
    return refuse(call, 400, "You can't edit the value of an alias")
  }
  if (secret.variable_type === 'OVERRIDE' && key !== secret.key) {
    return refuse(call, 400, "You can't edit the key of an override")
  }
  // Equal keys can be around it, made by others: its own comes first.
  const existing = findExisting(store, place, key)
  if (existing !== undefined && existing.id !== secret.id) return keyTaken(call, existing, place)

  updateSecret(store, secret.id, {
    key,
    updated_at: now(),
    ...(description === undefined ? {} : { description }),
    ...(enable_interpolation_in_file === undefined
      ? {}
      : { interpolation: toInterpolation(enable_interpolation_in_file) }),
    ...(secret.is_secret === 0 && typeof value === 'string' ? { value } : {}),
  })
  return { status: 200, body: showSecret(store, secret.id, family) }
}
