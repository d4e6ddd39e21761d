import { CancelledError, type FetchQueryOptions, type QueryKey } from '@tanstack/react-query'
import { queryClient } from './queries'

/**
 * Asks a question, and answers with what it comes to. Where all that was asked is forgotten meanwhile, as by a sign-in, it is
 * asked again: the library would reject it without a word, and whoever pressed a button would see nothing happen.
 */
export const fetchNow = async <Data, Key extends QueryKey>(
  question: FetchQueryOptions<Data, Error, Data, Key>,
): Promise<Data> => {
  for (;;) {
    try {
      return await queryClient.fetchQuery(question)
    } catch (error) {
      if (!(error instanceof CancelledError && error.silent === true)) throw error
    }
  }
}
