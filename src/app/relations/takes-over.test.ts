import { describe, expect, test } from 'vitest'
import type { Secret } from '../../qovery/schema'
import { linkTo, testId, testList, testSecret } from '../../qovery/test-secrets'
import { takesOver } from './takes-over'

const secret = (last: number, scope: string, fields: Partial<Secret> = {}) =>
  testSecret({ id: testId(last), key: 'SAME', scope, ...fields })
const [builtIn, wide, middle, own] = [
  secret(1, 'BUILT_IN'),
  secret(2, 'PROJECT'),
  secret(3, 'ENVIRONMENT'),
  secret(4, 'APPLICATION'),
]
const other = secret(5, 'PROJECT', { key: 'OTHER' })
const nextOf = (gone: Secret, list: readonly Secret[], along: readonly Secret[] = []) =>
  takesOver(gone, testList([other, ...list]), (id) => along.some((each) => each.id === id))

describe('once a secret is gone, its key is had by', () => {
  test.each([
    ['nothing, where nothing else has it', own, [own], undefined],
    ['what is wider', own, [own, wide], wide],
    ['the narrowest of several that are wider', own, [wide, own, builtIn, middle], middle],
    ['what Qovery made', wide, [builtIn, wide], builtIn],
  ] as const)('%s', (_, gone, list, expected) => {
    expect(nextOf(gone, list)).toBe(expected)
  })

  test('what it overrides, also of a scope that is as wide', () => {
    const overrides = { ...wide, id: testId(6), overridden_secret: linkTo(wide) }
    expect(nextOf(overrides, [overrides, wide])).toBe(wide)
  })

  test('none of those that go as well', () => {
    expect(nextOf(own, [own, middle, wide], [middle])).toBe(wide)
    expect(nextOf(own, [own, wide], [wide])).toBeUndefined()
  })

  test('nobody knows what, where another is as narrow, narrower, or of an unknown scope', () => {
    expect(nextOf(own, [own, wide, secret(7, 'APPLICATION')])).toBeUndefined()
    expect(nextOf(middle, [middle, wide, own])).toBeUndefined()
    expect(nextOf(own, [own, wide, secret(8, 'GALAXY')])).toBeUndefined()
    expect(nextOf(own, [own, builtIn, secret(9, 'BUILT_IN')])).toBeUndefined()
  })

  test('nobody knows what, where an entry that could not be read may have it', () => {
    const entry = { why: 'unlike' as const, id: null, tiedTo: [] }
    const next = (name: string | null) =>
      takesOver(own, testList([own, wide], [{ ...entry, name }]), () => false)
    expect([next('SAME'), next(null), next('OTHER')]).toEqual([undefined, undefined, wide])
  })
})
