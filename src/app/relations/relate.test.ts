import { describe, expect, test } from 'vitest'
import type { Secret } from '../../qovery/schema'
import { testLink, testList, testSecret } from '../../qovery/test-secrets'
import { projectOwner } from '../../qovery/owner'
import { mergeLists } from './seen-list'
import { countsOf, dependentsOf, find, relate } from './relate'

const id = (last: number) => `abcdef00-0000-4000-8000-${String(last).padStart(12, '0')}`
const secret = (last: number, fields: Partial<Secret> = {}): Secret =>
  testSecret({ id: id(last), key: `KEY_${last}`, ...fields })
const link = (last: number) => testLink({ id: id(last), key: `KEY_${last}` })
const alias = (last: number, target: number, fields: Partial<Secret> = {}) =>
  secret(last, { variable_type: 'ALIAS', aliased_secret: link(target), ...fields })
const keys = (related: { secret: Secret }[]) => related.map((each) => each.secret.key)
const of = (list: Secret[], last: number) => {
  const related = find(relate(testList(list)), id(last))
  if (related === undefined) throw new Error('not in the list')
  return related
}

test('an alias stands with the secret of its target’s id, not with a namesake', () => {
  const list = [secret(1, { key: 'SAME' }), secret(2, { key: 'SAME' }), alias(3, 2)]
  expect(of(list, 1).aliases).toEqual([])
  expect(keys(of(list, 2).aliases)).toEqual(['KEY_3'])
})

test.each([
  ['null', null],
  ['not in the list', link(9)],
])('an alias whose target is %s is an orphan, and stays', (_, aliased_secret) => {
  const related = of([secret(1), alias(2, 1, { aliased_secret })], 2)
  expect(related.orphaned).toBe(true)
  expect(related.target).toBeUndefined()
})

test('a secret that overrides one is tied to it, and is no orphan', () => {
  const list = [
    secret(1, { scope: 'BUILT_IN', variable_type: 'BUILT_IN' }),
    secret(2, { variable_type: 'OVERRIDE', overridden_secret: link(1) }),
  ]
  expect(keys(of(list, 1).overrides)).toEqual(['KEY_2'])
  expect(of(list, 2)).toMatchObject({ orphaned: false, overridden: { secret: { key: 'KEY_1' } } })
})

describe('a deletion takes along', () => {
  test('nothing, where nothing points at the secret', () => {
    expect(dependentsOf(of([secret(1), secret(2)], 1))).toEqual([])
  })

  test('aliases and overrides, and the aliases of those', () => {
    const list = [
      secret(1),
      alias(2, 1),
      secret(3, { variable_type: 'OVERRIDE', overridden_secret: link(1) }),
      alias(4, 3),
      alias(5, 9),
    ]
    expect(keys(dependentsOf(of(list, 1)))).toEqual(['KEY_2', 'KEY_3', 'KEY_4'])
  })

  test('also an alias that overrides the secret while it points at another', () => {
    const list = [secret(1), secret(2), alias(3, 2, { overridden_secret: link(1) }), alias(4, 3)]
    expect(keys(dependentsOf(of(list, 1)))).toEqual(['KEY_3', 'KEY_4'])
  })

  test('each once, where links lead in a circle', () => {
    const list = [alias(1, 2), alias(2, 1), alias(3, 3)]
    expect(keys(dependentsOf(of(list, 1)))).toEqual(['KEY_2'])
    expect(dependentsOf(of(list, 3))).toEqual([])
  })
})

test('the same list is related anew for what else it is of', () => {
  const project = projectOwner(id(90))
  const list = testList([secret(1, { key: 'SAME' }), secret(2, { key: 'SAME' })])
  const seen = mergeLists(project, [{ owner: project, list }])
  expect(relate(list)).toBe(relate(list))
  expect(find(relate(list), id(1))?.equal).toBeUndefined()
  expect(find(relate(list, seen), id(1))?.equal).toMatchObject({ isEffective: null })
  expect(relate(list, seen)).toBe(relate(list, seen))
  expect(find(relate(list), id(1))?.equal).toBeUndefined()
})

test('secrets, aliases and orphans are counted apart', () => {
  const list = [secret(1), alias(2, 1), alias(3, 9)]
  expect(countsOf(relate(testList(list)))).toEqual({ secrets: 1, aliases: 2, orphans: 1 })
})
