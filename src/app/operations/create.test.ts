import { describe, expect, test } from 'vitest'
import { ApiError } from '../../qovery/errors'
import type { Secret, SecretList } from '../../qovery/schema'
import { testLink, testList, testSecret } from '../../qovery/test-secrets'
import type { Clock } from '../data/clock'
import { creation } from './create'
import type { Progress } from './kind'
import type { CreateOperation } from './operation'
import { pollDelays } from './poll'
import { runSingle } from './run'
import { testCreate, testRunning } from './test-operations'

const id = (last: number) => `00000000-0000-4000-8000-${String(last).padStart(12, '0')}`

const operation = testCreate({
  secretId: id(3),
  request: { key: 'SECOND_NAME', description: null, enable_interpolation_in_file: false },
})

const aliasOf = (targetId: string, own = id(9)): Secret =>
  testSecret({
    id: own,
    created_at: '2026-03-01T12:00:00Z',
    key: 'SECOND_NAME',
    variable_type: 'ALIAS',
    aliased_secret: testLink({ id: targetId, key: 'FIRST_NAME' }),
  })
const made = aliasOf(operation.secretId)
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

/** Creates against scripted answers; each list or answer is used once, the last one for good. */
const run = async (
  answers: (Secret | ApiError)[],
  lists: (Secret[] | SecretList | ApiError)[] = [],
  sent: CreateOperation = operation,
  wasSent = false,
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
  const client = {
    createSecretAlias: (
      _params: object,
      _body: object,
      options?: { idempotencyKey?: string | undefined },
    ) => {
      keys.push(options?.idempotencyKey)
      return next(answers)
    },
    listSecrets: async () => {
      const list = await next(lists)
      return Array.isArray(list) ? testList(list) : list
    },
  }
  const onProgress = (each: Progress) => progress.push(each)
  const result = await runSingle(sent, testRunning(client, { clock, onProgress }), {
    sent: wasSent ? { idless: 0 } : undefined,
  })
  return { result, progress, slept, keys, posts: keys.length }
}

test('a whole answer is done, after one POST under the operation’s key', async () => {
  const { result, keys } = await run([made])
  expect(result).toEqual({ kind: 'done', secret: made, by: 'answer' })
  expect(keys).toEqual([operation.id])
})

describe('a lost answer', () => {
  test('is created when the list has the alias, after one POST', async () => {
    const { result, posts } = await run([lost], [[unrelated, made]])
    expect(result).toEqual({ kind: 'done', secret: made, by: 'list' })
    expect(posts).toBe(1)
  })

  test('is created when the commit trails the answer by up to 15 s', async () => {
    const { result, slept } = await run([lost], [[], [], lost, [], [made]])
    expect(result.kind).toBe('done')
    expect(slept).toEqual([0, 1000, 2000, 4000, 8000])
  })

  test('existed when the same alias was there before', async () => {
    const sent = { ...operation, existingBefore: [made.id] }
    expect((await run([lost], [[made]], sent)).result).toMatchObject({
      kind: 'conflict',
      isSame: true,
      existing: made,
    })
  })

  test('existed when the same alias is older than the submission, whatever was seen before', async () => {
    const minutes = (count: number) => operation.agreedAt + count * 60_000
    for (const existingBefore of [null, []]) {
      const old = { ...operation, existingBefore, agreedAt: minutes(10) }
      expect((await run([lost], [[made]], old)).result).toMatchObject({
        kind: 'conflict',
        isSame: true,
      })
      expect((await run([refused(409)], [[made]], old)).result).toMatchObject({
        kind: 'conflict',
        isSame: true,
      })
      // Two clocks are never the same: within minutes it is taken for this one's.
      const late = { ...operation, existingBefore, agreedAt: minutes(4) }
      expect((await run([lost], [[made]], late)).result.kind).toBe('done')
    }
  })

  test('is taken when the key points at another secret', async () => {
    const other = aliasOf(id(4))
    expect((await run([lost], [[other]])).result).toMatchObject({
      kind: 'conflict',
      isSame: false,
      existing: other,
    })
  })

  test('is absent when every look shows no such key, and is never sent twice', async () => {
    const { result, posts, progress } = await run([lost], [[unrelated]])
    expect(result).toEqual({ kind: 'unconfirmed', keyless: 0, failure: lost, because: null })
    expect(posts).toBe(1)
    expect(progress.filter(({ kind }) => kind === 'confirming')).toHaveLength(pollDelays.length)
  })

  test('stays unknown when no look succeeds', async () => {
    expect((await run([lost], [lost])).result).toEqual({
      kind: 'unknown',
      why: 'list',
      failure: lost,
      stage: null,
    })
  })

  test('a built-in secret with the key is overridden, not in the way', async () => {
    expect((await run([lost], [[builtIn, made]])).result).toMatchObject({ kind: 'done' })
    expect((await run([lost], [[builtIn]])).result.kind).toBe('unconfirmed')
  })

  test('ids are matched without regard to case', async () => {
    const sent = { ...operation, secretId: 'ABCDEF00-0000-4000-8000-000000000000' }
    const found = aliasOf('abcdef00-0000-4000-8000-000000000000')
    expect((await run([lost], [[found]], sent)).result.kind).toBe('done')
  })
})

describe('a conflict', () => {
  test('is created when the list shows this very alias and it was not there before', async () => {
    expect((await run([refused(409)], [[made]])).result).toMatchObject({ kind: 'done' })
  })

  test('names the existing secret that the list shows', async () => {
    const other = aliasOf(id(4))
    expect((await run([refused(409)], [[other]])).result).toMatchObject({
      kind: 'conflict',
      isSame: false,
      existing: other,
    })
  })

  test('stands without an existing secret when the list shows none', async () => {
    const error = refused(409)
    expect((await run([error], [[]])).result).toEqual({
      kind: 'conflict',
      existing: null,
      isSame: false,
      failure: error,
    })
  })

  test('is unknown when the list cannot be read: it may be this very alias', async () => {
    const error = refused(409)
    expect((await run([error], [lost])).result).toEqual({
      kind: 'unknown',
      why: 'list',
      failure: error,
      stage: null,
    })
  })
})

describe('a refusal', () => {
  test('without a time to wait is final after one POST', async () => {
    const { result, posts } = await run([refused(403)])
    expect(result).toMatchObject({ kind: 'refused' })
    expect(posts).toBe(1)
  })

  test('with a time to wait is sent again under the same key', async () => {
    const { result, slept, keys, progress } = await run([refused(429, '5'), made])
    expect(result.kind).toBe('done')
    expect(slept).toEqual([5000])
    expect(keys).toEqual([operation.id, operation.id])
    expect(progress).toContainEqual(expect.objectContaining({ kind: 'waiting', until: 5000 }))
  })

  test(`is left to a person after ${creation.retries} retries`, async () => {
    const { result, posts } = await run([refused(429, '5')])
    expect(result.kind).toBe('refused')
    expect(posts).toBe(creation.retries + 1)
  })
})

test('a cancelled wait sends nothing more', async () => {
  const controller = new AbortController()
  let posts = 0
  const client = {
    createSecretAlias: () => {
      posts += 1
      return Promise.reject(refused(429, '5'))
    },
    listSecrets: () => Promise.resolve(testList([])),
  }
  const result = await runSingle(
    operation,
    testRunning(client, {
      cancel: controller.signal,
      onProgress: ({ kind }) => kind === 'waiting' && controller.abort(),
    }),
  )
  expect(result).toEqual({ kind: 'cancelled' })
  expect(posts).toBe(1)
})

test('a cancelled wait of what was sent before says nothing of the first call', async () => {
  for (const there of [[], [made]]) {
    const controller = new AbortController()
    const client = {
      createSecretAlias: () => Promise.reject(refused(429, '5')),
      listSecrets: () => Promise.resolve(testList(there)),
    }
    const running = testRunning(client, {
      cancel: controller.signal,
      onProgress: ({ kind }) => kind === 'waiting' && controller.abort(),
    })
    const result = await runSingle(operation, running, { sent: { idless: 0 } })
    expect(result.kind).toBe(there.length === 0 ? 'unconfirmed' : 'done')
  }
})

test('nothing is sent where the server cannot be reached, and that is certain', async () => {
  const running = testRunning({}, { isReached: () => Promise.resolve(false) })
  expect(await runSingle(operation, running)).toMatchObject({
    kind: 'refused',
    failure: { sent: false },
  })
})

test('a refusal of what was sent before says nothing of the first call', async () => {
  expect((await run([refused(403)], [[]], operation, true)).result).toMatchObject({
    kind: 'unconfirmed',
    because: { kind: 'refused', failure: { status: 403 } },
  })
  expect((await run([refused(403)], [[made]], operation, true)).result.kind).toBe('done')
})

test('is remembered before it is sent', async () => {
  const order: string[] = []
  const client = {
    createSecretAlias: async () => {
      order.push('sent')
      return made
    },
  }
  const save = async () => {
    await Promise.resolve()
    order.push('kept')
  }
  await runSingle(operation, testRunning(client, { save }))
  expect(order).toEqual(['kept', 'sent'])
})
