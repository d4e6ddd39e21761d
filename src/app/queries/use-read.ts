import {
  notifyManager,
  type QueryKey,
  type QueryState,
  type UseQueryOptions,
} from '@tanstack/react-query'
import { useEffect, useSyncExternalStore } from 'react'
import { queryClient } from './queries'

type Question<Answer, Key extends QueryKey> = UseQueryOptions<Answer, Error, Answer, Key> & {
  queryKey: Key
}

// Not at once: the cache also changes while another component is drawn that asks the same.
const watch = (notify: () => void) =>
  queryClient.getQueryCache().subscribe(notifyManager.batchCalls(notify))

/**
 * What is known of a question's answer, asked once where `enabled`. It follows whatever else asks the same again, and asks
 * nothing again itself: that takes react-query's observer, which the first load does without.
 */
export const useRead = <Answer, Key extends QueryKey>(
  question: Question<Answer, Key>,
  enabled: boolean,
): { data: Answer | undefined; isLoading: boolean; isError: boolean } => {
  const known = () => queryClient.getQueryState<Answer>(question.queryKey)
  const state = useSyncExternalStore<QueryState<Answer> | undefined>(watch, known, () => undefined)
  const hash = JSON.stringify(question.queryKey)
  useEffect(() => {
    if (enabled) void queryClient.prefetchQuery(question)
    // oxlint-disable-next-line react/exhaustive-deps -- a question is the same as long as its key is
  }, [enabled, hash])
  return {
    data: enabled ? state?.data : undefined,
    isLoading: enabled && state?.data === undefined && state?.status !== 'error',
    isError: enabled && state?.status === 'error',
  }
}
