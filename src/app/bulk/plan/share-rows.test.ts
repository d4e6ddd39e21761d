import { expect, test } from 'vitest'
import { projectOwner } from '../../../qovery/owner'
import { testList, testSecret } from '../../../qovery/test-secrets'
import { inputRow } from '../input/input-row'
import { placeFinder } from './find-place'
import { placeOfEnvironment, placeOfService } from './place'
import { makePlan } from './plan'
import { shareRows } from './share-rows'
import { testProjectId, testTree } from './test-tree'
import { nameOfRow, partOfRows, placeCountOf, rowsAsGiven, rowsOf, changeAt } from './whole-plan'

const tree = testTree({ production: ['api'], staging: ['api'] })
const find = placeFinder(tree, 'Qovery')
const [production, staging] = tree.environments
if (production === undefined || staging === undefined) throw new Error('There are two.')
const project = { owner: projectOwner(testProjectId), name: undefined }
const row = (at: number, key: string, place = {}) => inputRow(at, key, 'DB', place)
const apiOf = (environment: typeof production) => {
  const [api] = environment.services
  const place = api && placeOfService(environment, api)
  if (place === undefined) throw new Error('There is one.')
  return place
}

test('rows go where they say, and those that say nothing to every ticked place', () => {
  const rows = [
    row(1, 'A'),
    row(2, 'B', { environment: 'staging' }),
    row(3, 'C', { service: 'api' }),
    row(4, 'D', { environment: 'staging', service: 'api' }),
  ]
  const { shares, misplaced, notes } = shareRows(rows, [project, placeOfEnvironment(staging)], find)
  // Staging sees what the project gets.
  expect(notes).toEqual(['Nothing is planned in staging: what the project gets is seen there.'])
  expect(shares.map(({ name, rows: own, of }) => [name, own.map(({ key }) => key), of])).toEqual([
    [undefined, ['A'], [0]],
    ['staging', ['B'], [1]],
    ['staging / api', ['D'], [3]],
  ])
  expect(misplaced).toMatchObject({
    of: [2],
    rows: [{ misplaced: 'api is in production and staging: name the environment, too.' }],
  })
})

test('ticked places of which no row makes use are not spoken of', () => {
  const rows = [row(1, 'A', { environment: 'staging' })]
  const { shares, notes } = shareRows(rows, [project, placeOfEnvironment(production)], find)
  expect(shares.map(({ name }) => name)).toEqual(['staging'])
  expect(notes).toEqual([])
})

test('a key that a place further out gets as well is sent to neither unseen', () => {
  const rows = [
    row(1, 'A', { environment: 'staging' }),
    row(2, 'A', { environment: 'staging', service: 'api' }),
    row(3, 'A', { environment: 'production', service: 'api' }),
  ]
  const { shares } = shareRows(rows, [], find)
  expect(shares.map(({ rows: [own] }) => own?.problem)).toEqual([
    undefined,
    'What staging gets is seen here, and another row gives it this key: keep one of the two.',
    undefined,
  ])
})

test('a row whose place cannot be told is never sent, also when somebody changes it', async () => {
  const rows = [row(1, 'A', { environment: 'nowhere' }), row(2, 'B')]
  const { shares, misplaced } = shareRows(rows, [apiOf(production)], find)
  const list = testList([testSecret({ key: 'DB' })])
  const parts = await Promise.all(
    [...shares, { ...project, ...misplaced }].map(async ({ owner, name, of, rows: own }) => ({
      owner,
      name,
      of,
      plan: await makePlan(own, list, () => undefined, { owner }),
    })),
  )
  const plan = { parts }
  expect(placeCountOf(plan)).toBe(1)
  expect(partOfRows(plan)).toEqual([0, 1])
  expect(rowsOf(plan).map((each) => [nameOfRow(each), each.verdict])).toEqual([
    ['row 2 in production / api', 'create'],
    ['row 1 in nowhere', 'invalid'],
  ])
  expect(rowsAsGiven(plan).map((each) => each?.key)).toEqual(['A', 'B'])
  const changed = changeAt(plan, 1, { key: 'FREE', target: 'DB' })
  expect(rowsOf(changed)[1]).toMatchObject({ key: 'FREE', verdict: 'invalid' })
})
