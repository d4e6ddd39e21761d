import type { Answer, Call } from '../http/backend'
import { isHidden } from './create-alias'
import type { Place } from './place'
import { refuse } from './refuse'
import type { Family } from './secret-json'
import { findSecret, removeSecret } from './secrets'
import type { Store } from './store'

/**
 * Deletes a secret of a place's own with all its aliases and overrides, or says why not.
 * A BUILT_IN one is refused with 403, the one fitting status that Qovery's description lists for this call.
 */
export const deleteSecret = (
  store: Store,
  call: Call,
  { place, family }: { place: Place; family: Family },
): Answer => {
  const secret = findSecret(store, call.params.secretId)
  if (secret?.owner_id !== place.owner.id || isHidden(secret, family)) {
    return refuse(call, 404, 'Secret not found')
  }
  if (secret.scope === 'BUILT_IN') return refuse(call, 403, "You can't delete a BUILT_IN secret")
  removeSecret(store, secret.id)
  return { status: 204, body: null }
}
