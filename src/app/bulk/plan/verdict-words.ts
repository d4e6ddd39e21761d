import type { Verdict } from './judge-row'

/** What will become of a row, in the words of the page. */
export const verdictWords: Record<Verdict, string> = {
  create: 'create',
  exists: 'already there',
  conflict: 'conflict',
  ambiguous: 'ambiguous target',
  duplicate: 'duplicate',
  confirm: 'to confirm',
  unreadable: 'unclear',
  invalid: 'invalid',
}
