import type { Answer, Call } from '../http/backend'
import { refuse } from './refuse'
import { findSecret, removeSecret } from './secrets'
import type { Store } from './store'

/**
 * Deletes a secret of the project with all its aliases, or says why not.
 * A BUILT_IN one is refused with 403, the one fitting status that Qovery's description lists for this call.
 */
export const deleteSecret = (store: Store, call: Call): Answer => {
  const { projectId, secretId } = call.params
  const secret = findSecret(store, projectId, secretId)
  if (secret?.scope === 'BUILT_IN') return refuse(call, 403, "You can't delete a BUILT_IN secret")
  if (secret?.scope !== 'PROJECT') return refuse(call, 404, 'Secret not found')
  removeSecret(store, secret.id)
  return { status: 204, body: null }
}
