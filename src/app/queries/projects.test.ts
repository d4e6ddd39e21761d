import { afterEach, expect, test, vi } from 'vitest'
import { createClient } from '../../qovery/client'
import { createOwnerClient } from '../../qovery/owner-client'
import { createSecretCalls } from '../../qovery/secret-calls'
import type { ClientOptions } from '../../qovery/send-call'
import { testId } from '../../qovery/test-secrets'
import { fetchNow } from './fetch-now'
import { everyProjectQuery } from './projects'
import { lazyApi, queryClient } from './queries'

afterEach(() => {
  queryClient.clear()
  vi.restoreAllMocks()
})

/** The client, answered by what a path says. */
const answered = (answer: (path: string) => Response) => {
  const asked: string[] = []
  const server: ClientOptions = {
    fetch: (input) => {
      const path = typeof input === 'string' ? input : ''
      asked.push(path)
      return Promise.resolve(answer(path))
    },
    base: '',
  }
  const client = createClient(server)
  const loadOwnerClient = () => Promise.resolve(createOwnerClient(server))
  const secretCalls = createSecretCalls(client, loadOwnerClient)
  vi.spyOn(lazyApi, 'get').mockResolvedValue({ client, loadOwnerClient, secretCalls })
  return asked
}

test('an organization whose projects are refused is counted, and asked about again by whoever looks next', async () => {
  const [own, other] = [testId(81), testId(82)]
  const created_at = '2026-01-01T00:00:00Z'
  let isRefused = true
  const asked = answered((path) => {
    if (path === '/organization')
      return Response.json({ results: [own, other].map((id) => ({ id, created_at, name: 'O' })) })
    if (path.includes(other) && isRefused) return new Response('', { status: 403 })
    const [id, organization] = path.includes(own) ? [testId(83), own] : [testId(84), other]
    return Response.json({
      results: [{ id, created_at, name: 'P', organization: { id: organization } }],
    })
  })
  const first = await fetchNow(everyProjectQuery)
  expect(first).toMatchObject({ missing: 1, unread: 0, projects: [{ id: testId(83) }] })
  expect(first.organizations).toHaveLength(2)
  isRefused = false
  asked.length = 0
  const whole = { missing: 0, projects: [{ id: testId(83) }, { id: testId(84) }] }
  expect(await fetchNow(everyProjectQuery)).toMatchObject(whole)
  expect(await fetchNow(everyProjectQuery)).toMatchObject(whole)
  expect(asked).toEqual([`/organization/${other}/project`])
})
