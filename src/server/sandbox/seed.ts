import * as z from 'zod/mini'
import { generatedEnvironment, generatedSecretsOf, generatedService } from './generated-places'
import { generatedSecret } from './generated-secrets'
import { insertSecret, type SeedSecret } from './secrets'
import { environments, services, type SeedEnvironment, type SeedService } from './seed-environments'
import { narrowerSecrets } from './seed-narrower-scopes'
import { ownedSecrets } from './seed-owned-secrets'
import { paymentsSecrets } from './seed-payments'
import { organization, payments, storefront } from './seed-projects'
import { storefrontSecrets } from './seed-storefront'
import type { Store } from './store'

/** How much to have beside what is planted, for trials at scale. */
export interface Generated {
  secrets: number
  environments: number
  services: number
}

/** Fills an empty store with an invented organization; one that was filled before keeps what people made of it. */
export const seed = (store: Store, generated: Generated): void => {
  if (store.all('SELECT id FROM organization').length === 0) plantProjects(store)
  // What an older console filled has none.
  if (store.all('SELECT id FROM environment LIMIT 1').length === 0) plantEnvironments(store)
  generate(store, generated)
}

const plantProjects = (store: Store) => {
  const { id, created_at, name } = organization
  store.run('INSERT INTO organization VALUES (?, ?, ?)', id, created_at, name)
  for (const project of [payments, storefront]) {
    store.run(
      'INSERT INTO project VALUES (?, ?, ?, ?, ?)',
      project.id,
      id,
      project.created_at,
      project.name,
      project.description,
    )
  }
  plantSecrets(store, payments.id, [...paymentsSecrets, ...narrowerSecrets])
  plantSecrets(store, storefront.id, storefrontSecrets)
}

const plantEnvironments = (store: Store) => {
  for (const environment of environments) insertEnvironment(store, environment)
  for (const service of services) insertService(store, service)
  // People may have deleted a target, and have taken a key, before there were environments.
  for (const secret of ownedSecrets)
    if (hasLinked(store, secret)) plantSecrets(store, payments.id, [secret])
}

const hasLinked = (store: Store, { aliased_id, overridden_id }: SeedSecret) =>
  [aliased_id, overridden_id].every(
    (id) => id === undefined || store.all('SELECT id FROM secret WHERE id = ?', id).length > 0,
  )

/** @param secrets each target before its aliases. */
const plantSecrets = (store: Store, projectId: string, secrets: readonly SeedSecret[]) => {
  for (const secret of secrets) {
    insertSecret(
      store,
      {
        project_id: projectId,
        owner_id: projectId,
        updated_at: secret.created_at,
        owned_by: 'QOVERY',
        is_secret: 1,
        ...secret,
      },
      'IGNORE',
    )
  }
}

/** Nothing that was made before is made again, or removed. */
const generate = (store: Store, generated: Generated) => {
  generateSecrets(store, generated.secrets)
  for (let index = 0; index < generated.environments; index += 1) {
    insertEnvironment(store, generatedEnvironment(index))
  }
  for (let index = 0; index < generated.services; index += 1) {
    const service = generatedService(index, generated.environments)
    // What it brings along may have been deleted since.
    if (store.all('SELECT id FROM service WHERE id = ?', service.id).length > 0) continue
    insertService(store, service)
    for (const secret of generatedSecretsOf(service, index)) insertSecret(store, secret, 'IGNORE')
  }
}

const marks = z.array(z.object({ application_id: z.number() }))

// How many were made so far is kept in the file's mark for applications, which needs no other tables: what an older console
// made is not counted there, and made again once.
const generateSecrets = (store: Store, count: number) => {
  const before = z.parse(marks, store.all('PRAGMA application_id'))[0]?.application_id ?? 0
  if (count <= before) return
  for (let index = before; index < count; index += 1) {
    const secret = generatedSecret(index)
    // Its key may be taken, and its target be gone or never have been made.
    if (hasLinked(store, secret)) insertSecret(store, secret, 'IGNORE')
  }
  store.run(`PRAGMA application_id = ${count}`)
}

const insertEnvironment = (store: Store, environment: SeedEnvironment) => {
  const { id, project_id, created_at, name, mode, expires_at } = environment
  store.run(
    'INSERT OR IGNORE INTO environment VALUES (?, ?, ?, ?, ?, ?)',
    id,
    project_id,
    created_at,
    name,
    mode,
    expires_at ?? null,
  )
}

const insertService = (store: Store, service: SeedService) => {
  const { id, environment_id, created_at, name, service_type, job_type, description } = service
  store.run(
    'INSERT OR IGNORE INTO service VALUES (?, ?, ?, ?, ?, ?, ?)',
    id,
    environment_id,
    created_at,
    name,
    service_type,
    job_type ?? null,
    description ?? null,
  )
}
