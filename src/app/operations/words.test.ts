import { describe, expect, test } from 'vitest'
import { ApiError } from '../../qovery/errors'
import { testId, testLink, testSecret } from '../../qovery/test-secrets'
import { notCreated } from './create-words'
import { lostText, refusalText } from './failure-text'
import type { Operation } from './operation'
import { refused, stale, unknown, type Of, type Result } from './result'
import { testAlias, testCreate, testDelete, testEdit, testRepoint } from './test-operations'
import { wordsOf } from './words-of'

const now = testSecret({ key: 'NOW' })
const described = testSecret({ description: 'by somebody' })
const failure = new ApiError({ kind: 'http', sent: true, status: 403 })
const asked = { apiName: 'Qovery', tokenWorked: true }
const lost: Result = { kind: 'unconfirmed', failure, keyless: 0, because: null }
const conflict = (existing: Of<'conflict'>['existing'], isSame = false): Of<'conflict'> => ({
  kind: 'conflict',
  existing,
  isSame,
  failure,
})
const done = (by: 'answer' | 'list', secret: typeof now | null = now): Result => ({
  kind: 'done',
  by,
  secret,
})

const table: Record<string, [Operation, [Result, RegExp][]]> = {
  'a deletion': [
    testDelete({ dependents: [testId(5)], unreadDependents: 1 }),
    [
      [done('answer', null), /2 more went with it/],
      [done('list', null), /list no longer shows it/],
      [stale('gone'), /nothing left to do/],
      [stale('gone', { sent: true }), /or the browser sent the deletion twice/],
      [stale('changed', { now }), /Nothing was deleted/],
      [stale('more dependents'), /Nothing was deleted/],
      [stale('unread', { failure }), /Nothing was deleted/],
      [stale('unreadable'), /Nothing was sent/],
      [refused(failure), /Nothing was deleted/],
      [lost, /nothing was deleted so far/],
      [{ ...lost, because: stale('changed', { now }) }, /first call may still take effect/],
      [{ ...lost, because: refused(failure) }, /may not do this.*may still take effect/],
      [unknown('list', failure), /the list cannot be read either: DB may or may not/],
      [unknown('entry', failure), /what the list says of it cannot be read either: DB/],
      [{ kind: 'cancelled' }, /still there/],
    ],
  ],
  'an undo': [
    testDelete({ seen: testAlias(), undoes: { key: 'ALIAS' } }),
    [[done('answer', null), /^Its creation was undone.$/]],
  ],
  'an undo of what kept an old name': [
    testDelete({ seen: testAlias(), undoes: { key: 'ALIAS' }, renamedTo: 'NEW' }),
    [[done('answer', null), /old name of NEW: nothing has that name now/]],
  ],
  'an undo of a renaming that kept the old name': [
    testDelete({
      seen: testAlias(),
      undoes: { key: 'ALIAS' },
      renamedTo: 'NEW',
      renaming: { by: testId(81), seen: testSecret({ key: 'NEW' }), description: null },
    }),
    [
      [done('answer', null), /old name of NEW, which is to be renamed back.*told by itself/],
      [stale('changed', { now }), /or NEW, which had its name. Nothing was deleted or renamed/],
    ],
  ],
  'an edit': [
    testEdit({ key: 'NOW' }),
    [
      [done('answer'), /It was DB before.*value was not touched/],
      [done('list'), /the list shows it so/],
      [stale('gone'), /Nothing was changed/],
      [stale('gone', { sent: true }), /and with it whatever was saved/],
      [stale('changed', { now }), /Somebody edited it: it is NOW now. Nothing was changed/],
      [stale('changed', { now: described }), /^Somebody edited its description. Nothing/],
      [stale('changed', { now: testAlias({ key: 'DB' }) }), /^Somebody changed what it points at/],
      [stale('unread', { failure }), /Nothing was changed/],
      [stale('unreadable'), /Nothing was sent/],
      [conflict(now), /at project scope. Nothing was changed/],
      [conflict(null), /outside this project’s list/],
      [conflict('unreadable'), /exists already, and where it is could not be read/],
      [refused(failure), /Nothing was changed/],
      [lost, /as it was/],
      [{ ...lost, because: stale('changed', { now }) }, /It is NOW now.*before or after/],
      [
        { ...lost, because: stale('changed', { now: described }) },
        /lost. It is not as it was then/,
      ],
      [{ ...lost, because: refused(failure) }, /first answer was lost.*may not do this/],
      [unknown('list', failure), /may or may not have been saved/],
      [unknown('entry', failure), /what the list says of it cannot be read either/],
      [{ kind: 'cancelled' }, /Nothing of DB was changed/],
    ],
  ],
  'a re-pointing': [
    testRepoint(),
    [
      [done('answer'), /has a new ID/],
      [stale('target gone'), /OTHER is no longer .*Nothing was deleted or created/],
      [stale('target unreadable'), /could not be read. Nothing was deleted/],
      [stale('unreadable'), /could not be read, or not in full/],
      [stale('unread', { failure }), /Nothing was deleted or created/],
      [refused(failure), /Nothing was deleted or created/],
      [lost, /nothing was deleted so far/],
      [{ ...lost, because: stale('target gone') }, /no longer in .* may still take effect/],
      [refused(failure, 'restored', now), /made again as it was/],
      [refused(failure, 'missing'), /could be made neither/],
      [
        refused(new ApiError({ kind: 'timeout', sent: true }), 'missing'),
        /no answer in time when it was made again, and the list does not show it so far/,
      ],
      [conflict(now), /old alias was deleted/],
      [unknown('list', failure, 'creating'), /The old alias is deleted/],
      [unknown('entry', failure, 'creating'), /what the list says of it cannot/],
    ],
  ],
  'a creation': [
    testCreate(),
    [
      [done('answer'), /next deployment/],
      [done('list'), /list has it/],
      [refused(failure), /Nothing was created/],
      [conflict(testAlias(), true), /existed already.*Nothing was created/],
      [lost, /nothing was created so far/],
      [{ ...lost, keyless: 2 }, /2 entries that cannot may be it/],
      [{ ...lost, because: refused(failure) }, /sent again.*may still take effect/],
      [unknown('list', failure), /ALIAS may or may not exist/],
      [unknown('entry', failure), /the entry of the project’s list that may be it/],
      [{ kind: 'cancelled' }, /not created/],
    ],
  ],
}

describe.each(Object.entries(table))(
  'each end of %s says what became of it',
  (_, [operation, rows]) => {
    test.each(rows)('%j', (result, says) => {
      const { title, text } = wordsOf(operation, result, asked)
      expect(text).toMatch(says)
      expect(title + text).not.toMatch(/undefined|null|\[object| {2}/)
    })
  },
)

test.each([undefined, 400, 401, 403, 404, 418, 429, 503])(
  'a refusal with %s has words',
  (status) => {
    const said = refusalText(new ApiError({ kind: 'http', sent: true, status }), 'Qovery')
    expect(said).toMatch(/^Qovery .*\.$/)
    expect(said).not.toContain('undefined')
  },
)

test('what never left says why, and a list that is too long says so', () => {
  const detail = 'Nothing was sent: Qovery could not be reached. It is silent (ETIMEDOUT).'
  const unsent = new ApiError({ kind: 'http', sent: false, status: 502, detail })
  expect(refusalText(unsent, 'Qovery')).toBe(detail)
  const tooLong = new ApiError({ kind: 'http', sent: true, status: 502, failure: 'too-long' })
  expect(refusalText(tooLong, 'Qovery')).toContain('64 MiB')
})

test('why an answer says nothing is the beginning of a sentence', () => {
  const said = (kind: ApiError['kind'], status?: number) =>
    lostText(new ApiError({ kind, sent: true, status }), 'Qovery')
  expect([said('http', 502), said('timeout'), said('decode', 201), said('network')]).toEqual([
    'Qovery answered with status 502, which says nothing for certain',
    'Qovery gave no answer in time',
    'Qovery answered, but with nothing that can be read',
    'The answer was lost',
  ])
})

describe('where the form says that nothing was created', () => {
  const taken = new ApiError({ kind: 'http', sent: true, status: 409 })
  const existing = testAlias({ aliased_secret: testLink({ key: 'FIRST_NAME' }) })
  const shown = (result: Of<'refused' | 'conflict'>) => notCreated(testCreate(), result, asked)

  test('a taken key says by whom, where, and what to do', () => {
    expect(shown({ ...conflict(existing), failure: taken })).toEqual({
      field: 'key',
      message:
        'Qovery refused the name: ALIAS exists already, at project scope and points at FIRST_NAME. Nothing was created. Open it, or choose another key.',
    })
  })

  test('a key that the list shows as another’s, after the answer was lost, was refused by nobody', () => {
    const network = new ApiError({ kind: 'network', sent: true })
    const { message } = shown({ ...conflict(existing), failure: network })
    expect(message).toContain('The answer was lost, and ALIAS is another secret')
    expect(message).not.toContain('refused')
  })

  test('a key taken outside the list names the scope that the server told', () => {
    const elsewhere = new ApiError({
      kind: 'http',
      sent: true,
      status: 409,
      existing: { id: testId(7), key: 'ALIAS', scope: 'ENVIRONMENT' },
    })
    expect(shown({ ...conflict(null), failure: elsewhere }).message).toContain(
      'at environment scope, outside this project’s list',
    )
    expect(shown({ ...conflict(null), failure: taken }).message).toContain(
      'exists already, outside this project’s list',
    )
  })

  test('an alias that was there before needs nothing', () => {
    expect(shown(conflict(existing, true))).toMatchObject({
      field: 'key',
      message: expect.stringContaining('existed already'),
    })
  })

  test('a refusal lands where it belongs', () => {
    const error = new ApiError({ kind: 'http', sent: true, status: 404 })
    expect(shown(refused(error))).toMatchObject({ field: 'secret' })
  })
})
