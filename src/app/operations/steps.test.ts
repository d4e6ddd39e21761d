import { describe, expect, test } from 'vitest'
import type { Unreadable } from '../../qovery/list'
import type { Secret } from '../../qovery/schema'
import { testId, testLink, testList, testSecret } from '../../qovery/test-secrets'
import { creationOfMany } from './create'
import { undoing } from './delete'
import { stepsOf } from './steps'
import { testAlias, testCreate, testDelete } from './test-operations'

// What a list says of an operation of many, before it is sent.

const unreadable = (fields: Partial<Unreadable>): Unreadable => ({
  why: 'unlike',
  id: null,
  name: null,
  tiedTo: [],
  ...fields,
})

describe('a creation', () => {
  const { judge } = stepsOf(creationOfMany, testCreate())

  test('may be sent where nothing has its key, and an entry without one is no reason against it', () => {
    expect(judge(testList([testSecret()]))).toBeUndefined()
    expect(judge(testList([], [unreadable({})]))).toBeUndefined()
  })

  test('is not sent where the very alias is there, whoever made it and whenever', () => {
    for (const created_at of ['2024-02-29T12:00:00Z', '2026-03-01T12:00:00Z'])
      expect(judge(testList([testAlias({ created_at })]))).toMatchObject({
        kind: 'conflict',
        isSame: true,
      })
  })

  test('is not sent where another secret has its key, or what cannot be read', () => {
    expect(judge(testList([testSecret({ key: 'ALIAS' })]))).toMatchObject({
      kind: 'conflict',
      isSame: false,
      existing: { key: 'ALIAS' },
    })
    expect(judge(testList([], [unreadable({ name: 'ALIAS' })]))).toMatchObject({
      kind: 'stale',
      why: 'unreadable',
    })
  })
})

describe('the deletion of what a job created', () => {
  const made = testAlias({ updated_at: '2026-03-01T12:00:01Z', description: 'made' })
  const { judge } = stepsOf(undoing, testDelete({ seen: made }))
  const why = (now: Partial<Secret>) => judge(testList([{ ...made, ...now }]))

  test('may be sent where the list has it as it was made', () => {
    expect(why({})).toBeUndefined()
    expect(why({ updated_at: null })).toBeUndefined()
    expect(why({ unread: ['service_id'] })).toBeUndefined()
  })

  test.each([
    { key: 'OTHER' },
    { description: 'mine now' },
    { updated_at: '2026-03-02T12:00:00Z' },
    { aliased_secret: null },
  ])('is not sent where somebody changed it since: %j', (change) => {
    expect(why(change)).toMatchObject({ kind: 'stale', why: 'changed', sent: false })
  })

  test('is not sent where somebody made something of it', () => {
    const override = testSecret({ id: testId(7), overridden_secret: testLink({ id: made.id }) })
    expect(judge(testList([made, override]))).toMatchObject({
      kind: 'stale',
      why: 'more dependents',
    })
  })

  test.each([
    ['its description', testList([{ ...made, description: null, unread: ['description'] }])],
    ['when it was changed', testList([{ ...made, updated_at: null, unread: ['updated_at'] }])],
    ['its entry, by the id', testList([], [unreadable({ id: made.id })])],
    ['its entry, by the name', testList([], [unreadable({ name: 'ALIAS', id: testId(77) })])],
    ['an entry that has neither', testList([], [unreadable({})])],
  ])('is not sent where %s cannot be read', (_, list) => {
    expect(judge(list)).toMatchObject({ kind: 'stale', why: 'unreadable' })
  })

  test('is not sent where it is gone', () => {
    expect(judge(testList([]))).toMatchObject({ kind: 'stale', why: 'gone', sent: false })
  })
})
