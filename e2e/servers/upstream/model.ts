import { randomUUID } from 'node:crypto'
import type { LinkedSecret, Organization, Project, Secret } from '../../../src/qovery/schema'

export const organizationId = '0a1b2c3d-0000-4000-8000-000000000001'
export const projectId = '0a1b2c3d-0000-4000-8000-000000000011'
export const otherProjectId = '0a1b2c3d-0000-4000-8000-000000000012'
export const valueSecretId = '0a1b2c3d-0000-4000-8000-000000000101'
export const fileSecretId = '0a1b2c3d-0000-4000-8000-000000000102'
export const builtInSecretId = '0a1b2c3d-0000-4000-8000-000000000103'
export const environmentSecretId = '0a1b2c3d-0000-4000-8000-000000000104'

export const productionId = '0a1b2c3d-0000-4000-8000-000000000021'
const stagingId = '0a1b2c3d-0000-4000-8000-000000000022'
/** A service of each type, all in production. */
export const serviceIds = {
  application: '0a1b2c3d-0000-4000-8000-000000000031',
  container: '0a1b2c3d-0000-4000-8000-000000000032',
  job: '0a1b2c3d-0000-4000-8000-000000000033',
  helm: '0a1b2c3d-0000-4000-8000-000000000034',
  terraform: '0a1b2c3d-0000-4000-8000-000000000035',
  agentic_workflow: '0a1b2c3d-0000-4000-8000-000000000036',
  database: '0a1b2c3d-0000-4000-8000-000000000037',
  argocd_app: '0a1b2c3d-0000-4000-8000-000000000038',
  gateway: '0a1b2c3d-0000-4000-8000-000000000039',
} as const

/** The other side of a link, as Qovery sends it: what has no value may be absent. */
type SentLink = Pick<LinkedSecret, 'id' | 'key' | 'scope'> & Partial<LinkedSecret>

/** The same of a secret, with the project that holds it, which Qovery's own shape does not say. */
export interface HeldSecret
  extends
    Pick<Secret, 'id' | 'key' | 'scope'>,
    Partial<Omit<Secret, 'id' | 'key' | 'scope' | 'aliased_secret' | 'overridden_secret'>> {
  project: string
  /** The environment or service that owns it; the project where absent. */
  owner?: string
  aliased_secret?: SentLink | null
  overridden_secret?: SentLink | null
}

type HeldProject = Pick<Project, 'id' | 'name' | 'organization'> & Partial<Project>

interface HeldEnvironment {
  id: string
  project: string
  name: string
  mode: string
  expires_at?: string
}

interface HeldService {
  id: string
  environment: string
  name: string
  service_type: string
  job_type?: string
}

/** What the stand-in remembers. Tests read it, and change it where they need another starting point. */
export interface Model {
  organizations: Organization[]
  projects: HeldProject[]
  environments: HeldEnvironment[]
  services: HeldService[]
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
  environments: [
    { id: productionId, project: projectId, name: 'production', mode: 'PRODUCTION' },
    { id: stagingId, project: projectId, name: 'staging', mode: 'STAGING' },
  ],
  services: Object.entries(serviceIds).map(([type, id]) => ({
    id,
    environment: productionId,
    name: `the-${type}`,
    service_type: type.toUpperCase(),
  })),
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

/** The link that an alias of a secret has. */
export const link = ({ id, key, scope, variable_type, description }: HeldSecret) => ({
  id,
  key,
  scope,
  variable_type: variable_type ?? null,
  description: description ?? null,
  mount_path: null,
  enable_interpolation_in_file: null,
})

/** A secret as it is sent. JSON leaves out what is undefined. */
export const publicFields = (secret: object) => ({
  ...secret,
  project: undefined,
  owner: undefined,
})
