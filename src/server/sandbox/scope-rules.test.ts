import { describe, expect, test } from 'vitest'
import { knownScopes, knownVariableTypes } from '../../qovery/schema'
import type { Place } from './place'
import { aliasDisabledReason, overrideDisabledReason } from './scope-rules'

const project: Pick<Place, 'owner' | 'seen'> = {
  owner: { kind: 'project', id: 'p' },
  seen: ['p'],
}
const environment: typeof project = {
  owner: { kind: 'environment', id: 'e' },
  seen: ['e', 'p'],
}
const service: typeof project = { owner: { kind: 'helm', id: 's' }, seen: ['s', 'e', 'p'] }
const places = { project, environment, service }

const matrix = knownScopes.flatMap((scope) =>
  knownVariableTypes.map((variable_type): [string, string, boolean] => [
    scope,
    variable_type,
    (scope === 'BUILT_IN' || scope === 'PROJECT') && variable_type !== 'ALIAS',
  ]),
)

test.each(matrix)(
  'a secret of scope %s and type %s has an alias at project level: %s',
  (scope, variable_type, allowed) => {
    const owner_id = scope === 'BUILT_IN' || scope === 'PROJECT' ? 'p' : 'e'
    expect(aliasDisabledReason({ owner_id, scope, variable_type }, project) === undefined).toBe(
      allowed,
    )
  },
)

test('a scope that nobody knows yet is refused', () => {
  const secret = { owner_id: 'c', scope: 'CLUSTER', variable_type: 'VALUE' }
  expect(aliasDisabledReason(secret, project)).toContain('CLUSTER')
})

describe.each([
  // Whose it is, and whether it has an alias at its project, at environment e, and at service s of that.
  ['p', [true, true, true]],
  ['e', [false, true, true]],
  ['s', [false, false, true]],
  ['another environment', [false, false, false]],
  ['another service', [false, false, false]],
] as const)('a secret of %s', (owner_id, allowed) => {
  test.each(['VALUE', 'FILE', 'OVERRIDE', 'BUILT_IN'])(
    'of type %s has aliases where it can be seen, and nowhere wider',
    (variable_type) => {
      const secret = { owner_id, scope: 'ANY', variable_type }
      expect(
        Object.values(places).map((place) => aliasDisabledReason(secret, place) === undefined),
      ).toEqual(allowed)
    },
  )

  test('has overrides where it can be seen, but for its own place', () => {
    const secret = { owner_id, scope: 'ANY', variable_type: 'VALUE' }
    expect(
      Object.values(places).map((place) => overrideDisabledReason(secret, place) === undefined),
    ).toEqual(
      Object.values(places).map(({ owner }, index) => allowed[index] && owner.id !== owner_id),
    )
  })
})

test.each(['ALIAS', 'OVERRIDE', 'BUILT_IN'])(
  'what is of type %s has no override',
  (variable_type) => {
    const secret = { owner_id: 'p', scope: 'PROJECT', variable_type }
    expect(overrideDisabledReason(secret, service)).toContain(variable_type)
  },
)
