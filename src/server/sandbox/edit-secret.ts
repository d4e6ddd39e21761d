import { editSecretRequest } from '../../qovery/schema'
import type { Answer, Call } from '../http/backend'
import { now } from './now'
import { readRequest } from './read-request'
import { keyTaken, refuse } from './refuse'
import { showSecret } from './secret-json'
import { findHolder, findSecret, toInterpolation, updateSecret } from './secrets'
import type { Store } from './store'

/**
 * Edits a secret of the project, or says why not. A field that is not sent stays as it is; a value that is sent is taken
 * and forgotten, since no answer ever shows one.
 */
export const editSecret = (store: Store, call: Call): Answer => {
  const { projectId, secretId } = call.params
  const request = readRequest(editSecretRequest, call.body)
  if ('problem' in request) return refuse(call, 400, request.problem)
  const secret = findSecret(store, projectId, secretId)
  const { key, value, description, enable_interpolation_in_file } = request.data
  if (secret?.scope === 'BUILT_IN') return refuse(call, 400, "You can't edit a BUILT_IN secret")
  if (secret?.scope !== 'PROJECT') return refuse(call, 404, 'Secret not found')
  if (secret.variable_type === 'ALIAS' && value !== undefined) {
    return refuse(call, 400, "You can't edit the value of an alias")
  }
  if (secret.variable_type === 'OVERRIDE' && key !== secret.key) {
    return refuse(call, 400, "You can't edit the key of an override")
  }
  const holder = findHolder(store, projectId, key)
  if (holder !== undefined && holder.id !== secret.id) return keyTaken(call, holder)

  updateSecret(store, secret.id, {
    key,
    updated_at: now(),
    ...(description === undefined ? {} : { description }),
    ...(enable_interpolation_in_file === undefined
      ? {}
      : { interpolation: toInterpolation(enable_interpolation_in_file) }),
  })
  return { status: 200, body: showSecret(store, secret.id) }
}
