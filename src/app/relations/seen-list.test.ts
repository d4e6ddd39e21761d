import { describe, expect, test } from 'vitest'
import { environmentOwner, projectOwner, serviceOwner } from '../../qovery/owner'
import type { Secret } from '../../qovery/schema'
import { linkTo, testId, testList, testSecret } from '../../qovery/test-secrets'
import { mergeLists } from './seen-list'

const project = projectOwner(testId(90))
const environment = environmentOwner(project.id, testId(91))
const service = serviceOwner(environment, { kind: 'helm', id: testId(92) })

const secret = (last: number, scope: string, fields: Partial<Secret> = {}) =>
  testSecret({ id: testId(last), key: `KEY_${last}`, scope, ...fields })
const shared = secret(1, 'PROJECT')
const staged = secret(2, 'ENVIRONMENT')
const own = secret(3, 'HELM')
const keys = (secrets: readonly Secret[]) => secrets.map(({ key }) => key)

const seenAt = (narrow: Secret[], middle: Secret[] = [], wide: Secret[] = []) =>
  mergeLists(service, [
    { owner: project, list: testList(wide) },
    { owner: environment, list: testList(middle) },
    { owner: service, list: testList(narrow) },
  ])

describe('lists of a chain are put together by id', () => {
  test('each secret once, with who owns it', () => {
    const seen = seenAt([own, staged, shared], [staged, shared], [shared])
    expect(keys(seen.list.results)).toEqual(['KEY_3', 'KEY_2', 'KEY_1'])
    expect([own, staged, shared].map(seen.ownerOf)).toEqual([service, environment, project])
    expect([own, staged, shared].map(seen.isOwn)).toEqual([true, false, false])
    expect(seen.contrary.size).toBe(0)
  })

  test('also what the narrower list leaves out', () => {
    expect(keys(seenAt([own], [staged], [shared]).list.results)).toEqual([
      'KEY_3',
      'KEY_2',
      'KEY_1',
    ])
  })

  test('one of an owner’s own list counts, where two say not the same, and it is told', () => {
    const seen = seenAt([own, { ...shared, key: 'STALE' }], [], [shared])
    expect(keys(seen.list.results)).toEqual(['KEY_3', 'KEY_1'])
    expect([...seen.contrary]).toEqual([shared.id])
  })

  test('an entry that one list cannot tell is read where another can', () => {
    const unlike = { why: 'unlike' as const, id: shared.id, name: 'KEY_1', tiedTo: [] }
    const lost = { why: 'unlike' as const, id: null, name: null, tiedTo: [] }
    const seen = mergeLists(service, [
      { owner: project, list: testList([shared], [lost]) },
      { owner: service, list: testList([own], [unlike, lost]) },
    ])
    expect(keys(seen.list.results)).toEqual(['KEY_3', 'KEY_1'])
    expect(seen.list.unreadable).toEqual([lost])
  })
})

describe('a secret without a scope of the chain belongs to the widest list that shows it', () => {
  const builtIn = secret(4, 'BUILT_IN')
  test.each([
    [[builtIn], [builtIn], [builtIn], project],
    [[builtIn], [builtIn], [], environment],
    [[builtIn], [], [], service],
  ] as const)('%#', (narrow, middle, wide, expected) => {
    const seen = seenAt([...narrow], [...middle], [...wide])
    expect(seen.ownerOf(builtIn)).toEqual(expected)
    expect(seen.isOwn(builtIn)).toBe(false)
  })

  test('and one of a scope that nobody knows counts as the owner’s', () => {
    const odd = secret(5, 'GALAXY')
    const seen = seenAt([odd])
    expect(seen.ownerOf(odd)).toEqual(service)
    expect(seen.isOwn(odd)).toBe(true)
  })
})

describe('of equal keys', () => {
  const wide = secret(1, 'PROJECT', { key: 'SAME' })
  const middle = secret(2, 'ENVIRONMENT', { key: 'SAME', overridden_secret: linkTo(wide) })
  const builtIn = secret(4, 'BUILT_IN', { key: 'SAME' })

  test('the narrowest has effect, and names the others, the narrowest first', () => {
    const seen = seenAt([builtIn, wide, middle], [], [builtIn, wide])
    expect(seen.statusOf(middle)).toEqual({ isEffective: true, others: [wide, builtIn] })
    expect(seen.statusOf(wide)).toEqual({ isEffective: false, others: [middle, builtIn] })
    expect(seen.statusOf(own)).toBeUndefined()
  })

  test('none is said to have effect where two are equally narrow', () => {
    const twin = secret(6, 'ENVIRONMENT', { key: 'SAME' })
    const seen = seenAt([wide, middle, twin])
    expect(seen.statusOf(middle)?.isEffective).toBeNull()
    expect(seen.statusOf(twin)?.isEffective).toBeNull()
    expect(seen.statusOf(wide)?.isEffective).toBe(false)
  })

  test.each([
    ['an environment’s', [builtIn, middle], [builtIn]],
    ['the service’s', [builtIn, middle], []],
  ])(
    'none where the widest list that shows a built-in is %s: its scope is hidden',
    (_, narrow, around) => {
      const seen = seenAt(narrow, around, [wide])
      for (const each of [builtIn, middle, wide])
        expect(seen.statusOf(each)?.isEffective).toBeNull()
    },
  )

  test('none where the scope of one is not known', () => {
    const seen = seenAt([wide, secret(7, 'GALAXY', { key: 'SAME' })])
    expect(seen.statusOf(wide)?.isEffective).toBeNull()
  })
})
