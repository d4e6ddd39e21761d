import { expect, test, vi } from 'vitest'
import { projectOwner } from '../../qovery/owner'
import { testId } from '../../qovery/test-secrets'
import { secretsChanged } from './changed'
import { queryClient, secretsQuery } from './queries'

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
