import { expect, test } from 'vitest'
import type { Secret } from '../../qovery/schema'
import { environmentOwner, projectOwner } from '../../qovery/owner'
import { testId, testList, testSecret } from '../../qovery/test-secrets'
import { relate } from '../relations/relate'
import { mergeLists } from '../relations/seen-list'
import { rowName } from './row-name'

const secret = testSecret({ key: 'LOST', owned_by: 'DOPPLER' })
const namesOf = (fields: Partial<Secret>) =>
  [...relate(testList([{ ...secret, ...fields }])).values()].map((related) =>
    rowName(related, '2 days ago'),
  )

test('a row is named by its key and its cells', () => {
  expect(namesOf({})).toEqual(['LOST, Value, Project, Doppler, updated 2 days ago'])
})

test('an orphan says that its target is missing', () => {
  expect(namesOf({ variable_type: 'ALIAS' })).toEqual([
    'LOST, missing target, Alias, Project, Doppler, updated 2 days ago',
  ])
})

test('what is not known is left out, and what is endless is cut', () => {
  const related = relate(
    testList([{ ...secret, owned_by: null, variable_type: null, key: 'K'.repeat(999) }]),
  )
  expect([...related.values()].map((each) => rowName(each, undefined))).toEqual([
    `${'K'.repeat(200)}…, Project`,
  ])
})

test('of equal keys a row says which of them has effect', () => {
  const owner = environmentOwner(testId(90), testId(91))
  const around = [
    { ...secret, id: testId(6) },
    { ...secret, id: testId(7), scope: 'BUILT_IN', variable_type: 'BUILT_IN' },
  ]
  const own = { ...secret, id: testId(5), scope: 'ENVIRONMENT' }
  const seen = mergeLists(owner, [
    { owner: projectOwner(testId(90)), list: testList(around) },
    { owner, list: testList([own, ...around]) },
  ])
  const names = [...relate(seen.list, seen).values()].map((each) => rowName(each, undefined))
  expect(names[0]).toContain('hides the project’s and the built-in one')
  expect(names[1]).toContain('hidden by the environment’s')
  expect(names[2]).toContain('hidden by the environment’s')
})
