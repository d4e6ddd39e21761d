import { results } from './projects'
import type { Store } from './store'

// One cluster runs everything.
const cluster = { id: 'f2d5b4fa-6f0c-4b35-9d2e-2b7a1c3e8a90', name: 'main', region: 'eu-west-3' }

// A merge patch drops what is null: an environment that does not expire says nothing of it.
const environmentJson = `json_patch(json_object(
  'id', environment.id,
  'created_at', environment.created_at,
  'updated_at', environment.created_at,
  'name', environment.name,
  'organization', json_object('id', project.organization_id),
  'project', json_object('id', project.id),
  'cloud_provider', json_object('provider', 'AWS', 'cluster', '${cluster.region}'),
  'mode', environment.mode,
  'cluster_id', '${cluster.id}',
  'cluster_name', '${cluster.name}'
), json_object('expires_at', environment.expires_at)) AS json
FROM environment JOIN project ON project.id = environment.project_id`

const iconUri = `'app://qovery-console/' || lower(replace(service.service_type, '_', '-'))`

const lightServiceJson = `json_patch(json_object(
  'id', service.id,
  'name', service.name,
  'description', coalesce(service.description, ''),
  'icon_uri', ${iconUri},
  'service_type', service.service_type,
  'project_id', project.id,
  'project_name', project.name,
  'environment_id', environment.id,
  'environment_name', environment.name,
  'cluster_id', '${cluster.id}'
), json_object('job_type', service.job_type)) AS json
FROM service
JOIN environment ON environment.id = service.environment_id
JOIN project ON project.id = environment.project_id`

// What Qovery's eight kinds of service have in common.
const serviceJson = `json_patch(json_object(
  'id', service.id,
  'created_at', service.created_at,
  'updated_at', service.created_at,
  'name', service.name,
  'description', coalesce(service.description, ''),
  'icon_uri', ${iconUri},
  'environment', json_object('id', service.environment_id),
  'service_type', service.service_type
), json_object('job_type', service.job_type)) AS json
FROM service`

export const listEnvironments = (store: Store, projectId: string): string =>
  results(
    store.all(
      `SELECT ${environmentJson} WHERE project.id = ? ORDER BY environment.name, environment.id`,
      projectId,
    ),
  )

/** All services of a project, as the organization's list has them. */
export const listServices = (store: Store, organizationId: string, projectId: string): string =>
  results(
    store.all(
      `SELECT ${lightServiceJson} WHERE project.organization_id = ? AND project.id = ?
       ORDER BY environment.name, service.name, service.id`,
      organizationId,
      projectId,
    ),
  )

/** Undefined where there is no such environment. */
export const listEnvironmentServices = (store: Store, id: string): string | undefined =>
  store.all('SELECT id FROM environment WHERE id = ?', id).length === 0
    ? undefined
    : results(
        store.all(`SELECT ${serviceJson} WHERE environment_id = ? ORDER BY name, service.id`, id),
      )
