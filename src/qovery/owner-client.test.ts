import { describe, expect, test } from 'vitest'
import { scopeOf, type NarrowerKind, type OwnerRef } from './owner'
import { createOwnerClient } from './owner-client'

const id = '3c90c3cc-0d44-4b50-8888-8dd25736052a'
const secretId = '00000000-0000-4000-8000-000000000001'
const shape = { id: secretId, created_at: '2023-11-07T05:31:56Z', key: 'A', scope: 'ENVIRONMENT' }
const link = { id, key: 'B', mount_path: '', scope: 'PROJECT', variable_type: 'VALUE' }

/** A client whose calls are noted and answered with whatever both families say. */
const noted = () => {
  const calls: unknown[] = []
  const client = createOwnerClient({
    fetch: (input, { method = '', body } = {}) => {
      const path = typeof input === 'string' ? input : ''
      calls.push([`${method} ${path}`, typeof body === 'string' ? JSON.parse(body) : undefined])
      if (method === 'DELETE') return Promise.resolve(new Response(null, { status: 204 }))
      const links = path.includes('/variable')
        ? { aliased_variable: link }
        : { aliased_secret: link }
      const entry = { ...shape, ...links }
      const answer = method === 'GET' ? { results: [entry] } : entry
      return Promise.resolve(Response.json(answer, { status: method === 'POST' ? 201 : 200 }))
    },
    base: '/api',
  })
  return { client, calls }
}

const more = { description: null, enable_interpolation_in_file: true }
const run = async (owner: OwnerRef<NarrowerKind>) => {
  const { client, calls } = noted()
  const { results } = await client.listSecrets(owner)
  const alias = await client.createSecretAlias({ owner, secretId }, { key: 'A', ...more })
  const edited = await client.editSecret({ owner, secretId }, { key: 'A', ...more })
  await client.deleteSecret({ owner, secretId })
  for (const answer of [...results, alias, edited]) {
    expect(answer).toMatchObject({ ...shape, aliased_secret: { id, key: 'B' } })
  }
  return calls
}

describe('secrets are read and changed by their owner’s own calls', () => {
  test.each(['environment', 'application', 'container', 'job'] as const)('%s', async (kind) => {
    const secrets = `/api/${kind}/${id}/secret`
    expect(await run({ kind, id })).toEqual([
      [`GET ${secrets}`, undefined],
      [`POST ${secrets}/${secretId}/alias`, { key: 'A', ...more }],
      [`PUT ${secrets}/${secretId}`, { key: 'A', ...more }],
      [`DELETE ${secrets}/${secretId}`, undefined],
    ])
  })
})

describe('secrets are read and changed by the calls of variables where the owner has none, in the same shape', () => {
  test.each(['helm', 'terraform', 'agentic_workflow'] as const)('%s', async (kind) => {
    const scope = scopeOf({ kind })
    expect(await run({ kind, id })).toEqual([
      [`GET /api/variable?parent_id=${id}&scope=${scope}`, undefined],
      [
        `POST /api/variable/${secretId}/alias`,
        { key: 'A', ...more, alias_scope: scope, alias_parent_id: id },
      ],
      [`PUT /api/variable/${secretId}`, { key: 'A', ...more }],
      [`DELETE /api/variable/${secretId}`, undefined],
    ])
  })
})

test('a project’s tree is two calls; an environment’s services are one', async () => {
  const { client, calls } = noted()
  await client.listEnvironments(id)
  await client.listServices({ organizationId: secretId, projectId: id })
  await client.listEnvironmentServices(id)
  expect(calls.flat()).toEqual([
    `GET /api/project/${id}/environment`,
    undefined,
    `GET /api/organization/${secretId}/services?project_id=${id}`,
    undefined,
    `GET /api/environment/${id}/services`,
    undefined,
  ])
})
