import { expect, test } from 'vitest'
import { aliasCall } from './alias-call'
import { createClient } from './client'
import { createOwnerClient } from './owner-client'
import { createSecretCalls } from './secret-calls'
import { environmentOwner, projectOwner, serviceKinds, serviceOwner } from './owner'

const id = (last: number) => `3c90c3cc-0d44-4b50-8888-8dd25736052${last}`
const environment = environmentOwner(id(1), id(2))
const owners = [
  projectOwner(id(1)),
  environment,
  ...serviceKinds.map((kind) => serviceOwner(environment, { kind, id: id(3) })),
]

test.each(owners)('the call that is shown for a $kind is the one that is sent', async (owner) => {
  const sent: object[] = []
  const server = {
    base: '/api',
    fetch: async (address: string | URL | Request, init?: RequestInit) => {
      sent.push({
        method: init?.method,
        url: typeof address === 'string' ? address : '',
        body: typeof init?.body === 'string' ? JSON.parse(init.body) : undefined,
      })
      return new Response(null, { status: 500 })
    },
  }
  const calls = createSecretCalls(createClient(server), () =>
    Promise.resolve(createOwnerClient(server)),
  )
  const body = { key: 'A', description: null, enable_interpolation_in_file: true }
  await expect(calls.createSecretAlias({ owner, secretId: id(4) }, body)).rejects.toMatchObject({
    status: 500,
  })
  expect(sent).toEqual([aliasCall(owner, id(4), body, '/api')])
})
