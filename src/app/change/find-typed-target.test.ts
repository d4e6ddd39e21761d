import { expect, test } from 'vitest'
import type { Secret } from '../../qovery/schema'
import { linkTo, testList, testSecret } from '../../qovery/test-secrets'
import { findTypedTarget, targetDisabledReason } from './find-typed-target'

const id = (last: number) => `00000000-0000-4000-8000-${String(last).padStart(12, '0')}`
const secret = (last: number, fields: Partial<Secret> = {}): Secret =>
  testSecret({ id: id(last), key: `SECRET_${last}`, ...fields })
const aliasOf = (last: number, target: Secret) =>
  secret(last, { variable_type: 'ALIAS', aliased_secret: linkTo(target) })

const [old, fresh, narrow] = [secret(1), secret(2), secret(3, { scope: 'ENVIRONMENT' })]
const [alias, other] = [aliasOf(4, old), aliasOf(5, fresh)]
const secrets = [old, fresh, narrow, alias, other]
const owner = { kind: 'project' } as const
const find = (typed: string, list = secrets) =>
  findTypedTarget(typed, testList(list), (target) => targetDisabledReason(target, alias, owner))

test.each([
  ['its key', fresh.key],
  ['its key between spaces', `  ${fresh.key} `],
  ['its id', fresh.id],
  ['its id in capitals', fresh.id.toUpperCase()],
  ['a link to it', `https://console.example/project/${id(9)}/secret/${fresh.id}`],
])('%s finds a secret', (_, typed) => {
  expect(find(typed)).toEqual({ secret: fresh })
})

test.each([
  ['nothing', '  ', /Say what it is to point at/],
  ['a key that nothing has', 'NOBODY', /No secret here/],
  ['a key in another case', fresh.key.toLowerCase(), /No secret here/],
  ['an id that nothing has', id(9), /No secret here/],
  ['what it points at', old.key, /points at this one already/],
  ['the id of what it points at', old.id, /points at this one already/],
  ['the alias itself', alias.key, /the alias itself/],
  ['another alias', other.key, /alias itself. Use SECRET_2/],
  ['a secret of a narrower scope', narrow.key, /narrower than the project/],
])('%s is no target, and the reason is said', (_, typed, problem) => {
  expect(find(typed)).toEqual({ problem: expect.stringMatching(problem) })
})

test('of two secrets with the same key, the one that can be a target is meant', () => {
  const namesake = secret(6, { key: old.key, scope: 'BUILT_IN' })
  expect(find(old.key, [...secrets, namesake])).toEqual({ secret: namesake })
})

test('two secrets with the same key are told apart by the person, or by an id', () => {
  const namesake = secret(6, { key: fresh.key, scope: 'BUILT_IN' })
  const list = [...secrets, namesake]
  expect(find(fresh.key, list)).toEqual({ problem: expect.stringMatching(/^2 secrets/) })
  expect(find(namesake.id, list)).toEqual({ secret: namesake })
})

test('what cannot be read is no target, by its key or its id', () => {
  const unlike = { why: 'unlike', id: id(7), name: 'ODD', tiedTo: [] } as const
  for (const typed of ['ODD', id(7)])
    expect(findTypedTarget(typed, testList(secrets, [unlike]), () => undefined)).toEqual({
      problem: expect.stringMatching(/could not be read/),
    })
})
