import { randomUUID } from 'node:crypto'
import type { LinkedSecret, Organization, Project, Secret } from '../../../src/qovery/schema'

export const organizationId = '0a1b2c3d-0000-4000-8000-000000000001'
export const projectId = '0a1b2c3d-0000-4000-8000-000000000011'
export const otherProjectId = '0a1b2c3d-0000-4000-8000-000000000012'
export const valueSecretId = '0a1b2c3d-0000-4000-8000-000000000101'
export const fileSecretId = '0a1b2c3d-0000-4000-8000-000000000102'
export const builtInSecretId = '0a1b2c3d-0000-4000-8000-000000000103'
export const environmentSecretId = '0a1b2c3d-0000-4000-8000-000000000104'

/** The other side of a link, as Qovery sends it: what has no value may be absent. */
type SentLink = Pick<LinkedSecret, 'id' | 'key' | 'scope'> & Partial<LinkedSecret>

/** The same of a secret, with the project that holds it, which Qovery's own shape does not say. */
export interface HeldSecret
  extends
    Pick<Secret, 'id' | 'key' | 'scope'>,
    Partial<Omit<Secret, 'id' | 'key' | 'scope' | 'aliased_secret' | 'overridden_secret'>> {
  project: string
  aliased_secret?: SentLink | null
  overridden_secret?: SentLink | null
}

type HeldProject = Pick<Project, 'id' | 'name' | 'organization'> & Partial<Project>

/** What the stand-in remembers. Tests read it, and change it where they need another starting point. */
export interface Model {
  organizations: Organization[]
  projects: HeldProject[]
  secrets: HeldSecret[]
}

// Six fractional digits, as Qovery's real answers have them.
const longAgo = '2024-02-29T12:00:00.123456Z'

export const seedModel = (): Model => ({
  organizations: [{ id: organizationId, created_at: longAgo, name: 'Upstream Works' }],
  projects: [
    project({ id: projectId, name: 'payments', associated_environments_count: 3 }),
    project({ id: otherProjectId, name: 'storefront' }),
  ],
  secrets: [
    makeSecret({ id: valueSecretId, key: 'DB_MASTER_PASSWORD' }),
    makeSecret({ id: fileSecretId, key: 'TLS_BUNDLE', variable_type: 'FILE' }),
    makeSecret({
      id: builtInSecretId,
      key: 'QOVERY_PROJECT_ID',
      scope: 'BUILT_IN',
      variable_type: 'BUILT_IN',
    }),
    makeSecret({ id: environmentSecretId, key: 'STAGING_ONLY', scope: 'ENVIRONMENT' }),
  ],
})

const project = (fields: Pick<Project, 'id' | 'name'> & Partial<Project>): HeldProject => ({
  created_at: longAgo,
  organization: { id: organizationId },
  ...fields,
})

/** A project-level VALUE secret of the first project, unless told otherwise. */
export const makeSecret = (fields: Partial<HeldSecret> = {}): HeldSecret => ({
  id: randomUUID(),
  project: projectId,
  created_at: longAgo,
  updated_at: longAgo,
  key: 'A_SECRET',
  overridden_secret: null,
  aliased_secret: null,
  scope: 'PROJECT',
  variable_type: 'VALUE',
  service_id: null,
  owned_by: 'QOVERY',
  description: null,
  enable_interpolation_in_file: null,
  ...fields,
})
