import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { indexSecrets } from '../../../rules/secret-index'
import { testId, testList, testSecret } from '../../../qovery/test-secrets'
import { inputRow, unreadable } from '../input/input-row'
import { readInput } from '../input/read-input'
import { leaveOutValues, mayBeValue, mayHoldValues, withoutValue } from './leave-out-values'

const secret = (key: string, number: number) => testSecret({ id: testId(number), key })
const db = secret('DB_PASSWORD', 1)
const index = indexSecrets(testList([db, secret('web-hook.key', 2), secret('Odd name', 3)]))
const none = indexSecrets(testList([]))

// Shaped as what each kind is, and no secret of anybody.
const values = [
  'hunter2',
  'hunter2-not-a-name',
  'correct horse battery staple',
  'postgres://u:p4ss@h/db',
  'https://user:pass@example.test',
  'changeme',
  '5432',
  'true',
  'c2VjcmV0LXZhbHVl',
  'a3f5c9e1b7d24f60a3f5c9e1b7d24f60',
  'AKIAIOSFODNN7EXAMPLE',
  'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln',
  'ghp_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
  '-----BEGIN PRIVATE KEY-----\nMIIabc\n-----END PRIVATE KEY-----',
  '9b2d7c1e-0000-4000-8000-000000000000',
  '${DB_PASSWORD}-suffix',
  '{"json":"value"}',
]

test.each(values)('%j may be a value', (value) => {
  expect(mayBeValue(value, index)).toBe(true)
  expect(mayBeValue(`"${value}"`, index)).toBe(true)
  expect(mayBeValue(value, none)).toBe(true)
})

test.each([
  'DB_PASSWORD',
  '${DB_PASSWORD}',
  'db-password',
  db.id.toUpperCase(),
  `https://console.qovery.com/secret/${db.id}`,
  'web-hook.key',
  'WEB-HOOK.KEY'.toLowerCase(),
  'Odd name',
  'NOT_IN_THE_LIST',
  'DB_PASSWROD',
  'SHA256SUM',
  '',
])('%j is a name', (name) => expect(mayBeValue(name, index)).toBe(false))

describe('rows that may hold values', () => {
  const known = inputRow(1, 'A', 'DB_PASSWORD')

  test('are left out, and the others stay', () => {
    const { rows, note } = leaveOutValues(
      [known, inputRow(2, 'B', 'hunter2'), inputRow(3, 'C', 'postgres://u:p4ss@h/db')],
      index,
    )
    expect(rows).toEqual([known])
    expect(note).toBe(
      '2 rows left out, neither shown nor stored, since they look like values of secrets, not their names: line 2 and 1 more.',
    )
  })

  test('hide what else is not known, which may be values as well', () => {
    const { rows } = leaveOutValues(
      [
        known,
        inputRow(2, 'B', 'hunter2'),
        inputRow(3, 'C', 'SWORDFISH'),
        unreadable(4, 'None.', 'QUJD'),
      ],
      index,
    )
    expect(rows[0]).toBe(known)
    expect(JSON.stringify(rows)).not.toMatch(/SWORDFISH|QUJD/)
    expect(rows.map(({ at, key }) => [at, key])).toEqual([
      [1, 'A'],
      [3, 'C'],
      [4, ''],
    ])
  })

  test('change nothing where there are none', () => {
    const rows = [known, inputRow(2, 'B', 'TYPO'), unreadable(3, 'None.', 'junk')]
    expect(leaveOutValues(rows, index)).toEqual({ rows, note: undefined })
  })
})

test('a description that may say a value is left out, and the row stays', () => {
  const row = (at: number, description: string | null) =>
    inputRow(at, `A${at}`, 'DB_PASSWORD', { description })
  const { rows, note } = leaveOutValues(
    [row(1, 'password: swordfish'), row(2, 'of the api'), row(3, 'postgres://u:p4ss@h/db')],
    index,
  )
  expect(rows).toEqual([row(1, null), row(2, 'of the api'), row(3, null)])
  expect(note).toBe(
    '2 descriptions left out, neither shown nor sent, since each may say the value of a secret: line 1 and 1 more.',
  )
})

test('a row whose alias is a sentence that may say a value is left out', () => {
  const said = inputRow(1, 'the password for prod is hunter2x', 'DB_PASSWORD')
  expect(leaveOutValues([said], index).rows).toEqual([])
  expect(leaveOutValues([inputRow(1, 'BAD KEY', 'DB_PASSWORD')], index).rows).toHaveLength(1)
})

test('whatever stands in rows, none of what may be a value is in what is left of them', () => {
  const target = fc.oneof(fc.constantFrom(...values, 'DB_PASSWORD', 'OTHER'), fc.string())
  fc.assert(
    fc.property(fc.array(target), (targets) => {
      const rows = targets.map((each, rowIndex) => inputRow(rowIndex + 1, `A${rowIndex}`, each))
      for (const row of leaveOutValues(rows, index).rows)
        expect(mayBeValue(row.target, index)).toBe(false)
    }),
  )
})

test('of a row that somebody changed to what may be a value nothing is stored but the rest', () => {
  const row = { ...inputRow(1, 'NEW', 'hunter2-not-a-name'), secret: undefined }
  expect(withoutValue(row)).toEqual({ ...row, target: '' })
  for (const harmless of [
    { ...row, target: 'NOWHERE' },
    { ...row, target: '' },
    { ...row, secret: db },
  ])
    expect(withoutValue(harmless)).toBe(harmless)
})

test.each([
  ['alias,source,environment\nA,DB_PASSWORD,qov_0123456789abcdef0123', true],
  ['alias,source,environment\nA,DB_PASSWORD,staging', false],
  ['A=hunter2-not-a-name', true],
  ['A=postgres://u:p4ss@h/db', true],
  ['A=DB_PASSWORD\nB=hunter2', true],
  ['A=DB_PASSWORD\nB=web-hook.key', false],
  ['A=NOT_THERE_YET', false],
  ['alias,source,description\nA,DB_PASSWORD,password: swordfish', true],
  ['[{"alias":"A","source":"DB_PASSWORD","description":"token=swordfish"}]', true],
  ['alias,source,description\nA,DB_PASSWORD,of the shop', false],
  ['the password for prod is hunter2x: DB_PASSWORD', true],
])('a text like %j may hold values: %s', async (text, may) => {
  expect(mayHoldValues(await readInput(text, () => undefined), index)).toBe(may)
})
