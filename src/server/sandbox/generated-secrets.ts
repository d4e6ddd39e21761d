import { storefront } from './seed-projects'
import type { SecretRow } from './secrets'

const every = 5

/** The nth secret for trials at scale, the same at each start; each fifth is an alias of the one before. */
export const generatedSecret = (index: number): SecretRow => {
  const number = String(index).padStart(6, '0')
  const isAlias = index % every === every - 1
  return {
    id: idOf(index),
    project_id: storefront.id,
    owner_id: storefront.id,
    created_at: '2026-01-05T08:00:00.000000Z',
    updated_at: '2026-01-05T08:00:00.000000Z',
    key: isAlias ? `GENERATED_${number}_ALIAS` : `GENERATED_${number}_TOKEN`,
    scope: 'PROJECT',
    variable_type: isAlias ? 'ALIAS' : 'VALUE',
    owned_by: 'QOVERY',
    is_secret: 1,
    description: `Generated for a trial at scale, number ${index}`,
    ...(isAlias ? { aliased_id: idOf(index - 1) } : {}),
  }
}

const idOf = (index: number) => `00000000-0000-4000-8000-${index.toString(16).padStart(12, '0')}`
