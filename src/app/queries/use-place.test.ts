import { afterEach, expect, test, vi } from 'vitest'
import { environmentOwner, serviceOwner } from '../../qovery/owner'
import { testId } from '../../qovery/test-secrets'

afterEach(() => {
  vi.unstubAllGlobals()
  vi.resetModules()
})

const environment = environmentOwner(testId(1), testId(2))
const job = serviceOwner(environment, { kind: 'job', id: testId(3) })

/** The hook and what it asks, in a page that nobody has signed in to: what is known is given out all the same. */
const openPage = async () => {
  vi.resetModules()
  vi.stubGlobal('document', { querySelector: () => null })
  vi.stubGlobal('location', { hash: '', pathname: '/', search: '' })
  vi.stubGlobal('window', { sessionStorage: { getItem: () => null } })
  const { QueryClientProvider } = await import('@tanstack/react-query')
  const { createElement } = await import('react')
  const { renderToString } = await import('react-dom/server')
  const { queryClient } = await import('./queries')
  const { environmentServicesQuery, makeTree } = await import('./project-tree')
  const { treeQuery } = await import('./tree-query')
  const { usePlace } = await import('./use-place')
  const Page = () => createElement('p', undefined, `${usePlace(job).within?.jobType}`)
  const jobType = () =>
    renderToString(createElement(QueryClientProvider, { client: queryClient }, createElement(Page)))
  return { queryClient, environmentServicesQuery, makeTree, treeQuery, jobType }
}

test('what kind of a job it is, the environment’s own list tells where the organization’s is refused', async () => {
  const { queryClient, environmentServicesQuery, makeTree, treeQuery, jobType } = await openPage()
  expect(jobType()).toBe('<p>undefined</p>')
  const refused = { status: 'rejected', reason: new Error('403') } as const
  const none = { status: 'fulfilled', value: { results: [], unreadable: [] } } as const
  const tree = makeTree(environment.projectId, none, refused)
  queryClient.setQueryData(treeQuery(environment.projectId).queryKey, tree)
  expect(jobType()).toBe('<p>undefined</p>')
  const service = {
    id: job.id,
    name: 'nightly',
    service_type: 'JOB',
    job_type: 'CRON',
    created_at: null,
    environment_id: environment.id,
    environment_name: null,
    project_id: environment.projectId,
  }
  const answer = (job_type: string | null) => ({
    results: [{ service: { ...service, job_type }, owner: job, disabledReason: undefined }],
    unreadable: [],
  })
  const { queryKey } = environmentServicesQuery(environment)
  queryClient.setQueryData(queryKey, answer('CRON'))
  expect(jobType()).toBe('<p>CRON</p>')
  queryClient.setQueryData(queryKey, answer(null))
  expect(jobType()).toBe('<p>null</p>')
})
