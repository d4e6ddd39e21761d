import { createElement } from 'react'
import { QueryClientProvider } from '@tanstack/react-query'
import { renderToString } from 'react-dom/server'
import { afterEach, expect, test, vi } from 'vitest'
import { environmentOwner, serviceOwner } from '../../qovery/owner'
import { testId } from '../../qovery/test-secrets'
import { environmentServicesQuery, makeTree } from './project-tree'
import { queryClient } from './queries'
import { treeQuery } from './tree-query'
import { usePlace } from './use-place'

vi.mock('../session/session', () => ({ useSession: () => ({ ready: true }) }))
afterEach(() => queryClient.clear())

const environment = environmentOwner(testId(1), testId(2))
const job = serviceOwner(environment, { kind: 'job', id: testId(3) })

const jobType = () => {
  let place: ReturnType<typeof usePlace> | undefined
  const Page = () => {
    place = usePlace(job)
    return null
  }
  renderToString(createElement(QueryClientProvider, { client: queryClient }, createElement(Page)))
  return place?.within?.jobType
}

test('what kind of a job it is, the environment’s own list tells where the organization’s is refused', () => {
  expect(jobType()).toBeUndefined()
  const refused = { status: 'rejected', reason: new Error('403') } as const
  const none = { status: 'fulfilled', value: { results: [], unreadable: [] } } as const
  const tree = makeTree(environment.projectId, none, refused)
  queryClient.setQueryData(treeQuery(environment.projectId).queryKey, tree)
  expect(jobType()).toBeUndefined()
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
  expect(jobType()).toBe('CRON')
  queryClient.setQueryData(queryKey, answer(null))
  expect(jobType()).toBeNull()
})
