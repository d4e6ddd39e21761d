import { doneWords } from './interrupted-words'
import type { Operation } from './operation'
import type { Result } from './result'

/** What became of an operation in a word or two, as tables, counts and reports say it. */
export const labelOf = ({ kind }: Pick<Operation, 'kind'>, result: Result): string => {
  switch (result.kind) {
    case 'done':
      return doneWords[kind]
    case 'conflict':
      return result.isSame ? 'already there' : 'conflict'
    case 'stale':
      return result.why === 'gone' ? 'gone already' : `not ${doneWords[kind]}`
    case 'refused':
      return result.left === 'missing' ? 'missing' : 'refused'
    case 'unconfirmed':
      return 'not confirmed'
    case 'unknown':
      return 'outcome unknown'
    case 'cancelled':
      return 'not sent'
  }
}
