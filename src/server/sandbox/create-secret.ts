import type { CreateOverrideRequest, CreateSecretRequest } from '../../qovery/owner-schema'
import type { Answer, Call } from '../http/backend'
import { isHidden } from './create-alias'
import { insertAt } from './insert-at'
import type { Place } from './place'
import { keyTaken, refuse } from './refuse'
import { overrideDisabledReason } from './scope-rules'
import type { Family } from './secret-json'
import { findExisting, findSecret, toInterpolation } from './secrets'
import type { Store } from './store'

interface Wanted<Request> {
  place: Place
  request: Request
  family: Family
}

/** Creates a secret or a variable of a place's own, or says why not. The value of a secret is taken and forgotten. */
export const createSecret = (
  store: Store,
  call: Call,
  { place, request, family }: Wanted<CreateSecretRequest & { is_secret?: boolean }>,
): Answer => {
  const { key, value, mount_path, description, enable_interpolation_in_file, is_secret } = request
  const existing = findExisting(store, place, key)
  if (existing !== undefined) return keyTaken(call, existing, place)
  return insertAt(store, place, family, {
    key,
    variable_type: (mount_path ?? '') === '' ? 'VALUE' : 'FILE',
    mount_path: mount_path ?? null,
    description: description ?? null,
    interpolation: toInterpolation(enable_interpolation_in_file),
    ...(is_secret === false ? { is_secret: 0, value: value ?? '' } : { is_secret: 1 }),
  })
}

/** Creates an override of the call's secret at a narrower place, or says why not. */
export const createOverride = (
  store: Store,
  call: Call,
  { place, request, family }: Wanted<CreateOverrideRequest>,
): Answer => {
  const overridden = findSecret(store, call.params.secretId)
  if (overridden?.project_id !== place.projectId || isHidden(overridden, family)) {
    return refuse(call, 404, 'Secret not found')
  }
  const disabledReason = overrideDisabledReason(overridden, place)
  if (disabledReason !== undefined) return refuse(call, 400, disabledReason)
  const { owner } = place
  const existing = findExisting(store, { owner, seen: [owner.id] }, overridden.key)
  if (existing !== undefined) return keyTaken(call, existing, place)
  const { value, description, enable_interpolation_in_file } = request
  return insertAt(store, place, family, {
    key: overridden.key,
    variable_type: 'OVERRIDE',
    overridden_id: overridden.id,
    description: description ?? null,
    interpolation: toInterpolation(enable_interpolation_in_file),
    is_secret: overridden.is_secret,
    ...(overridden.is_secret === 0 ? { value: value ?? '' } : {}),
  })
}
