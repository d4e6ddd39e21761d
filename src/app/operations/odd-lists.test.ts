import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ApiError } from '../../qovery/errors'
import type { Unreadable } from '../../qovery/list'
import type { Secret, SecretList } from '../../qovery/schema'
import { testId, testLink, testList, testSecret } from '../../qovery/test-secrets'
import type { Mark } from './operation'
import { runRepoint } from './repoint'
import { stale, type Result } from './result'
import { runSingle } from './run'
import {
  testCalls,
  testCreate,
  testDelete,
  testEdit,
  testRepoint,
  testRunning,
} from './test-operations'

// Entries of a list that cannot be read beside others that can: what is said of a call stays true.

const now = '2026-03-01T12:00:00Z'
const lost = new ApiError({ kind: 'network', sent: true })
const [targetId, otherId, aliasId] = [testId(1), testId(2), testId(3)]

describe('a creation whose answer is lost', () => {
  const aliasTo = (target: string, fields: object = {}) => ({
    id: aliasId,
    created_at: now,
    key: 'ALIAS',
    scope: 'PROJECT',
    variable_type: 'ALIAS',
    aliased_secret: { id: target, key: 'DB', scope: 'PROJECT' },
    ...fields,
  })
  /** What makes an entry odd, and whether anybody can still tell by it what became of the alias. */
  const oddities: [string, (entry: ReturnType<typeof aliasTo>) => unknown][] = [
    ['as it is', (entry) => entry],
    ['without a date', (entry) => ({ ...entry, created_at: 'yesterday' })],
    ['described by a number', (entry) => ({ ...entry, description: 5, updated_at: '' })],
    ['without an id', (entry) => ({ ...entry, id: '../..' })],
    ['without a scope', (entry) => ({ ...entry, scope: undefined })],
    ['tied to nothing readable', (entry) => ({ ...entry, aliased_secret: { key: 'DB' } })],
    ['without a key', (entry) => ({ ...entry, key: undefined })],
    ['null', () => null],
    ['a text', () => 'ALIAS'],
  ]
  const other = fc.constantFrom<unknown>(
    null,
    [],
    'ALIAS',
    { key: 'OTHER' },
    { id: otherId, key: 'OTHER', scope: 'PROJECT', created_at: now, description: 5 },
    { id: 5, key: 6 },
  )
  const submit = (list: readonly unknown[], existingBefore: string[] | null) => {
    const client = testCalls(async (_, init) => {
      if (init?.method === 'POST') throw new TypeError('Failed to fetch')
      return new Response(JSON.stringify({ results: list }))
    })
    return runSingle(testCreate({ secretId: targetId, existingBefore }), testRunning(client))
  }

  test.each(oddities)('is never told wrong, also where its entry is %s', async (_, distort) => {
    const truths = ['not made', 'made', 'there before', 'the key is another’s'] as const
    const entryOf = {
      'not made': undefined,
      made: aliasTo(targetId),
      'there before': aliasTo(targetId, { created_at: '2024-01-01T00:00:00Z' }),
      'the key is another’s': aliasTo(otherId),
    }
    const allowed = (result: Result): readonly string[] => {
      switch (result.kind) {
        case 'done':
          return ['made']
        case 'conflict':
          return [result.isSame ? 'there before' : 'the key is another’s']
        case 'unconfirmed':
          return result.keyless > 0 ? truths : ['not made']
        case 'unknown':
          return truths
        default:
          return []
      }
    }
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...truths),
        fc.array(other),
        fc.array(other),
        async (truth, before, after) => {
          const entry = entryOf[truth]
          const list = [...before, ...(entry === undefined ? [] : [distort(entry)]), ...after]
          const wasThere = truth !== 'made' && truth !== 'not made'
          const result = await submit(list, wasThere ? [aliasId] : [])
          expect(allowed(result)).toContain(truth)
        },
      ),
      { numRuns: 60 },
    )
  })

  test.each([null, [], 'text', { key: 'OTHER' }, { id: 5, key: 'OTHER' }, { scope: 7 }])(
    'is settled from what can be read beside %j',
    async (odd) => {
      expect((await submit([odd, aliasTo(targetId)], [])).kind).toBe('done')
      expect((await submit([odd, aliasTo(otherId)], [])).kind).toBe('conflict')
      expect((await submit([odd], [])).kind).toBe('unconfirmed')
    },
  )

  test('stays unknown where what has its key cannot be read', async () => {
    for (const odd of [
      { ...aliasTo(targetId), id: 7 },
      { ...aliasTo(otherId), scope: null },
    ])
      expect(await submit([odd], [])).toMatchObject({ kind: 'unknown', why: 'entry' })
    const contrary = [aliasTo(otherId), aliasTo(targetId)]
    expect(await submit(contrary, [])).toMatchObject({ kind: 'unknown', why: 'entry' })
  })

  test('says how many entries may be it where no entry has its key', async () => {
    expect(await submit([null, 'text', { key: 'OTHER' }], [])).toMatchObject({
      kind: 'unconfirmed',
      keyless: 2,
    })
  })
})

const seen = testSecret({ id: targetId, key: 'DB' })
const unlike = (fields: Partial<Unreadable> = {}): Unreadable => ({
  why: 'unlike',
  id: null,
  name: null,
  tiedTo: [],
  ...fields,
})
/** Answers each list once, and the last one for good. */
const scripted = (lists: SecretList[]) => async () => {
  const list = lists.length > 1 ? lists.shift() : lists[0]
  if (list === undefined) throw new Error('nothing scripted')
  return list
}
const itself = testList([], [unlike({ id: targetId })])
const aNull = testList([], [unlike()])
const withNull = testList([seen], [unlike()])

describe('a deletion', () => {
  const remove = async (lists: SecretList[], { answered = false, unreadDependents = 0 } = {}) => {
    let sent = 0
    const deleteSecret = async () => {
      sent += 1
      if (!answered) throw lost
    }
    const ended = await runSingle(
      testDelete({ seen, unreadDependents }),
      testRunning({ deleteSecret, listSecrets: scripted(lists) }),
    )
    return { ended, sent }
  }

  test.each([
    ['is the secret', itself, 'unreadable'],
    ['may be the secret', aNull, 'unreadable'],
    ['contradicts it', testList([seen], [unlike({ why: 'contrary', id: targetId })]), 'unreadable'],
    ['would go along', testList([seen], [unlike({ tiedTo: [targetId] })]), 'more dependents'],
  ])('is not sent where an entry that cannot be read %s', async (_, list, why) => {
    expect(await remove([list])).toMatchObject({ ended: { kind: 'stale', why }, sent: 0 })
  })

  test('is sent beside entries that are something else, or were agreed to', async () => {
    const named = testList([seen], [unlike({ id: otherId, name: 'OTHER' }), unlike()])
    expect((await remove([named], { answered: true })).ended.kind).toBe('done')
    const withUnread = testList([seen], [unlike({ tiedTo: [targetId] })])
    const agreed = await remove([withUnread], { answered: true, unreadDependents: 1 })
    expect(agreed.ended.kind).toBe('done')
  })

  test('whose answer is lost is settled by what can be read', async () => {
    expect((await remove([withNull, aNull])).ended).toMatchObject({ kind: 'done', by: 'list' })
    expect((await remove([withNull, withNull])).ended.kind).toBe('unconfirmed')
  })

  test('whose answer is lost is unknown where its entry became unreadable', async () => {
    for (const after of [itself, testList([], [unlike(), unlike()])])
      expect((await remove([withNull, after])).ended).toMatchObject({
        kind: 'unknown',
        why: 'entry',
      })
  })
})

describe('an edit', () => {
  const edit = async (lists: SecretList[], error = lost) => {
    let sent = 0
    const editSecret = async () => {
      sent += 1
      throw error
    }
    const ended = await runSingle(
      testEdit({ seen }),
      testRunning({ editSecret, listSecrets: scripted(lists) }),
    )
    return { ended, sent }
  }
  const renamed = { ...seen, key: 'RENAMED' }

  test.each([
    ['its entry cannot be read', itself],
    ['an entry that cannot be read may be it', aNull],
    ['its description could not be read', testList([{ ...seen, unread: ['description'] }])],
  ])('is not sent where %s', async (_, list) => {
    expect(await edit([list])).toEqual({ ended: stale('unreadable'), sent: 0 })
  })

  test('whose answer is lost is settled by what can be read', async () => {
    expect((await edit([withNull, testList([renamed], [unlike()])])).ended.kind).toBe('done')
    expect((await edit([withNull, withNull])).ended.kind).toBe('unconfirmed')
    expect((await edit([withNull, aNull])).ended).toMatchObject({ kind: 'stale', why: 'gone' })
  })

  test('whose answer is lost is unknown where its entry became unreadable', async () => {
    const partly = testList([{ ...renamed, unread: ['description'] }])
    for (const after of [itself, testList([], [unlike(), unlike()]), partly])
      expect((await edit([withNull, after])).ended).toMatchObject({ kind: 'unknown', why: 'entry' })
  })

  test('to a key that an unreadable entry has, or may have, says so', async () => {
    const conflict = new ApiError({ kind: 'http', sent: true, status: 409 })
    for (const entry of [unlike({ id: otherId, name: 'RENAMED' }), unlike({ id: otherId })]) {
      const after = testList([seen], [entry])
      expect((await edit([withNull, after], conflict)).ended).toMatchObject({
        kind: 'conflict',
        existing: 'unreadable',
      })
    }
  })
})

describe('a re-pointing', () => {
  const alias: Secret = testSecret({
    id: aliasId,
    key: 'ALIAS',
    variable_type: 'ALIAS',
    aliased_secret: testLink({ id: targetId }),
  })
  const target = testSecret({ id: otherId, key: 'OTHER' })
  const run = async (lists: SecretList[], mark?: Mark) => {
    const [deletes, posts, saved]: [string[], string[], Mark[]] = [[], [], []]
    const client = {
      listSecrets: scripted(lists),
      deleteSecret: async ({ secretId }: { secretId: string }) => void deletes.push(secretId),
      createSecretAlias: async ({ secretId }: { secretId: string }) => {
        posts.push(secretId)
        return alias
      },
    }
    const save = async (next: Mark) => void saved.push(next)
    const ended = await runRepoint(
      testRepoint({ seen: alias }),
      testRunning(client, { save }),
      mark,
    )
    return { ended, deletes, posts, saved }
  }

  test.each([
    ['the alias cannot be read', testList([target], [unlike({ id: aliasId })]), 'unreadable'],
    ['an entry may be the alias', testList([target], [unlike()]), 'unreadable'],
    [
      'it would be made again without what could not be read',
      testList([{ ...alias, unread: ['description'] }, target]),
      'unreadable',
    ],
    [
      'the new target cannot be read',
      testList([alias], [unlike({ id: otherId })]),
      'target unreadable',
    ],
    [
      'what depends on it cannot be read',
      testList([alias, target], [unlike({ tiedTo: [aliasId] })]),
      'more dependents',
    ],
  ] as const)('deletes nothing where %s', async (_, list, why) => {
    const { ended, deletes, posts } = await run([list])
    expect(ended).toEqual(stale(why))
    expect([...deletes, ...posts]).toEqual([])
  })

  test('goes its way beside entries that are something else, also after it was cut off', async () => {
    const { ended, deletes, saved } = await run([testList([alias, target], [unlike()])])
    expect(ended.kind).toBe('done')
    expect(deletes).toEqual([aliasId])
    const [begun] = saved
    const resumed = await run([testList([target], [unlike()])], begun)
    expect(resumed.ended.kind).toBe('done')
    expect(resumed.posts).toEqual([otherId])
  })

  test('that was cut off creates nothing while the old alias may be an entry that cannot be read', async () => {
    const begun = { stage: 'deleting' as const, postId: testId(9), idless: 0, alias }
    const { ended, posts } = await run([testList([target], [unlike()])], begun)
    expect(ended).toMatchObject({ kind: 'unknown', why: 'entry', stage: 'deleting' })
    expect(posts).toEqual([])
  })
})
