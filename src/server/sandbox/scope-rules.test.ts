import { expect, test } from 'vitest'
import { knownScopes, knownVariableTypes } from '../../qovery/schema'
import { aliasObstacle } from './scope-rules'

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
    expect(aliasObstacle({ scope, variable_type }) === undefined).toBe(allowed)
  },
)

test('a scope that nobody knows yet is refused', () => {
  expect(aliasObstacle({ scope: 'CLUSTER', variable_type: 'VALUE' })).toContain('CLUSTER')
})
