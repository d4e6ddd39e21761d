import { generatedSecret } from './generated-secrets'
import { insertSecret, type SeedSecret } from './secrets'
import { narrowerSecrets } from './seed-narrower-scopes'
import { paymentsSecrets } from './seed-payments'
import { organization, payments, storefront } from './seed-projects'
import { storefrontSecrets } from './seed-storefront'
import type { Store } from './store'

/**
 * Fills an empty store with an invented organization; one that was filled before keeps what people made of it.
 * @param generated how many secrets for trials at scale to have beside those; never removes any.
 */
export const seed = (store: Store, generated: number): void => {
  if (store.all('SELECT id FROM organization').length === 0) plant(store)
  for (let index = 0; index < generated; index += 1) {
    insertSecret(store, generatedSecret(index), 'IGNORE')
  }
}

const plant = (store: Store) => {
  const { id, created_at, name } = organization
  store.run('INSERT INTO organization VALUES (?, ?, ?)', id, created_at, name)
  plantProject(store, payments, [...paymentsSecrets, ...narrowerSecrets])
  plantProject(store, storefront, storefrontSecrets)
}

/** @param secrets each source before its aliases. */
const plantProject = (
  store: Store,
  { id, created_at, name, description, environments }: typeof payments,
  secrets: readonly SeedSecret[],
) => {
  store.run(
    'INSERT INTO project VALUES (?, ?, ?, ?, ?, ?)',
    id,
    organization.id,
    created_at,
    name,
    description,
    environments,
  )
  for (const secret of secrets) {
    insertSecret(store, {
      project_id: id,
      updated_at: secret.created_at,
      owned_by: 'QOVERY',
      ...secret,
    })
  }
}
