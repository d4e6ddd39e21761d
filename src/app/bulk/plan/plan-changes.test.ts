import { describe, expect, test } from 'vitest'
import { environmentOwner, projectOwner } from '../../../qovery/owner'
import type { Secret } from '../../../qovery/schema'
import { linkTo, testId, testList, testSecret } from '../../../qovery/test-secrets'
import { callsOfChanges } from './estimate'
import { planChanges, type WantedChange } from './plan-changes'

const owner = projectOwner(testId(90))
const [database, other] = [
  testSecret({ id: testId(1), key: 'DB' }),
  testSecret({ id: testId(2), key: 'OTHER', owned_by: 'DOPPLER' }),
]
const aliasOf = (number: number, target: Secret, fields: Partial<Secret> = {}) =>
  testSecret({
    id: testId(number),
    key: `ALIAS_${number}`,
    variable_type: 'ALIAS',
    aliased_secret: linkTo(target),
    ...fields,
  })
const [one, two] = [aliasOf(3, database), aliasOf(4, other)]
const builtIn = testSecret({
  id: testId(5),
  key: 'BUILT',
  scope: 'BUILT_IN',
  variable_type: 'BUILT_IN',
})
const overridden = aliasOf(6, database)
const override = testSecret({
  id: testId(7),
  key: 'ALIAS_6',
  overridden_secret: linkTo(overridden),
})
const all = [database, other, one, two, builtIn]

const plan = (wanted: WantedChange, chosen: readonly Secret[], list: readonly Secret[] = all) =>
  planChanges(wanted, [
    { owner, name: undefined, ids: chosen.map(({ id }) => id), list: testList(list) },
  ])
const saysOf = (...of: Parameters<typeof plan>) =>
  plan(...of).map(({ key, verdict, reason }) => [key, verdict, reason])

describe('a plan of deletions', () => {
  test('says what goes along, and sends nothing for what goes with another row anyway', () => {
    const planned = plan({ kind: 'delete' }, [one, database, two])
    expect(planned.map(({ verdict, reason }) => [verdict, reason])).toEqual([
      ['dependent', 'It goes with DB.'],
      ['send', '1 alias goes with it: ALIAS_3. It cannot be undone.'],
      ['send', ''],
    ])
    expect(planned.map(({ operation }) => operation?.kind)).toEqual([undefined, 'delete', 'delete'])
    expect(planned[1]?.operation).toMatchObject({ seen: database, dependents: [one.id] })
    expect(planned.map(({ canUndo }) => canUndo)).toEqual([false, false, true])
    expect(callsOfChanges(planned)).toBe(4)
  })

  test('says what has the name then, unless that goes as well', () => {
    const environment = environmentOwner(owner.id, testId(91))
    const hiding = testSecret({ id: testId(8), key: 'DB', scope: 'ENVIRONMENT' })
    const of = { owner: environment, name: 'production', list: testList([hiding, database]) }
    const there = { ...of, ids: [hiding.id] }
    const reasons = (chosen: Parameters<typeof planChanges>[1]) =>
      planChanges({ kind: 'delete' }, chosen).map(({ reason }) => reason)
    expect(reasons([there])).toEqual([
      'production then gets the project’s DB. It cannot be undone.',
    ])
    const wider = { owner, name: undefined, ids: [database.id], list: testList([database]) }
    expect(reasons([there, wider])).toEqual(['It cannot be undone.', 'It cannot be undone.'])
    const over = { ...builtIn, key: one.key }
    expect(reasons([{ ...wider, ids: [one.id], list: testList([over, database, one]) }])).toEqual([
      'The project then gets the built-in ALIAS_3.',
    ])
  })

  test('counts what goes along further in, with its place, as far as those lists were read', () => {
    const environment = environmentOwner(owner.id, testId(91))
    const [near, far] = [
      aliasOf(8, database, { scope: 'ENVIRONMENT' }),
      testSecret({
        id: testId(9),
        key: 'FAR',
        scope: 'ENVIRONMENT',
        overridden_secret: linkTo(one),
      }),
    ]
    const below = [{ owner: environment, names: ['staging'], list: testList([...all, near, far]) }]
    const of = { owner, name: undefined, ids: [database.id, two.id], list: testList(all), below }
    const planned = planChanges({ kind: 'delete' }, [of])
    expect(planned.map(({ reason, dependentsIn }) => [reason, dependentsIn])).toEqual([
      [
        '2 aliases and 1 override go with it: ALIAS_3, ALIAS_8 in staging, FAR in staging. It cannot be undone.',
        ['staging', 'staging'],
      ],
      ['', []],
    ])
    expect(planned[0]?.operation).toMatchObject({ dependents: [one.id, near.id, far.id] })
  })

  test('leaves out what cannot be deleted, and what is gone, with the reason', () => {
    expect(saysOf({ kind: 'delete' }, [builtIn, other, one], [builtIn, other])).toEqual([
      ['BUILT', 'cannot', 'Qovery created it, and keeps it as it is.'],
      [
        'OTHER',
        'send',
        'Doppler owns it: its next synchronisation may bring it back. It cannot be undone.',
      ],
      ['', 'cannot', `The list no longer has ${one.id}: somebody deleted it.`],
    ])
  })

  test('asks for each by itself where links lead in a circle', () => {
    const [first, second] = [
      aliasOf(3, testSecret({ id: testId(4) })),
      aliasOf(4, testSecret({ id: testId(3) })),
    ]
    const planned = plan({ kind: 'delete' }, [first, second], [first, second])
    expect(planned.map(({ verdict }) => verdict)).toEqual(['send', 'send'])
  })
})

describe('a plan of re-pointings', () => {
  const wanted: WantedChange = { kind: 'repoint', target: other }

  test('points what is an alias at the target, unless it points there already', () => {
    const planned = plan(wanted, [one, two, database])
    expect(planned.map(({ verdict, target, reason }) => [verdict, target, reason])).toEqual([
      ['send', 'OTHER', ''],
      ['same', 'OTHER', 'It points at OTHER already.'],
      ['cannot', '', 'Only an alias points at something.'],
    ])
    expect(planned[0]?.operation).toMatchObject({
      kind: 'repoint',
      seen: one,
      from: { id: database.id },
      to: { id: other.id },
    })
    expect(callsOfChanges(planned)).toBe(3)
  })

  test('leaves out what others depend on, what points at nothing known, and what does not see the target', () => {
    const orphan = { ...aliasOf(8, database), aliased_secret: null }
    expect(saysOf(wanted, [overridden, orphan], [...all, overridden, override, orphan])).toEqual([
      [
        'ALIAS_6',
        'cannot',
        'Others depend on it, and would go when it is deleted to be made again.',
      ],
      ['ALIAS_8', 'cannot', expect.stringMatching(/^What it points at is not known/)],
    ])
    const narrow = testSecret({ id: testId(9), key: 'NARROW', scope: 'ENVIRONMENT' })
    expect(saysOf({ kind: 'repoint', target: narrow }, [one])).toEqual([
      ['ALIAS_3', 'cannot', expect.stringMatching(/narrower than the project/)],
    ])
    expect(saysOf(wanted, [one], [database, one])).toEqual([
      ['ALIAS_3', 'cannot', 'OTHER cannot be seen from where this alias is.'],
    ])
  })

  test('sends nothing as long as no target is chosen', () => {
    const planned = plan({ kind: 'repoint', target: undefined }, [one, database])
    expect(planned.map(({ verdict, operation }) => [verdict, operation])).toEqual([
      ['send', undefined],
      ['cannot', undefined],
    ])
  })
})

test('a plan of descriptions keeps the keys, and leaves what has the same as it is', () => {
  const told = testSecret({ id: testId(9), key: 'TOLD', description: 'about' })
  const planned = plan({ kind: 'edit', description: 'about' }, [one, told], [...all, told])
  expect(planned.map(({ verdict }) => verdict)).toEqual(['send', 'same'])
  expect(planned[0]?.operation).toMatchObject({
    kind: 'edit',
    key: 'ALIAS_3',
    description: 'about',
  })
  expect(saysOf({ kind: 'edit', description: null }, [one])).toEqual([
    ['ALIAS_3', 'same', 'It has this description already.'],
  ])
})

test('where one owner’s list could not be read, its rows are left out with that reason, and the others planned', () => {
  const environment = environmentOwner(owner.id, testId(91))
  const narrow = testSecret({ id: testId(9), key: 'NARROW', scope: 'ENVIRONMENT' })
  const planned = planChanges({ kind: 'delete' }, [
    { owner, name: undefined, ids: [two.id], list: testList(all) },
    {
      owner: environment,
      name: 'staging',
      ids: [narrow.id, testId(10)],
      list: testList([narrow]),
      isUnread: true,
    },
  ])
  const reason = 'The environment’s list could not be read, so nothing is sent about it.'
  expect(planned.map((row) => [row.key, row.verdict, row.reason, row.operation?.kind])).toEqual([
    ['ALIAS_4', 'send', '', 'delete'],
    ['NARROW', 'cannot', reason, undefined],
    ['', 'cannot', reason, undefined],
  ])
})

test('each row is judged by the list of whose it is', () => {
  const environment = environmentOwner(owner.id, testId(91))
  const narrow = testSecret({ id: testId(9), key: 'NARROW', scope: 'ENVIRONMENT' })
  const planned = planChanges({ kind: 'delete' }, [
    { owner, name: undefined, ids: [two.id], list: testList(all) },
    { owner: environment, name: 'staging', ids: [narrow.id], list: testList([...all, narrow]) },
  ])
  expect(planned.map(({ where, operation }) => [where, operation?.owner])).toEqual([
    [undefined, owner],
    ['staging', environment],
  ])
})
