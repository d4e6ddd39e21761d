import { describe, expect, test } from 'vitest'
import { ApiError } from '../../qovery/errors'
import { testSecret } from '../../qovery/test-secrets'
import type { Deletion } from '../outcome/delete-secret'
import type { Edit } from '../outcome/edit-secret'
import type { Repointing } from '../outcome/repoint'
import { deletionReport } from './deletion-report'
import { editReport } from './edit-report'
import { refusal } from './report'
import { repointReport } from './repoint-report'

const id = '00000000-0000-4000-8000-000000000001'
const now = testSecret({ key: 'NOW' })
const error = new ApiError({ kind: 'http', sent: true, status: 403 })
const peer = 'Qovery'

const deletions: [Deletion, RegExp][] = [
  [{ kind: 'deleted', evidence: 'answer' }, /2 more went with it/],
  [{ kind: 'deleted', evidence: 'list' }, /list no longer shows it/],
  [{ kind: 'gone', evidence: 'list' }, /nothing left to do/],
  [{ kind: 'changed', now }, /Nothing was deleted/],
  [{ kind: 'more' }, /Nothing was deleted/],
  [{ kind: 'unread', error }, /Nothing was deleted/],
  [{ kind: 'refused', error }, /Nothing was deleted/],
  [{ kind: 'kept', error }, /nothing was deleted so far/],
  [{ kind: 'unreadable' }, /Nothing was sent/],
  [{ kind: 'unknown', why: 'list', error }, /the list cannot be read either: KEY may or may not/],
  [{ kind: 'unknown', why: 'entry', error }, /what the list says of it cannot be read either: KEY/],
]
const edits: [Edit, RegExp][] = [
  [{ kind: 'edited', secret: now }, /value was not touched/],
  [{ kind: 'gone' }, /Nothing was changed/],
  [{ kind: 'changed', now }, /Nothing was changed/],
  [{ kind: 'taken', holder: now, error }, /Nothing was changed/],
  [{ kind: 'taken', holder: undefined, error }, /outside this project’s list/],
  [{ kind: 'unread', error }, /Nothing was changed/],
  [{ kind: 'refused', error }, /Nothing was changed/],
  [{ kind: 'kept', error }, /as it was/],
  [{ kind: 'unreadable' }, /Nothing was sent/],
  [{ kind: 'taken', holder: 'unreadable', error }, /an entry of the list that could not be read/],
  [{ kind: 'unknown', why: 'list', error }, /may or may not have been saved/],
  [{ kind: 'unknown', why: 'entry', error }, /what the list says of it cannot be read either/],
]
const repointings: [Repointing, RegExp][] = [
  [{ kind: 'repointed', secret: now }, /has a new ID/],
  [{ kind: 'untouched', why: 'no-target' }, /Nothing was deleted or created/],
  [{ kind: 'untouched', why: { kind: 'refused', error } }, /Nothing was deleted or created/],
  [{ kind: 'kept', why: { kind: 'kept', error } }, /nothing was deleted so far/],
  [{ kind: 'kept', why: 'no-target' }, /may still take effect/],
  [{ kind: 'restored', secret: now, error }, /made again as it was/],
  [{ kind: 'taken', holder: now }, /old alias was deleted/],
  [{ kind: 'missing', error }, /It was deleted/],
  [{ kind: 'untouched', why: { kind: 'unreadable' } }, /could not be read, or not in full/],
  [{ kind: 'untouched', why: 'unreadable-target' }, /could not be read. Nothing was deleted/],
  [{ kind: 'unknown', stage: 'creating', why: 'list' }, /The old alias is deleted/],
  [{ kind: 'unknown', stage: 'creating', why: 'entry' }, /what the list says of it cannot/],
]

describe('each end says what became of the secret', () => {
  test.each(deletions)('deletion %j', (deletion, says) => {
    expect(deletionReport(deletion, { key: 'KEY', along: 2, peer }).text).toMatch(says)
  })

  test.each(edits)('edit %j', (edit, says) => {
    expect(editReport(edit, { seenKey: 'KEY', key: 'NOW', peer }).text).toMatch(says)
  })

  test.each(repointings)('re-pointing %j', (ended, says) => {
    const plan = {
      projectId: id,
      alias: { ...now, key: 'NAME' },
      from: { id, key: 'OLD' },
      to: { id, key: 'NEW' },
      stage: 'deleting' as const,
      submissionId: null,
    }
    expect(repointReport(ended, plan, peer).text).toMatch(says)
  })
})

test.each([undefined, 400, 401, 403, 404, 418, 429, 503])(
  'a refusal with %s has words',
  (status) => {
    const said = refusal(new ApiError({ kind: 'http', sent: true, status }), peer)
    expect(said).toMatch(/^Qovery .*\.$/)
    expect(said).not.toContain('undefined')
  },
)

test('a change that never left says why, and one whose list is too long says so', () => {
  const detail = 'Nothing was sent: Qovery could not be reached. It is silent (ETIMEDOUT).'
  const unsent = new ApiError({ kind: 'http', sent: false, status: 502, detail })
  expect(refusal(unsent, peer)).toBe(detail)
  const tooLong = new ApiError({ kind: 'http', sent: true, status: 502, failure: 'too-long' })
  expect(refusal(tooLong, peer)).toContain('64 MiB')
})
