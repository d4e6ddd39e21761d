import { randomUUID } from 'node:crypto'
import { createAliasRequest } from '../../qovery/schema'
import type { Answer, Call } from '../http/backend'
import { now } from './now'
import { showProject } from './projects'
import { readRequest } from './read-request'
import { keyTaken, refuse } from './refuse'
import { aliasObstacle } from './scope-rules'
import { showSecret } from './secret-json'
import { findHolder, findSecret, insertSecret, toInterpolation } from './secrets'
import type { Store } from './store'

/** Gives the refusal that a key asks for by its name, if it is such a key. */
export type Sentinel = (call: Call, key: string) => Answer | undefined

/** Creates an alias at project level, or says why not. */
export const createAlias = (store: Store, call: Call, sentinel: Sentinel): Answer => {
  const { projectId, secretId } = call.params
  const request = readRequest(createAliasRequest, call.body)
  if ('problem' in request) return refuse(call, 400, request.problem)
  if (showProject(store, projectId) === undefined) return refuse(call, 404, 'Project not found')
  const source = findSecret(store, projectId, secretId)
  if (source === undefined) return refuse(call, 404, 'Secret not found')
  const obstacle = aliasObstacle(source)
  if (obstacle !== undefined) return refuse(call, 400, obstacle)

  const { key, description, enable_interpolation_in_file } = request.data
  const asked = sentinel(call, key)
  if (asked !== undefined) return asked
  // A BUILT_IN secret of the same key is no obstacle: the alias then shadows it.
  const holder = findHolder(store, projectId, key)
  if (holder !== undefined) return keyTaken(call, holder)

  const id = randomUUID()
  const created = now()
  insertSecret(store, {
    id,
    project_id: projectId,
    created_at: created,
    updated_at: created,
    key,
    scope: 'PROJECT',
    variable_type: 'ALIAS',
    aliased_id: source.id,
    owned_by: 'QOVERY',
    description: description ?? null,
    interpolation: toInterpolation(enable_interpolation_in_file),
  })
  return { status: 201, body: showSecret(store, id) }
}
