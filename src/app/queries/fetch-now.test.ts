import { expect, test, vi } from 'vitest'
import { fetchNow } from './fetch-now'
import { queryClient } from './queries'

/** A question whose answers are given by hand, in the order in which it is asked. */
const question = (name: string) => {
  const answers: ((answer: string) => void)[] = []
  const queryFn = vi.fn<() => Promise<string>>(
    () => new Promise<string>((resolve) => answers.push(resolve)),
  )
  return { queryFn, answers, options: { queryKey: [name], queryFn } }
}

test('what is forgotten while it is asked is asked again, and answered', async () => {
  const { queryFn, answers, options } = question('forgotten')
  const answer = fetchNow(options)
  queryClient.clear()
  await vi.waitFor(() => expect(queryFn).toHaveBeenCalledTimes(2))
  answers[0]?.('of before')
  answers[1]?.('of now')
  expect(await answer).toBe('of now')
})

test('what was refused, or ended by somebody, is not asked again', async () => {
  const refused = { queryKey: ['refused'], queryFn: () => Promise.reject(new Error('no')) }
  await expect(fetchNow({ ...refused, retry: false })).rejects.toThrow('no')
  const { queryFn, options } = question('ended')
  const ended = fetchNow(options)
  await queryClient.cancelQueries({ queryKey: options.queryKey })
  await expect(ended).rejects.toThrow('CancelledError')
  expect(queryFn).toHaveBeenCalledTimes(1)
})
