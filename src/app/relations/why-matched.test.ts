import { expect, test } from 'vitest'
import { testLink, testSecret } from '../../qovery/test-secrets'
import { whyMatched } from './why-matched'

const secret = testSecret({
  id: '3c90c3cc-0d44-4b50-8888-8dd25736052a',
  key: 'PGPASSWORD',
  aliased_secret: testLink({ key: 'DB_MASTER' }),
  description: 'For psql in the maintenance shell, since the summer of the year before last',
  owned_by: 'DOPPLER',
})

test.each([
  ['pg', undefined],
  ['pg db_m', undefined],
  ['', undefined],
  ['pg psql', { field: 'Description' }],
  ['dopp', { field: 'Owner' }],
  ['3c90', { field: 'ID' }],
  ['pg 0d44-4b50', { field: 'ID' }],
  ['3c9', undefined],
  ['summer', { field: 'Description' }],
  ['nowhere', undefined],
])('what was found by "%s" says why where its names do not', (search, why) => {
  expect(whyMatched(secret, search)?.field).toBe(why?.field)
})

test('a text that is folded into another length is found as well, and shown from its beginning', () => {
  const decomposed = testSecret({ description: 'Cafe\u0301 at the corner' })
  expect(whyMatched(decomposed, 'caf\u00e9')).toEqual({
    field: 'Description',
    text: 'Cafe\u0301 at the corner',
  })
})

test('a long text says what is around what was found', () => {
  const long = testSecret({ description: `${'a'.repeat(300)} needle ${'b'.repeat(300)}` })
  const text = whyMatched(long, 'needle')?.text ?? ''
  expect(text).toMatch(/^…a+ needle b+…$/)
  expect(text.length).toBeLessThan(130)
})
