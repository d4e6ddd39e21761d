import { describe, expect, test } from 'vitest'
import { aliasDisabledReason } from './alias-target'
import { knownScopes, knownVariableTypes } from '../qovery/schema'
import { testLink, testSecret } from '../qovery/test-secrets'

const owner = { kind: 'project' } as const

const secretOf = (scope: string, variable_type: string | null = 'VALUE') =>
  testSecret({ key: 'A_KEY', scope, variable_type })

describe('at project level', () => {
  test.each(['PROJECT', 'BUILT_IN', 'A_SCOPE_OF_NEXT_YEAR'])('scope %s can be aliased', (scope) => {
    expect(aliasDisabledReason(secretOf(scope), owner)).toBeUndefined()
  })

  test.each(knownScopes.filter((scope) => scope !== 'PROJECT' && scope !== 'BUILT_IN'))(
    'scope %s is too narrow, and where it could be aliased is said',
    (scope) => {
      const place = scope === 'ENVIRONMENT' ? 'environment' : 'service'
      expect(aliasDisabledReason(secretOf(scope), owner)).toBe(
        `It belongs to ${place === 'environment' ? 'an' : 'a'} ${place}, which is narrower than the project: only an alias in that ${place} reaches it.`,
      )
    },
  )

  test.each([
    ...knownVariableTypes.filter((type) => type !== 'ALIAS'),
    'A_TYPE_OF_NEXT_YEAR',
    null,
  ])('type %s can be aliased', (type) => {
    expect(aliasDisabledReason(secretOf('PROJECT', type), owner)).toBeUndefined()
  })

  test('an alias cannot, and what it points at is named where that is known', () => {
    const alias = secretOf('PROJECT', 'ALIAS')
    const target = testLink({ key: 'ITS_TARGET' })
    expect(aliasDisabledReason({ ...alias, aliased_secret: target }, owner)).toContain(
      'Use ITS_TARGET',
    )
    expect(aliasDisabledReason({ ...alias, aliased_secret: null }, owner)).toContain('not known')
  })

  test('what says by its link alone that it is an alias cannot either', () => {
    const target = testLink({ key: 'ITS_TARGET' })
    const untold = { ...secretOf('PROJECT', null), aliased_secret: target }
    expect(aliasDisabledReason(untold, owner)).toContain('Use ITS_TARGET')
    // What else may have a link one day is left to Qovery.
    expect(aliasDisabledReason({ ...untold, variable_type: 'HOLOGRAM' }, owner)).toBeUndefined()
  })
})
