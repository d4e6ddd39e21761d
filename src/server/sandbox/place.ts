import * as z from 'zod/mini'
import { kindOfService, type OwnerKind, type OwnerRef } from '../../qovery/owner'
import type { Store } from './store'

/** What owns secrets, and what is around it. */
export interface Place {
  owner: OwnerRef
  projectId: string
  /** Its own or the one around it; undefined for a project. */
  environmentId?: string
  service?: { id: string; name: string; service_type: string }
  /** Ids of all whose secrets can be seen here: its own and those of what is around it. */
  seen: readonly [string, ...string[]]
}

const found = z.array(z.object({ id: z.string(), project_id: z.string() }))
const foundServices = z.array(
  z.object({
    id: z.string(),
    name: z.string(),
    service_type: z.string(),
    environment_id: z.string(),
    project_id: z.string(),
  }),
)

/** Finds an owner; undefined where there is none of that kind and id. */
export const findPlace = (store: Store, owner: OwnerRef): Place | undefined => {
  const { kind, id } = owner
  if (kind === 'project') {
    const [project] = store.all('SELECT id FROM project WHERE id = ?', id)
    return project === undefined ? undefined : { owner, projectId: id, seen: [id] }
  }
  if (kind === 'environment') {
    const rows = store.all('SELECT id, project_id FROM environment WHERE id = ?', id)
    const [environment] = z.parse(found, rows)
    if (environment === undefined) return undefined
    const { project_id: projectId } = environment
    return { owner, projectId, environmentId: id, seen: [id, projectId] }
  }
  const rows = store.all(
    `SELECT service.id, service.name, service_type, environment_id, project_id
     FROM service JOIN environment ON environment.id = environment_id WHERE service.id = ?`,
    id,
  )
  const [service] = z.parse(foundServices, rows)
  if (service === undefined || kindOfService(service.service_type) !== kind) return undefined
  const { environment_id: environmentId, project_id: projectId } = service
  return { owner, projectId, environmentId, service, seen: [id, environmentId, projectId] }
}

/** The kind of owner that a scope belongs to; undefined for BUILT_IN, which nobody owns. */
export const kindOfScope = (scope: string): OwnerKind | undefined => {
  if (scope === 'PROJECT') return 'project'
  if (scope === 'ENVIRONMENT') return 'environment'
  return kindOfService(scope)
}
