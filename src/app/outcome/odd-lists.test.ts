import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createClient } from '../../qovery/client'
import { ApiError } from '../../qovery/errors'
import type { Unreadable } from '../../qovery/list'
import type { Secret, SecretList } from '../../qovery/schema'
import { testId, testLink, testList, testSecret } from '../../qovery/test-secrets'
import { deleteSecret } from './delete-secret'
import { editSecret } from './edit-secret'
import type { Outcome } from './outcome'
import { repoint } from './repoint'
import type { RepointPlan } from './repoint-plan'
import { submitAlias } from './submit-alias'

// Entries of a list that cannot be read beside others that can: what is said of a call stays true.

const now = '2026-03-01T12:00:00Z'
const clock = { now: () => Date.parse(now), sleep: () => Promise.resolve() }
const lost = new ApiError({ kind: 'network', sent: true })
const [projectId, sourceId, otherId, aliasId] = [testId(90), testId(1), testId(2), testId(3)]

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
  const submit = (list: readonly unknown[], holdersBefore: string[] | null) => {
    const client = createClient({
      base: '/api',
      fetch: async (_, init) => {
        if (init?.method === 'POST') throw new TypeError('Failed to fetch')
        return new Response(JSON.stringify({ results: list }))
      },
    })
    const request = { key: 'ALIAS' }
    return submitAlias({
      submission: {
        id: testId(80),
        projectId,
        secretId: sourceId,
        request,
        holdersBefore,
        sentAt: Date.parse(now),
      },
      client,
      clock,
      cancel: new AbortController().signal,
      onProgress: () => undefined,
    })
  }

  test.each(oddities)('is never told wrong, also where its entry is %s', async (_, distort) => {
    const truths = ['not made', 'made', 'there before', 'the key is another’s'] as const
    const entryOf = {
      'not made': undefined,
      made: aliasTo(sourceId),
      'there before': aliasTo(sourceId, { created_at: '2024-01-01T00:00:00Z' }),
      'the key is another’s': aliasTo(otherId),
    }
    const allowed = (outcome: Outcome): readonly string[] => {
      if (outcome.kind === 'absent') return outcome.keyless > 0 ? truths : ['not made']
      return {
        created: ['made'],
        existed: ['there before'],
        taken: ['the key is another’s'],
        unknown: truths,
        refused: [],
        cancelled: [],
      }[outcome.kind]
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
          const outcome = await submit(list, wasThere ? [aliasId] : [])
          expect(allowed(outcome)).toContain(truth)
        },
      ),
      { numRuns: 60 },
    )
  })

  test.each([null, [], 'text', { key: 'OTHER' }, { id: 5, key: 'OTHER' }, { scope: 7 }])(
    'is settled from what can be read beside %j',
    async (odd) => {
      expect((await submit([odd, aliasTo(sourceId)], [])).kind).toBe('created')
      expect((await submit([odd, aliasTo(otherId)], [])).kind).toBe('taken')
      expect((await submit([odd], [])).kind).toBe('absent')
    },
  )

  test('stays unknown where what has its key cannot be read', async () => {
    for (const odd of [
      { ...aliasTo(sourceId), id: 7 },
      { ...aliasTo(otherId), scope: null },
    ])
      expect(await submit([odd], [])).toMatchObject({ kind: 'unknown', why: 'entry' })
    const contrary = [aliasTo(otherId), aliasTo(sourceId)]
    expect(await submit(contrary, [])).toMatchObject({ kind: 'unknown', why: 'entry' })
  })

  test('says how many entries may be it where no entry has its key', async () => {
    expect(await submit([null, 'text', { key: 'OTHER' }], [])).toMatchObject({
      kind: 'absent',
      keyless: 2,
    })
  })
})

const seen = testSecret({ id: sourceId, key: 'DB' })
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
const itself = testList([], [unlike({ id: sourceId })])
const aNull = testList([], [unlike()])
const withNull = testList([seen], [unlike()])

describe('a deletion', () => {
  const remove = async (lists: SecretList[], { answered = false, unreadAlong = 0 } = {}) => {
    let sent = 0
    const ended = await deleteSecret({
      projectId,
      seen,
      along: [],
      unreadAlong,
      clock,
      onLook: () => undefined,
      client: {
        deleteSecret: async () => {
          sent += 1
          if (!answered) throw lost
        },
        listProjectSecrets: scripted(lists),
      },
    })
    return { ended, sent }
  }

  test.each([
    ['is the secret', itself, 'unreadable'],
    ['may be the secret', aNull, 'unreadable'],
    ['contradicts it', testList([seen], [unlike({ why: 'contrary', id: sourceId })]), 'unreadable'],
    ['would go along', testList([seen], [unlike({ tiedTo: [sourceId] })]), 'more'],
  ])('is not sent where an entry that cannot be read %s', async (_, list, kind) => {
    expect(await remove([list])).toEqual({ ended: { kind }, sent: 0 })
  })

  test('is sent beside entries that are something else, or were agreed to', async () => {
    const named = testList([seen], [unlike({ id: otherId, name: 'OTHER' }), unlike()])
    expect((await remove([named], { answered: true })).ended.kind).toBe('deleted')
    const along = testList([seen], [unlike({ tiedTo: [sourceId] })])
    const agreed = await remove([along], { answered: true, unreadAlong: 1 })
    expect(agreed.ended.kind).toBe('deleted')
  })

  test('whose answer is lost is settled by what can be read', async () => {
    expect((await remove([withNull, aNull])).ended).toEqual({ kind: 'deleted', evidence: 'list' })
    expect((await remove([withNull, withNull])).ended.kind).toBe('kept')
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
    const ended = await editSecret({
      projectId,
      seen,
      key: 'RENAMED',
      description: null,
      clock,
      onLook: () => undefined,
      client: {
        editSecret: async () => {
          sent += 1
          throw error
        },
        listProjectSecrets: scripted(lists),
      },
    })
    return { ended, sent }
  }
  const renamed = { ...seen, key: 'RENAMED' }

  test.each([
    ['its entry cannot be read', itself],
    ['an entry that cannot be read may be it', aNull],
    ['its description could not be read', testList([{ ...seen, unread: ['description'] }])],
  ])('is not sent where %s', async (_, list) => {
    expect(await edit([list])).toEqual({ ended: { kind: 'unreadable' }, sent: 0 })
  })

  test('whose answer is lost is settled by what can be read', async () => {
    expect((await edit([withNull, testList([renamed], [unlike()])])).ended.kind).toBe('edited')
    expect((await edit([withNull, withNull])).ended.kind).toBe('kept')
    expect((await edit([withNull, aNull])).ended.kind).toBe('gone')
  })

  test('whose answer is lost is unknown where its entry became unreadable', async () => {
    const partly = testList([{ ...renamed, unread: ['description'] }])
    for (const after of [itself, testList([], [unlike(), unlike()]), partly])
      expect((await edit([withNull, after])).ended).toMatchObject({ kind: 'unknown', why: 'entry' })
  })

  test('to a key that an unreadable entry has says so', async () => {
    const conflict = new ApiError({ kind: 'http', sent: true, status: 409 })
    const after = testList([seen], [unlike({ id: otherId, name: 'RENAMED' })])
    expect((await edit([withNull, after], conflict)).ended).toMatchObject({
      kind: 'taken',
      holder: 'unreadable',
    })
  })
})

describe('a re-pointing', () => {
  const alias: Secret = testSecret({
    id: aliasId,
    key: 'ALIAS',
    variable_type: 'ALIAS',
    aliased_secret: testLink({ id: sourceId }),
  })
  const target = testSecret({ id: otherId, key: 'OTHER' })
  const plan: RepointPlan = {
    projectId,
    alias,
    from: { id: sourceId, key: 'DB' },
    to: { id: otherId, key: 'OTHER' },
    stage: 'deleting',
    submissionId: null,
  }
  const run = async (lists: SecretList[], from = plan) => {
    const [deletes, posts, saved]: [string[], string[], RepointPlan[]] = [[], [], []]
    const ended = await repoint({
      plan: from,
      clock,
      newId: () => testId(500 + saved.length),
      save: (next) => saved.push(next),
      onProgress: () => undefined,
      client: {
        listProjectSecrets: scripted(lists),
        deleteSecret: async ({ secretId }) => void deletes.push(secretId),
        createSecretAlias: async ({ secretId }) => {
          posts.push(secretId)
          return alias
        },
      },
    })
    return { ended, deletes, posts, saved }
  }

  test.each([
    [
      'the alias cannot be read',
      testList([target], [unlike({ id: aliasId })]),
      { kind: 'unreadable' },
    ],
    ['an entry may be the alias', testList([target], [unlike()]), { kind: 'unreadable' }],
    [
      'it would be made again without what could not be read',
      testList([{ ...alias, unread: ['description'] }, target]),
      { kind: 'unreadable' },
    ],
    [
      'the new target cannot be read',
      testList([alias], [unlike({ id: otherId })]),
      'unreadable-target',
    ],
    [
      'what depends on it cannot be read',
      testList([alias, target], [unlike({ tiedTo: [aliasId] })]),
      { kind: 'more' },
    ],
  ])('deletes nothing where %s', async (_, list, why) => {
    const { ended, deletes, posts } = await run([list])
    expect(ended).toEqual({ kind: 'untouched', why })
    expect([...deletes, ...posts]).toEqual([])
  })

  test('goes its way beside entries that are something else, also after it was cut off', async () => {
    const { ended, deletes, saved } = await run([testList([alias, target], [unlike()])])
    expect(ended.kind).toBe('repointed')
    expect(deletes).toEqual([aliasId])
    const [begun = plan] = saved
    const resumed = await run([testList([target], [unlike()])], begun)
    expect(resumed.ended.kind).toBe('repointed')
    expect(resumed.posts).toEqual([otherId])
  })

  test('that was cut off creates nothing while the old alias may be an entry that cannot be read', async () => {
    const begun = { ...plan, submissionId: testId(9), idless: 0 }
    const { ended, posts } = await run([testList([target], [unlike()])], begun)
    expect(ended).toEqual({ kind: 'kept', why: { kind: 'unreadable' } })
    expect(posts).toEqual([])
  })
})
