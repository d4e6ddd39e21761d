import { randomUUID } from 'node:crypto'
import { scopeOf } from '../../qovery/owner'
import { linkedService } from './linked-service'
import type { Answer } from '../http/backend'
import { now } from './now'
import type { Place } from './place'
import { showSecret, type Family } from './secret-json'
import { insertSecret, type SecretRow } from './secrets'
import type { Store } from './store'

type NewSecret = Omit<
  SecretRow,
  'id' | 'project_id' | 'owner_id' | 'created_at' | 'updated_at' | 'scope'
>

/** Makes a secret a place's own, and answers with it. */
export const insertAt = (
  store: Store,
  { owner, projectId, service }: Place,
  family: Family,
  row: NewSecret,
): Answer => {
  const id = randomUUID()
  const created = now()
  insertSecret(store, {
    id,
    project_id: projectId,
    owner_id: owner.id,
    created_at: created,
    updated_at: created,
    scope: scopeOf(owner),
    owned_by: 'QOVERY',
    ...(service && linkedService(service)),
    ...row,
  })
  return { status: 201, body: showSecret(store, id, family) }
}
