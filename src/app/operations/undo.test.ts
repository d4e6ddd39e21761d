import { describe, expect, test } from 'vitest'
import { testId, testSecret } from '../../qovery/test-secrets'
import type { Secret } from '../../qovery/schema'
import { agreedTo } from './agreed'
import { isSameUndo, toFollow } from './alias-of-old-name'
import { deletion } from './delete'
import { operation as shape, type Operation } from './operation'
import { refused, type Result } from './result'
import { testAlias, testCreate, testDelete, testEdit, testRepoint } from './test-operations'
import { undoOf } from './undo'

const done = (secret = testSecret()): Result => ({ kind: 'done', by: 'answer', secret })
const gone: Result = { kind: 'done', by: 'answer', secret: null }
const undo = (operation: Operation, result: Result) => {
  const found = undoOf({ operation, result })
  if ('wish' in found) {
    const agreed = agreedTo(found.wish)
    expect(shape.parse(agreed)).toEqual(agreed)
    expect(agreed.id).not.toBe(operation.id)
  }
  return found
}
const shared = { undoesId: testId(80) }

describe('what was done is taken back by an operation', () => {
  test('a created alias is deleted, as it was made', () => {
    const alias = testAlias()
    expect(undo(testCreate(), done(alias))).toEqual({
      wish: expect.objectContaining({
        ...shared,
        kind: 'delete',
        seen: alias,
        dependents: [],
      }),
    })
  })

  test('an alias that keeps an old name goes, and what was renamed gets that name again', () => {
    const seen = testSecret({ key: 'BEFORE', description: 'as it was' })
    const now = testSecret({ key: 'RENAMED', description: null })
    const renaming = testEdit({ seen, keepsName: true, id: testId(81) })
    const alias = toFollow(renaming, done(now))
    const made = testAlias({ key: 'BEFORE' })
    if (alias?.kind !== 'create') throw new Error('no alias follows')
    expect(shape.parse(alias)).toEqual(alias)
    const found = undo(alias, done(made))
    expect(found).toMatchObject({ wish: { kind: 'delete', seen: made, undoesId: alias.id } })
    const goes = 'wish' in found ? agreedTo(found.wish) : testDelete()
    const again = toFollow(goes, gone)
    expect(again).toMatchObject({
      kind: 'edit',
      undoesId: renaming.id,
      seen: now,
      key: 'BEFORE',
      description: 'as it was',
    })
    // Not where the alias may be in its way, and nothing follows in turn.
    expect(toFollow(goes, refused(null))).toBeUndefined()
    expect(toFollow(renaming, refused(null))).toBeUndefined()
    expect(again && toFollow(again, done(seen))).toBeUndefined()
    expect(toFollow(testDelete(), gone)).toBeUndefined()
    // Neither half is done where the other cannot be.
    if (goes.kind !== 'delete') throw new Error('not deleted')
    const list = (secret: Secret) => ({ results: [secret, made], unreadable: [] })
    expect(deletion().judge?.(goes, list(now))).toBeUndefined()
    expect(deletion().judge?.(goes, list({ ...now, key: 'AGAIN' }))).toMatchObject({
      why: 'changed',
    })
    expect(deletion().judge?.(goes, list({ ...now, unread: ['description'] }))).toMatchObject({
      why: 'unreadable',
    })
    // Where there is nothing left to be renamed, the alias goes all the same.
    expect(deletion().judge?.(goes, { results: [made], unreadable: [] })).toBeUndefined()
    // What a page that died in between finds again is begun once.
    expect(again && isSameUndo(again, { ...again, id: testId(82) })).toBe(true)
    expect(again && isSameUndo(again, goes)).toBe(false)
  })

  test('an edit gets back the fields that it changed, and never a value', () => {
    const seen = testSecret({ key: 'BEFORE', description: 'as it was' })
    const now = testSecret({ key: 'RENAMED', description: null })
    expect(undo(testEdit({ seen }), done(now))).toEqual({
      wish: expect.objectContaining({
        ...shared,
        kind: 'edit',
        seen: now,
        key: 'BEFORE',
        description: 'as it was',
      }),
    })
    expect(undo(testEdit({ seen: testSecret({ description: '' }) }), done())).toMatchObject({
      wish: { description: null },
    })
  })

  test('an alias points back at what it pointed at', () => {
    const now = testAlias({ id: testId(7) })
    expect(undo(testRepoint(), done(now))).toMatchObject({
      wish: {
        ...shared,
        kind: 'repoint',
        seen: now,
        from: { key: 'OTHER' },
        to: { key: 'DB' },
      },
    })
  })

  test('a deleted alias is made again with all that it had', () => {
    const seen = testAlias({ description: 'second name', enable_interpolation_in_file: true })
    expect(undo(testDelete({ seen }), gone)).toMatchObject({
      wish: {
        ...shared,
        kind: 'create',
        secretId: testId(1),
        request: { key: 'ALIAS', description: 'second name', enable_interpolation_in_file: true },
      },
    })
  })
})

test.each<[string, Operation, Result]>([
  ['a secret that was deleted', testDelete(), gone],
  [
    'an alias whose target is not known',
    testDelete({ seen: testAlias({ aliased_secret: null }) }),
    gone,
  ],
  [
    'an alias that took others along',
    testDelete({ seen: testAlias(), dependents: [testId(5)] }),
    gone,
  ],
  [
    'an alias that took along what could not be read',
    testDelete({ seen: testAlias(), unreadDependents: 2 }),
    gone,
  ],
  [
    'a renaming whose old name became an alias',
    testEdit({ keepsName: true }),
    { kind: 'done', by: 'answer', secret: testSecret() },
  ],
  ['what did not happen', testEdit(), refused(null)],
  ['what the answer did not show', testCreate(), gone],
])('nothing takes back %s, and that is said', (_, operation, result) => {
  expect(undo(operation, result)).toEqual({ why: expect.stringMatching(/^[A-Z].+\.$/) })
})
