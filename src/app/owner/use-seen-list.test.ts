import { QueryClientProvider, QueryObserver } from '@tanstack/react-query'
import { createElement } from 'react'
import { renderToString } from 'react-dom/server'
import { afterEach, expect, test, vi } from 'vitest'
import { environmentOwner, projectOwner } from '../../qovery/owner'
import { testId, testList } from '../../qovery/test-secrets'
import { secretsChanged } from '../queries/changed'
import { queryClient, secretsQuery } from '../queries/queries'
import { aroundQuery, useSeenList } from './use-seen-list'

const project = projectOwner(testId(1))
const environment = environmentOwner(project.id, testId(2))
const isFetching = (owner: typeof project | typeof environment) =>
  queryClient.getQueryState(secretsQuery(owner).queryKey)?.fetchStatus === 'fetching'

afterEach(() => queryClient.clear())

/** What the hook gives out where inherited secrets are not asked for. */
const seenAt = (owner: typeof environment) => {
  let seen: ReturnType<typeof useSeenList> | undefined
  const Page = () => {
    seen = useSeenList(owner, { enabled: true, wider: false })
    return null
  }
  renderToString(createElement(QueryClientProvider, { client: queryClient }, createElement(Page)))
  return seen
}

test('a refresh reads again every list of which anything is shown, and no other', () => {
  queryClient.setQueryData(secretsQuery(environment).queryKey, testList([]))
  seenAt(environment)?.refresh()
  expect([environment, project].map(isFetching)).toEqual([true, false])
  queryClient.clear()
  for (const owner of [project, environment])
    queryClient.setQueryData(secretsQuery(owner).queryKey, testList([]))
  seenAt(environment)?.refresh()
  expect([environment, project].map(isFetching)).toEqual([true, true])
})

test('a list around it that is known and not asked for is read again once something changed in it', async () => {
  const queryFn = vi.fn(() => testList([]))
  const watch = () => {
    const query = aroundQuery(project, { enabled: true, wider: false })
    return new QueryObserver(queryClient, { ...query, queryFn }).subscribe(() => {})
  }
  // Nothing is known of it: nobody asks.
  watch()()
  await secretsChanged(project)
  expect(queryFn).not.toHaveBeenCalled()
  queryClient.setQueryData(secretsQuery(project).queryKey, testList([]))
  const leave = watch()
  expect(queryFn).not.toHaveBeenCalled()
  await secretsChanged(project)
  expect(queryFn).toHaveBeenCalledTimes(1)
  leave()
  // Also where nobody looked while it changed.
  await secretsChanged(project)
  expect(queryFn).toHaveBeenCalledTimes(1)
  watch()()
  await vi.waitFor(() => expect(queryFn).toHaveBeenCalledTimes(2))
})
