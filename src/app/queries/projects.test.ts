import { afterEach, expect, test, vi } from 'vitest'
import { ApiError } from '../../qovery/errors'
import { testId } from '../../qovery/test-secrets'
import { fetchNow } from './fetch-now'
import { everyProjectQuery } from './projects'
import { queryClient } from './queries'

const upstream = vi.hoisted(() => ({
  listOrganizations: vi.fn<() => Promise<object>>(),
  listProjects: vi.fn<(id: string) => Promise<object>>(),
}))
vi.mock('./api', () => ({ client: upstream }))
afterEach(() => queryClient.clear())

const list = (...results: object[]) => Promise.resolve({ results, unreadable: [] })

test('an organization whose projects are refused is counted, and asked about again by whoever looks next', async () => {
  const [own, other] = [testId(1), testId(2)]
  let isRefused = true
  upstream.listOrganizations.mockImplementation(() => list({ id: own }, { id: other }))
  upstream.listProjects.mockImplementation((id) =>
    id === other && isRefused
      ? Promise.reject(new ApiError({ kind: 'http', sent: true, status: 403 }))
      : list({ id: `of ${id}` }),
  )
  expect(await fetchNow(everyProjectQuery)).toEqual({
    organizations: [{ id: own }, { id: other }],
    projects: [{ id: `of ${own}` }],
    unread: 0,
    missing: 1,
  })
  isRefused = false
  const asked = () => upstream.listProjects.mock.calls.map(([id]) => id)
  upstream.listProjects.mockClear()
  const whole = { missing: 0, projects: [{ id: `of ${own}` }, { id: `of ${other}` }] }
  expect(await fetchNow(everyProjectQuery)).toMatchObject(whole)
  expect(asked()).toEqual([other])
  expect(await fetchNow(everyProjectQuery)).toMatchObject(whole)
  expect(asked()).toEqual([other])
})
