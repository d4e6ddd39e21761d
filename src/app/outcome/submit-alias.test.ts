import { describe, expect, test } from 'vitest'
import { ApiError } from '../../qovery/errors'
import type { Secret, SecretList } from '../../qovery/schema'
import { testLink, testList, testSecret } from '../../qovery/test-secrets'
import type { Clock, Progress } from './outcome'
import { lookAgainAt } from './read-until'
import type { Submission } from './submission'
import { mostRetries, submitAlias } from './submit-alias'

const id = (last: number) => `00000000-0000-4000-8000-${String(last).padStart(12, '0')}`

const submission: Submission = {
  id: id(1),
  projectId: id(2),
  secretId: id(3),
  request: { key: 'SECOND_NAME', description: null, enable_interpolation_in_file: false },
  holdersBefore: [],
  sentAt: Date.parse('2026-03-01T12:00:00Z'),
}

const aliasOf = (sourceId: string, own = id(9)): Secret =>
  testSecret({
    id: own,
    created_at: '2026-03-01T12:00:00Z',
    key: 'SECOND_NAME',
    variable_type: 'ALIAS',
    aliased_secret: testLink({ id: sourceId, key: 'FIRST_NAME' }),
  })
const made = aliasOf(submission.secretId)
const unrelated: Secret = { ...made, id: id(8), key: 'OTHER' }
const builtIn: Secret = {
  ...made,
  id: id(7),
  scope: 'BUILT_IN',
  variable_type: 'BUILT_IN',
  aliased_secret: null,
}

const lost = new ApiError({ kind: 'network', sent: true })
const refused = (status: number, retryAfter?: string) =>
  new ApiError({ kind: 'http', sent: true, status, retryAfter })

/** Runs a submission against scripted answers; each list or answer is used once, the last one for good. */
const run = async (
  answers: (Secret | ApiError)[],
  lists: (Secret[] | SecretList | ApiError)[] = [],
  sent: Submission = submission,
) => {
  const progress: Progress[] = []
  const slept: number[] = []
  const keys: (string | undefined)[] = []
  const next = async <Value>(script: (Value | ApiError)[]): Promise<Value> => {
    const value = script.length > 1 ? script.shift() : script[0]
    if (value === undefined) throw new Error('nothing scripted')
    if (value instanceof ApiError) throw value
    return value
  }
  let time = 0
  const clock: Clock = {
    now: () => time,
    sleep: async (milliseconds) => {
      slept.push(milliseconds)
      time += milliseconds
    },
  }
  const outcome = await submitAlias({
    submission: sent,
    clock,
    cancel: new AbortController().signal,
    onProgress: (each) => progress.push(each),
    client: {
      createSecretAlias: (_params, _body, options) => {
        keys.push(options?.idempotencyKey)
        return next(answers)
      },
      listProjectSecrets: async () => {
        const list = await next(lists)
        return Array.isArray(list) ? testList(list) : list
      },
    },
  })
  return { outcome, progress, slept, keys, posts: keys.length }
}

test('a whole answer is created, after one POST under the submission’s key', async () => {
  const { outcome, keys } = await run([made])
  expect(outcome).toEqual({ kind: 'created', secret: made, evidence: 'answer' })
  expect(keys).toEqual([submission.id])
})

describe('a lost answer', () => {
  test('is created when the list has the alias, after one POST', async () => {
    const { outcome, posts } = await run([lost], [[unrelated, made]])
    expect(outcome).toEqual({ kind: 'created', secret: made, evidence: 'list' })
    expect(posts).toBe(1)
  })

  test('is created when the commit trails the answer by up to 15 s', async () => {
    const { outcome, slept } = await run([lost], [[], [], lost, [], [made]])
    expect(outcome.kind).toBe('created')
    expect(slept).toEqual([0, 1000, 2000, 4000, 8000])
  })

  test('existed when the same alias was there before', async () => {
    const sent = { ...submission, holdersBefore: [made.id] }
    expect((await run([lost], [[made]], sent)).outcome).toMatchObject({
      kind: 'existed',
      secret: made,
    })
  })

  test('existed when the same alias is older than the submission, whatever was seen before', async () => {
    const minutes = (count: number) => submission.sentAt + count * 60_000
    for (const holdersBefore of [null, []]) {
      const old = { ...submission, holdersBefore, sentAt: minutes(10) }
      expect((await run([lost], [[made]], old)).outcome.kind).toBe('existed')
      expect((await run([refused(409)], [[made]], old)).outcome.kind).toBe('existed')
      // Two clocks are never the same: within minutes it is taken for this one's.
      const late = { ...submission, holdersBefore, sentAt: minutes(4) }
      expect((await run([lost], [[made]], late)).outcome.kind).toBe('created')
    }
  })

  test('is taken when the key points at another secret', async () => {
    const other = aliasOf(id(4))
    expect((await run([lost], [[other]])).outcome).toMatchObject({ kind: 'taken', holder: other })
  })

  test('is absent when every look shows no such key, and is never sent twice', async () => {
    const { outcome, posts, progress } = await run([lost], [[unrelated]])
    expect(outcome).toEqual({ kind: 'absent', keyless: 0, error: lost })
    expect(posts).toBe(1)
    expect(progress.filter(({ kind }) => kind === 'checking')).toHaveLength(lookAgainAt.length)
  })

  test('stays unknown when no look succeeds', async () => {
    expect((await run([lost], [lost])).outcome).toEqual({
      kind: 'unknown',
      why: 'list',
      error: lost,
    })
  })

  test('a built-in secret with the key is shadowed, not in the way', async () => {
    expect((await run([lost], [[builtIn, made]])).outcome).toMatchObject({ kind: 'created' })
    expect((await run([lost], [[builtIn]])).outcome.kind).toBe('absent')
  })

  test('ids are matched without regard to case', async () => {
    const sent = { ...submission, secretId: 'ABCDEF00-0000-4000-8000-000000000000' }
    const found = aliasOf('abcdef00-0000-4000-8000-000000000000')
    expect((await run([lost], [[found]], sent)).outcome.kind).toBe('created')
  })
})

describe('a conflict', () => {
  test('is created when the list shows this very alias and it was not there before', async () => {
    expect((await run([refused(409)], [[made]])).outcome).toMatchObject({ kind: 'created' })
  })

  test('names the holder that the list shows', async () => {
    const other = aliasOf(id(4))
    expect((await run([refused(409)], [[other]])).outcome).toMatchObject({
      kind: 'taken',
      holder: other,
    })
  })

  test('stands without a holder when the list shows none', async () => {
    const error = refused(409)
    expect((await run([error], [[]])).outcome).toEqual({ kind: 'taken', error })
  })

  test('is unknown when the list cannot be read: it may be this very alias', async () => {
    const error = refused(409)
    expect((await run([error], [lost])).outcome).toEqual({ kind: 'unknown', why: 'list', error })
  })
})

describe('a refusal', () => {
  test('without a time to wait is final after one POST', async () => {
    const { outcome, posts } = await run([refused(403)])
    expect(outcome).toMatchObject({ kind: 'refused' })
    expect(posts).toBe(1)
  })

  test('with a time to wait is sent again under the same key', async () => {
    const { outcome, slept, keys, progress } = await run([refused(429, '5'), made])
    expect(outcome.kind).toBe('created')
    expect(slept).toEqual([5000])
    expect(keys).toEqual([submission.id, submission.id])
    expect(progress).toContainEqual(expect.objectContaining({ kind: 'waiting', until: 5000 }))
  })

  test(`is left to a person after ${mostRetries} retries`, async () => {
    const { outcome, posts } = await run([refused(429, '5')])
    expect(outcome.kind).toBe('refused')
    expect(posts).toBe(mostRetries + 1)
  })
})

test('a cancelled wait sends nothing more', async () => {
  const controller = new AbortController()
  let posts = 0
  const outcome = await submitAlias({
    submission,
    cancel: controller.signal,
    onProgress: ({ kind }) => kind === 'waiting' && controller.abort(),
    clock: { now: () => 0, sleep: () => Promise.resolve() },
    client: {
      createSecretAlias: () => {
        posts += 1
        return Promise.reject(refused(429, '5'))
      },
      listProjectSecrets: () => Promise.resolve(testList([])),
    },
  })
  expect(outcome).toEqual({ kind: 'cancelled' })
  expect(posts).toBe(1)
})
