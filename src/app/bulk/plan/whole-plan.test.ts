import { expect, test } from 'vitest'
import { environmentOwner, projectOwner } from '../../../qovery/owner'
import { testId, testList, testSecret } from '../../../qovery/test-secrets'
import { inputRow } from '../input/input-row'
import { makePlan } from './plan'
import { agreeEverywhere, callsOf, changeAt, countsOf, nameOfRow, rowsOf } from './whole-plan'

const atOnce = () => undefined
const project = { owner: projectOwner(testId(90)), name: undefined }
const staging = { owner: environmentOwner(testId(90), testId(91)), name: 'staging' }
const target = testSecret({ id: testId(1), key: 'DB' })
const override = testSecret({ id: testId(2), key: 'DB', scope: 'ENVIRONMENT' })
const taken = testSecret({ id: testId(3), key: 'TAKEN', scope: 'PROJECT' })

const planned = async (...keys: string[]) => {
  const rows = keys.map((key, at) => inputRow(at + 1, key, 'DB'))
  const of = [...rows.keys()]
  return {
    parts: [
      {
        ...project,
        of,
        plan: await makePlan(rows, testList([target]), atOnce, { owner: project.owner }),
      },
      {
        ...staging,
        of,
        plan: await makePlan(rows, testList([target, override, taken]), atOnce, {
          owner: staging.owner,
        }),
      },
    ],
  }
}

test('each place is planned by its own list, and by what is effective there', async () => {
  const plan = await planned('ALIAS', 'TAKEN')
  const rows = rowsOf(plan)
  expect(rows.map(({ key, where, verdict }) => [key, where, verdict])).toEqual([
    ['ALIAS', 'the project', 'create'],
    ['TAKEN', 'the project', 'create'],
    ['ALIAS', 'staging', 'create'],
    // Visible there from further out: Qovery takes no second one.
    ['TAKEN', 'staging', 'conflict'],
  ])
  expect(rows.map(({ secret }) => secret?.id)).toEqual([
    target.id,
    target.id,
    override.id,
    override.id,
  ])
  expect(countsOf(plan)).toMatchObject({ create: 3, conflict: 1 })
  // Each place’s list before and after.
  expect(callsOf(plan)).toBe(3 + 4)
  expect(rows.map(nameOfRow)).toEqual([
    'row 1 in the project',
    'row 2 in the project',
    'row 1 in staging',
    'row 2 in staging',
  ])
})

test('a row is changed in its own place alone, and names are agreed to in all', async () => {
  const plan = await planned('ALIAS', 'TAKEN')
  const changed = changeAt(plan, 3, { key: 'FREE' })
  expect(rowsOf(changed).map(({ key }) => key)).toEqual(['ALIAS', 'TAKEN', 'ALIAS', 'FREE'])
  expect(countsOf(changed)).toMatchObject({ create: 4 })
  expect(changed.parts[0]).toBe(plan.parts[0])
  const doubtful = await planned('2ND')
  expect(countsOf(doubtful)).toMatchObject({ confirm: 2 })
  expect(countsOf(agreeEverywhere(doubtful))).toMatchObject({ confirm: 0, create: 2 })
})
