import { expect, test } from 'vitest'
import { linkTo, testId, testList, testSecret } from '../../qovery/test-secrets'
import { relate } from '../relations/relate'
import { writeList } from './write-list'

const target = testSecret({ key: 'DB', owned_by: 'DOPPLER' })
const alias = testSecret({
  id: testId(2),
  key: 'ALIAS',
  variable_type: 'ALIAS',
  aliased_secret: linkTo(target),
  description: '=HYPERLINK("x"), or so',
  enable_interpolation_in_file: true,
})

test('a list is written row by row, and no cell of it is a formula', () => {
  const text = writeList([...relate(testList([target, alias])).values()], ',')
  expect(text.split('\r\n')).toEqual([
    '\uFEFFkey,points_at,overrides,type,scope,owner,description,interpolation_in_file,created,updated,id',
    `DB,,,VALUE,PROJECT,DOPPLER,,,2024-02-29T12:00:00Z,,${target.id}`,
    `ALIAS,DB,,ALIAS,PROJECT,,"'=HYPERLINK(""x""), or so",true,2024-02-29T12:00:00Z,,${alias.id}`,
  ])
})
