import { expect, test } from 'vitest'
import { isNear } from './near'

test.each([
  ['password', 'db_master_password'],
  ['pasword', 'db_master_password'],
  ['passsword', 'db_master_password'],
  ['pasxword', 'db_master_password'],
  ['apssword', 'db_master_password'],
  ['mast', 'db_master_password'],
  ['payemnts', 'payments'],
])('%s is near %s', (word, name) => {
  expect(isNear(word, name)).toBe(true)
})

test.each([
  ['pawsord', 'db_master_password'],
  ['secret', 'db_master_password'],
  ['word', 'db_master_password'],
  ['pbq', 'db_master_password'],
  ['master_password', 'db'],
])('%s is not near %s', (word, name) => {
  expect(isNear(word, name)).toBe(false)
})

test('a short word is taken as it is', () => {
  expect(isNear('mas', 'db_master')).toBe(true)
  expect(isNear('msa', 'db_master')).toBe(false)
})
