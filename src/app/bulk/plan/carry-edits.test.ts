import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as z from 'zod/mini'
import { testList, testSecret } from '../../../qovery/test-secrets'
import { inputRow, unreadable, type InputRow } from '../input/input-row'
import { carryEdits, edits, editsOf } from './carry-edits'
import { changeRow, makePlan, type RowChange } from './plan'

const db = testSecret({ key: 'DB' })
const planOf = (rows: readonly (InputRow & { agreed?: boolean })[]) =>
  makePlan(rows, testList([db]), () => undefined, { owner: { kind: 'project' } })

/** A plan of rows, changed at one index, and then made again of other rows. */
const planAgain = async (given: InputRow[], index: number, change: RowChange, rows: InputRow[]) => {
  const made = editsOf(given, changeRow(await planOf(given), index, change).rows)
  const stored: unknown = JSON.parse(JSON.stringify(made))
  return (await planOf(carryEdits(rows, z.parse(edits, stored)))).rows
}

test('what was changed or agreed to in a plan is there again where its row still is', async () => {
  const given = [inputRow(1, 'ONE', 'DB'), inputRow(2, '2ND', 'DB')]
  const moved = [inputRow(1, 'ZERO', 'DB'), inputRow(2, 'ONE', 'DB'), inputRow(3, '2ND', 'DB')]
  expect(await planAgain(given, 0, { key: 'FIRST' }, moved)).toMatchObject([
    { at: 1, key: 'ZERO' },
    { at: 2, key: 'FIRST', verdict: 'create' },
    { at: 3, key: '2ND', verdict: 'confirm' },
  ])
  expect(await planAgain(given, 1, { agreed: true }, moved)).toMatchObject([
    {},
    {},
    { key: '2ND', verdict: 'create' },
  ])
})

test('a row that somebody made sense of stays readable', async () => {
  const given = [unreadable(1, 'No equals sign.', 'junk')]
  const rows = await planAgain(given, 0, { key: 'SENSE', target: 'DB' }, given)
  expect(rows).toMatchObject([{ key: 'SENSE', target: 'DB', verdict: 'create' }])
  expect(rows[0]).not.toHaveProperty('problem')
})

test('a row that was given anew is taken as it is given', async () => {
  const given = [inputRow(1, 'ONE', 'DB')]
  const rows = [inputRow(1, 'ONE', 'OTHER'), inputRow(2, 'ONE', 'DB', { description: 'why' })]
  expect(editsOf(given, (await planOf(given)).rows)).toEqual([])
  const again = await planAgain(given, 0, { key: 'FIRST' }, rows)
  expect(again.map(({ key }) => key)).toEqual(['ONE', 'ONE'])
})

test('the same input again is the same plan, whichever row was changed', async () => {
  const row = fc.record({ key: fc.constantFrom('A', 'B', '1ST'), target: fc.constant('DB') })
  const inputs = fc.array(row, { minLength: 1, maxLength: 6 })
  const change = fc.oneof(
    fc.record({ key: fc.constantFrom('A', 'C', '') }),
    fc.record({ agreed: fc.boolean() }),
    fc.record({ description: fc.constantFrom(null, 'why') }),
    fc.record({ interpolation: fc.constantFrom(null, true, false) }),
  )
  await fc.assert(
    fc.asyncProperty(inputs, fc.nat(), change, async (pairs, nth, changed) => {
      const given = pairs.map(({ key, target }, index) => inputRow(index + 1, key, target))
      const index = nth % given.length
      const before = changeRow(await planOf(given), index, changed).rows
      expect(await planAgain(given, index, changed, given)).toEqual(before)
    }),
  )
})
