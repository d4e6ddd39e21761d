import { QueryClientProvider, QueryObserver } from '@tanstack/react-query'
import { createElement } from 'react'
import { renderToString } from 'react-dom/server'
import { afterEach, expect, test, vi } from 'vitest'
import { environmentOwner, projectOwner } from '../../qovery/owner'
import type { SecretList } from '../../qovery/schema'
import { testId, testList } from '../../qovery/test-secrets'
import { secretsChanged } from '../queries/changed'
import { lazyApi, queryClient, secretsQuery } from '../queries/queries'
import { aroundQuery, useSeenList } from './use-seen-list'

const project = projectOwner(testId(71))
const environment = environmentOwner(project.id, testId(72))
const isFetching = (owner: typeof project | typeof environment) =>
  queryClient.getQueryState(secretsQuery(owner).queryKey)?.fetchStatus === 'fetching'

afterEach(() => {
  queryClient.clear()
  vi.restoreAllMocks()
})

const Page = ({ onDrawn }: { onDrawn: (refresh: () => void) => void }) => {
  onDrawn(useSeenList(environment, { enabled: true, wider: false }).refresh)
  return null
}
/** Presses Refresh where inherited secrets are not asked for. */
const refresh = () => {
  const page = createElement(Page, { onDrawn: (press) => press() })
  renderToString(createElement(QueryClientProvider, { client: queryClient }, page))
}

test('a refresh reads again every list of which anything is shown, and no other', () => {
  // No answer comes: that they are asked for is enough.
  vi.spyOn(lazyApi, 'get').mockReturnValue(new Promise(() => {}))
  queryClient.setQueryData(secretsQuery(environment).queryKey, testList([]))
  refresh()
  expect([environment, project].map(isFetching)).toEqual([true, false])
  queryClient.clear()
  for (const owner of [project, environment])
    queryClient.setQueryData(secretsQuery(owner).queryKey, testList([]))
  refresh()
  expect([environment, project].map(isFetching)).toEqual([true, true])
})

test('a list around it that is known and not asked for is read again once something changed in it', async () => {
  const queryFn = vi.fn<() => SecretList>(() => testList([]))
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
