import { expect, test } from 'vitest'
import type { Secret } from '../../qovery/schema'
import { testList, testSecret } from '../../qovery/test-secrets'
import { relate } from '../relations/relate'
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
