import { afterEach, expect, test, vi } from 'vitest'
import { projectOwner } from '../../qovery/owner'
import { testId } from '../../qovery/test-secrets'
import { followChanges, secretsChanged } from './changed'
import { queryClient, secretsQuery } from './queries'

afterEach(() => {
  queryClient.clear()
  vi.unstubAllGlobals()
})

test.each([
  ['an owner', { kind: 'helm', id: testId(1) }, true],
  ['a kind that is none', { kind: 'toString', id: testId(1) }, false],
  ['an id that is no text', { kind: 'helm', id: { toString: 1 } }, false],
  ['nothing', null, false],
])('what another tab tells of is followed where it is an owner: %s', (_, told, isFollowed) => {
  const channel = new EventTarget()
  vi.stubGlobal(
    'BroadcastChannel',
    class {
      addEventListener = channel.addEventListener.bind(channel)
    },
  )
  followChanges()
  const tell = (data: unknown) => channel.dispatchEvent(new MessageEvent('message', { data }))
  const invalidate = vi.spyOn(queryClient, 'invalidateQueries').mockResolvedValue()
  tell(JSON.stringify(told))
  tell('no JSON')
  tell(told)
  expect(invalidate).toHaveBeenCalledTimes(isFollowed ? 1 : 0)
  invalidate.mockRestore()
})

test('a list that is on its way while something changes is read again by whoever asks for it next', async () => {
  const { queryKey } = secretsQuery(projectOwner(testId(1)))
  const answers = ['before', 'after']
  let answer = () => {}
  const read = () =>
    queryClient.fetchQuery<unknown>({
      queryKey,
      staleTime: 600_000,
      queryFn: async () => {
        const text = answers.shift()
        await new Promise<void>((resolve) => {
          answer = resolve
        })
        return text
      },
    })
  const first = read()
  await Promise.resolve()
  void secretsChanged(projectOwner(testId(1)))
  answer()
  expect(await first).toBe('before')
  await vi.waitFor(() => expect(queryClient.getQueryState(queryKey)?.isInvalidated).toBe(true))
  const second = read()
  await Promise.resolve()
  answer()
  expect(await second).toBe('after')
  // And not once more.
  expect(await read()).toBe('after')
})
