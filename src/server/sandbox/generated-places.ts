import { linkedService } from './linked-service'
import { shop, type SeedEnvironment, type SeedService } from './seed-environments'
import { storefront } from './seed-projects'
import type { SecretRow } from './secrets'

const created = '2026-01-05T08:00:00.000000Z'
const modes = ['STAGING', 'DEVELOPMENT', 'PREVIEW', 'PREVIEW', 'PREVIEW']
const kinds = [
  'APPLICATION',
  'CONTAINER',
  'JOB',
  'HELM',
  'TERRAFORM',
  'AGENTIC_WORKFLOW',
  'DATABASE',
]
const names = ['web', 'api', 'worker', 'mailer', 'search', 'billing', 'catalog', 'media']
const tables = { environment: '1', service: '2', secret: '3' }

const idOf = (table: keyof typeof tables, index: number) =>
  `00000000-0000-4000-8${tables[table].padStart(3, '0')}-${index.toString(16).padStart(12, '0')}`
const numbered = (name: string, index: number) => `${name}-${String(index).padStart(4, '0')}`
const at = (list: readonly string[], index: number) => list[index % list.length] ?? ''

/** The nth environment for trials at scale, the same at each start. */
export const generatedEnvironment = (index: number): SeedEnvironment => {
  const mode = at(modes, index)
  return {
    id: idOf('environment', index),
    project_id: storefront.id,
    created_at: created,
    name: numbered(mode === 'PREVIEW' ? 'pr' : mode.toLowerCase(), index),
    mode,
  }
}

/** The nth service for trials at scale, of all kinds in turn. @param environments over how many of those it is spread. */
export const generatedService = (index: number, environments: number): SeedService => {
  const service_type = at(kinds, index)
  return {
    id: idOf('service', index),
    environment_id: environments === 0 ? shop.id : idOf('environment', index % environments),
    created_at: created,
    name: numbered(at(names, index), index),
    service_type,
    ...(service_type === 'JOB' ? { job_type: index % 2 === 0 ? 'CRON' : 'LIFECYCLE' } : {}),
  }
}

const perService = 6

/**
 * What a generated service brings along: two built-in secrets and two variables that its environment's list shows, and where
 * it can own any, a secret and an alias of a built-in one.
 */
export const generatedSecretsOf = (service: SeedService, index: number): SecretRow[] => {
  const prefix = `QOVERY_${service.service_type}_Z${index.toString(16).toUpperCase().padStart(7, '0')}`
  const rowOf = (number: number, row: Partial<SecretRow>): SecretRow => ({
    id: idOf('secret', index * perService + number),
    project_id: storefront.id,
    owner_id: service.environment_id,
    created_at: created,
    updated_at: created,
    key: '',
    scope: 'BUILT_IN',
    variable_type: 'BUILT_IN',
    owned_by: 'QOVERY',
    is_secret: 1,
    ...linkedService(service),
    ...row,
  })
  const host = `z${index.toString(16)}-${service.name}.internal`
  const builtIn = [
    rowOf(0, { key: `${prefix}_PASSWORD` }),
    rowOf(1, { key: `${prefix}_TOKEN` }),
    rowOf(2, { key: `${prefix}_HOST_INTERNAL`, is_secret: 0, value: host }),
    rowOf(3, { key: `${prefix}_PORT_INTERNAL`, is_secret: 0, value: '8080' }),
  ]
  if (service.service_type === 'DATABASE') return builtIn
  const own = { owner_id: service.id, scope: service.service_type }
  return [
    ...builtIn,
    rowOf(4, { ...own, key: 'SESSION_KEY', variable_type: 'VALUE' }),
    rowOf(5, {
      ...own,
      key: 'SERVICE_PASSWORD',
      variable_type: 'ALIAS',
      aliased_id: builtIn[0]?.id ?? '',
    }),
  ]
}
