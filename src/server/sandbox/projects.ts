import * as z from 'zod/mini'
import type { Store } from './store'

const organizationJson = `json_object(
  'id', id,
  'created_at', created_at,
  'name', name,
  'plan', 'TEAM_2025'
) AS json FROM organization`

const projectJson = `json_object(
  'id', id,
  'created_at', created_at,
  'name', name,
  'description', description,
  'organization', json_object('id', organization_id),
  'associated_environments_count', (SELECT count(*) FROM environment WHERE project_id = project.id)
) AS json FROM project`

const jsonRows = z.array(z.object({ json: z.string() }))
const texts = (rows: unknown[]) => z.parse(jsonRows, rows).map(({ json }) => json)
/** The same as `{results}`. */
export const results = (rows: unknown[]) => `{"results":[${texts(rows).join(',')}]}`

/** Each of these gives an answer's body; undefined where there is nothing of that id. */
export const listOrganizations = (store: Store): string =>
  results(store.all(`SELECT ${organizationJson} ORDER BY name`))

export const showOrganization = (store: Store, id: string): string | undefined =>
  texts(store.all(`SELECT ${organizationJson} WHERE id = ?`, id))[0]

export const listProjects = (store: Store, organizationId: string): string =>
  results(
    store.all(`SELECT ${projectJson} WHERE organization_id = ? ORDER BY name`, organizationId),
  )

export const showProject = (store: Store, id: string): string | undefined =>
  texts(store.all(`SELECT ${projectJson} WHERE id = ?`, id))[0]
