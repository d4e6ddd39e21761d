import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aliasDisabledReason } from '../../../rules/alias-target'
import { knownScopes, knownVariableTypes, type Secret } from '../../../qovery/schema'
import { linkTo, testId, testList, testSecret } from '../../../qovery/test-secrets'
import { inputRow } from '../input/input-row'
import { estimateSeconds, sayDuration } from './estimate'
import { agreeToAll, changeRow, makePlan, type Plan } from './plan'
import { emptyRule, nameByRule } from './naming-rule'

let made = 0
const secret = (key: string, fields: Partial<Secret> = {}): Secret => {
  made += 1
  return testSecret({ id: testId(made), key, ...fields })
}
const db = secret('DB')
const narrow = secret('NARROW', { scope: 'ENVIRONMENT' })
const twice = [secret('TWICE'), secret('TWICE', { scope: 'BUILT_IN' })]
const alias = secret('OLD', { variable_type: 'ALIAS', aliased_secret: linkTo(db) })
const builtIn = secret('BUILT', { scope: 'BUILT_IN' })
const untold = secret('UNTOLD', { variable_type: null, aliased_secret: linkTo(db) })
const nextYear = secret('NEXT', { scope: 'A_SCOPE_OF_NEXT_YEAR' })
// Its key is as it is: who names it exactly means it.
const invisible = secret('ODD\u200B')
const list = testList([invisible, db, narrow, ...twice, alias, builtIn, untold, nextYear])

const owner = { kind: 'project' } as const
const atOnce = () => undefined
const plan = (pairs: [string, string][]) =>
  makePlan(
    pairs.map(([key, target], index) => inputRow(index + 1, key, target)),
    list,
    atOnce,
    { owner },
  )
const verdictsOf = ({ rows }: Plan) => rows.map(({ verdict }) => verdict)

test.each([
  ['NEW', 'DB', 'create', /^$/],
  ['NEW', db.id.toUpperCase(), 'create', /^$/],
  ['BUILT', 'DB', 'create', /override/],
  ['OLD', 'DB', 'exists', /points at DB already/],
  ['OLD', 'BUILT', 'conflict', /points at DB/],
  ['TWICE', 'DB', 'conflict', /is no alias/],
  ['NEW', 'TWICE', 'ambiguous', /2 secrets have this key/],
  ['NEW', twice[0]?.id ?? '', 'create', /^$/],
  ['NEW', '“DB\u200B”;', 'create', /^$/],
  ['NEW', '${DB}', 'create', /^$/],
  ['NEW', `"${db.id}",`, 'create', /^$/],
  ['NEW', 'ODD\u200B', 'create', /^$/],
  ['NEW', 'ODD', 'invalid', /no secret ODD\.$/],
  [
    'NEW',
    'N\u041EWHERE',
    'invalid',
    /no secret NОWHERE\. Character 2, “О” \(U\+041E\), is a Cyrillic/,
  ],
  ['NEW', 'NOWHERE', 'invalid', /no secret NOWHERE/],
  ['NEW', 'db', 'invalid', /DB is written alike/],
  ['NEW', 'OLD', 'invalid', /^OLD cannot have an alias\. .* Use DB,/],
  ['NEW', 'UNTOLD', 'invalid', /^UNTOLD cannot have an alias\. .* Use DB,/],
  ['NEW', 'NARROW', 'invalid', /^NARROW cannot have an alias\. It belongs to an environment/],
  ['NEW', 'NEXT', 'create', /^$/],
  ['DB2=', 'DB', 'invalid', /Character 4/],
  ['', 'DB', 'invalid', /key is needed/],
  ['1ST', 'DB', 'confirm', /Starts with a digit/],
] as const)('%s for %s: %s', async (key, target, verdict, reason) => {
  const { rows } = await plan([[key, target]])
  expect(rows).toMatchObject([{ verdict, reason: expect.stringMatching(reason) }])
})

test.each([
  ['ODD', 'DB', 'unreadable', /has the key ODD and could not be read/],
  ['NEW', 'ODD', 'unreadable', /its target names could not be read/],
  ['NEW', testId(901), 'unreadable', /its target names could not be read/],
  ['NEW', 'TWIN', 'unreadable', /name the target by its ID/],
  ['NEW', 'NOWHERE', 'invalid', /no secret NOWHERE, as far as it can be read/],
  ['NEW', 'DB', 'create', /^$/],
  ['OLD', 'DB', 'exists', /points at DB already/],
] as const)('beside what cannot be read, %s for %s: %s', async (key, target, verdict, reason) => {
  const unlike = { why: 'unlike', tiedTo: [] } as const
  const odd = testList(
    [...list.results, secret('TWIN')],
    [
      { ...unlike, id: testId(901), name: 'ODD' },
      { ...unlike, id: null, name: 'TWIN' },
      { ...unlike, id: null, name: null },
    ],
  )
  const { rows, counts } = await makePlan([inputRow(1, key, target)], odd, atOnce, { owner })
  expect(rows).toMatchObject([{ verdict, reason: expect.stringMatching(reason) }])
  expect(counts[verdict]).toBe(1)
})

test('the form and a plan refuse the same targets', async () => {
  const targets = [null, ...knownVariableTypes, 'A_TYPE_OF_NEXT_YEAR'].flatMap((variable_type) =>
    [...knownScopes, 'A_SCOPE_OF_NEXT_YEAR'].flatMap((scope) =>
      [null, linkTo(db)].map((aliased_secret) =>
        secret('S', { scope, variable_type, aliased_secret }),
      ),
    ),
  )
  const { rows } = await makePlan(
    targets.map(({ id }, index) => inputRow(index + 1, `NEW_${index}`, id)),
    testList(targets),
    atOnce,
    { owner },
  )
  expect(rows.map(({ verdict }) => verdict)).toEqual(
    targets.map((target) =>
      aliasDisabledReason(target, owner) === undefined ? 'create' : 'invalid',
    ),
  )
})

describe('rows with the same key', () => {
  test('that agree are sent once, by the first', async () => {
    expect(
      verdictsOf(
        await plan([
          ['A', 'DB'],
          ['A', 'DB'],
        ]),
      ),
    ).toEqual(['create', 'duplicate'])
  })

  test('agree also where one names its target by key and the other by ID or by a reference', async () => {
    const { rows } = await plan([
      ['A', 'DB'],
      ['A', db.id],
      ['A', '${DB}'],
    ])
    expect(rows.map(({ verdict, reason }) => [verdict, reason])).toEqual([
      ['create', ''],
      ['duplicate', 'The same as row 1, which is sent once.'],
      ['duplicate', 'The same as row 1, which is sent once.'],
    ])
  })

  test('name what they contradict by its key', async () => {
    const { rows } = await plan([
      ['A', 'DB'],
      ['A', builtIn.id],
    ])
    expect(rows[0]?.reason).toBe('Row 2 gives the same key to BUILT: keep one of the two.')
  })

  test('that contradict each other are each told so, and none is sent', async () => {
    const { rows } = await plan([
      ['A', 'DB'],
      ['A', 'BUILT'],
    ])
    expect(rows.map(({ reason }) => reason)).toEqual([
      'Row 2 gives the same key to BUILT: keep one of the two.',
      'Row 1 gives the same key to DB: keep one of the two.',
    ])
  })

  test.each([0, 1, 60, 119])(
    'are none of them sent where one contradicts them, wherever it stands: row %i of 120',
    async (rowIndex) => {
      const { rows } = await plan(
        Array.from({ length: 120 }, (_, index) => ['A', index === rowIndex ? 'BUILT' : 'DB']),
      )
      const one = `Row ${rowIndex + 1} gives the same key to BUILT: keep one of the two.`
      const first = `Row ${rowIndex === 0 ? 2 : 1} gives the same key to DB: keep one of the two.`
      expect(rows.map(({ verdict, reason }) => [verdict, reason])).toEqual(
        rows.map((_, index) => ['duplicate', index === rowIndex ? first : one]),
      )
    },
  )

  test('are planned and changed at once, however many they are', async () => {
    const many = await plan(Array.from({ length: 5000 }, () => ['A', 'DB']))
    expect(many.counts).toMatchObject({ create: 1, duplicate: 4999 })
    const contradicted = changeRow(many, 4999, { target: 'BUILT' })
    expect(contradicted.counts).toMatchObject({ create: 0, duplicate: 5000 })
  })

  test('are free again as soon as one of them is changed', async () => {
    const before = await plan([
      ['A', 'DB'],
      ['A', 'BUILT'],
    ])
    const after = changeRow(before, 1, { key: 'B' })
    expect(verdictsOf(after)).toEqual(['create', 'create'])
    expect(after.counts).toMatchObject({ create: 2, duplicate: 0 })
    expect(verdictsOf(changeRow(after, 0, { key: 'B' }))).toEqual(['duplicate', 'duplicate'])
  })
})

test('a row that could not be read becomes one when it is filled in', async () => {
  const broken = await makePlan([inputRow(1, 'A', '', { problem: 'No target.' })], list, atOnce, {
    owner,
  })
  expect(broken.rows).toMatchObject([{ verdict: 'invalid', reason: 'No target.' }])
  expect(verdictsOf(changeRow(broken, 0, { target: 'DB' }))).toEqual(['create'])
})

test('a name that is advised against is sent once somebody agrees', async () => {
  expect(verdictsOf(changeRow(await plan([['1ST', 'DB']]), 0, { agreed: true }))).toEqual([
    'create',
  ])
})

test('all names that are advised against can be agreed to at once', async () => {
  const agreed = agreeToAll(
    await plan([
      ['1ST', 'DB'],
      ['A B', 'DB'],
      ['__A', 'DB'],
    ]),
  )
  expect(verdictsOf(agreed)).toEqual(['create', 'invalid', 'create'])
  expect(agreed.counts).toMatchObject({ create: 2, invalid: 1, confirm: 0 })
})

test('a plan that was changed row by row is the plan of the changed rows', async () => {
  const key = fc.constantFrom('A', 'B', 'OLD', '1ST', 'BAD KEY')
  const target = fc.constantFrom('DB', 'BUILT', 'TWICE', 'NOWHERE')
  const pair = fc.tuple(key, target)
  const change = fc.record({ rowIndex: fc.nat(7), key, target })
  await fc.assert(
    fc.asyncProperty(
      fc.array(pair, { minLength: 1, maxLength: 8 }),
      fc.array(change),
      async (pairs, changes) => {
        let changed = await plan(pairs)
        for (const { rowIndex, ...fields } of changes)
          changed = changeRow(changed, rowIndex, fields)
        const afresh = await plan(changed.rows.map((row) => [row.key, row.target]))
        expect(changed.rows).toEqual(afresh.rows)
        expect(changed.counts).toEqual(afresh.counts)
        expect(Object.values(changed.counts).reduce((sum, each) => sum + each)).toBe(pairs.length)
      },
    ),
  )
})

test('a rule replaces first, takes signs literally, and adds both ends', () => {
  const rule = { prefix: 'APP_', suffix: '_V2', find: 'DB', replacement: '$&' }
  expect(nameByRule(rule, 'DB_DB')).toBe('APP_$&_$&_V2')
  expect(nameByRule(emptyRule, 'DB')).toBe('DB')
})

test.each([
  [0, 'less than a minute'],
  [400, 'less than a minute'],
  [1000, 'about 3 min'],
  [1001, 'about 1 h 1 min'],
  [3000, 'about 2 h 3 min'],
])('%i calls take %s', (calls, said) => expect(sayDuration(estimateSeconds(calls))).toBe(said))
