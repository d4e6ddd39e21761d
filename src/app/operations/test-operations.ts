import { createClient } from '../../qovery/client'
import { createOwnerClient } from '../../qovery/owner-client'
import type { Secret } from '../../qovery/schema'
import { createSecretCalls } from '../../qovery/secret-calls'
import { testId, testLink, testSecret } from '../../qovery/test-secrets'
import type { Running } from './kind'
import type { CreateOperation, DeleteOperation, EditOperation, RepointOperation } from './operation'

const shared = {
  id: testId(80),
  owner: { kind: 'project' as const, id: testId(90) },
  agreedAt: Date.parse('2026-03-01T12:00:00Z'),
}

/** Operations for tests; what is given takes the place of what they are about. */
export const testCreate = (fields: Partial<CreateOperation> = {}): CreateOperation => ({
  ...shared,
  kind: 'create',
  secretId: testId(1),
  request: { key: 'ALIAS', description: null, enable_interpolation_in_file: false },
  existingBefore: [],
  ...fields,
})

export const testEdit = (fields: Partial<EditOperation> = {}): EditOperation => ({
  ...shared,
  kind: 'edit',
  seen: testSecret(),
  key: 'RENAMED',
  description: null,
  ...fields,
})

export const testDelete = (fields: Partial<DeleteOperation> = {}): DeleteOperation => ({
  ...shared,
  kind: 'delete',
  seen: testSecret(),
  dependents: [],
  unreadDependents: 0,
  ...fields,
})

/** From the secret 1, which is `DB`, to the secret 2, which is `OTHER`. */
export const testRepoint = (fields: Partial<RepointOperation> = {}): RepointOperation => ({
  ...shared,
  kind: 'repoint',
  seen: testAlias(),
  from: { id: testId(1), key: 'DB' },
  to: { id: testId(2), key: 'OTHER' },
  ...fields,
})

/** An alias of the secret 1, whose id is 3. */
export const testAlias = (fields: Partial<Secret> = {}): Secret =>
  testSecret({
    id: testId(3),
    key: 'ALIAS',
    variable_type: 'ALIAS',
    aliased_secret: testLink({ id: testId(1) }),
    ...fields,
  })

/** The calls, as a server answers them. */
export const testCalls = (fetch: typeof globalThis.fetch) => {
  const server = { base: '/api', fetch }
  return createSecretCalls(createClient(server), () => Promise.resolve(createOwnerClient(server)))
}

const missing = () => Promise.reject(new Error('nothing of the kind was to be called'))

/** What an operation runs with: no time passes, and nothing is kept. */
export const testRunning = (
  client: Partial<Running['client']>,
  more: Partial<Running> = {},
): Running => {
  let ids = 500
  return {
    client: {
      listSecrets: missing,
      createSecretAlias: missing,
      editSecret: missing,
      deleteSecret: missing,
      ...client,
    },
    clock: { now: () => shared.agreedAt, sleep: () => Promise.resolve() },
    cancel: new AbortController().signal,
    newId: () => testId((ids += 1)),
    isReached: () => Promise.resolve(true),
    save: () => Promise.resolve(),
    onProgress: () => undefined,
    ...more,
  }
}
