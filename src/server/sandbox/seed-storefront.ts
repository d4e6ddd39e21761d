import type { SeedSecret } from './secrets'

export const storefrontSecrets: readonly SeedSecret[] = [
  {
    id: '37632079-c2ef-4f1a-a9e6-ce3e05287ac2',
    key: 'SEARCH_ADMIN_KEY',
    scope: 'PROJECT',
    variable_type: 'VALUE',
    created_at: '2025-04-01T07:30:15.880914Z',
    updated_at: '2025-12-12T12:12:12.121212Z',
    description: 'Write access to the product index',
  },
  {
    id: '2af20047-c92e-4b46-ba1e-ca9e5bbfe9d1',
    key: 'MEILI_MASTER_KEY',
    scope: 'PROJECT',
    variable_type: 'ALIAS',
    created_at: '2025-04-01T07:35:48.002713Z',
    aliased_id: '37632079-c2ef-4f1a-a9e6-ce3e05287ac2',
  },
  {
    id: 'bed06d42-eba3-4502-8815-aff584b4d383',
    key: 'CDN_SIGNING_KEY',
    scope: 'PROJECT',
    variable_type: 'FILE',
    created_at: '2025-04-02T16:09:37.466250Z',
    mount_path: '/etc/cdn/signing.key',
    interpolation: 0,
  },
  {
    id: 'edf9b4f2-d1e4-4cb8-b0c4-b2e3b7c04bf9',
    key: 'SESSION_SECRET',
    scope: 'PROJECT',
    variable_type: 'VALUE',
    created_at: '2025-04-02T16:11:02.915508Z',
    updated_at: '2026-02-27T18:44:09.370046Z',
    owned_by: 'DOPPLER',
  },
  {
    id: '1939b9f8-d709-4bd0-b476-d9df4ae5fedf',
    key: 'QOVERY_REDIS_Z1D90E7B_PASSWORD',
    scope: 'BUILT_IN',
    variable_type: 'BUILT_IN',
    created_at: '2025-03-31T13:00:00.251774Z',
    service_id: 'e0bbaafe-e059-4020-85ff-addf49b9a840',
    service_name: 'carts',
    service_type: 'DATABASE',
  },
]
