import { expect, test } from 'vitest'
import { ApiError } from '../../qovery/errors'
import type { Secret } from '../../qovery/schema'
import { linkTo, testList, testSecret } from '../../qovery/test-secrets'
import type { RepointRun } from '../outcome/repoint'
import type { RepointPlan } from '../outcome/repoint-plan'
import { repointRuns } from './repoint-run'

const id = (last: number) => `00000000-0000-4000-8000-${String(last).padStart(12, '0')}`
const refused = new ApiError({ kind: 'http', sent: true, status: 403 })

const secret = (last: number, key: string, fields: Partial<Secret> = {}): Secret =>
  testSecret({ id: id(last), key, ...fields })
const [source, target, other] = [secret(1, 'SOURCE'), secret(2, 'TARGET'), secret(3, 'OTHER')]
const aliasOf = (last: number, key: string, of: Secret) =>
  secret(last, key, { variable_type: 'ALIAS', aliased_secret: linkTo(of) })
const [first, second] = [aliasOf(4, 'FIRST', source), aliasOf(5, 'SECOND', source)]

const planOf = (alias: Secret, fields: Partial<RepointPlan> = {}): RepointPlan => ({
  projectId: id(90),
  alias,
  from: { id: source.id, key: source.key },
  to: { id: target.id, key: target.key },
  stage: 'deleting',
  submissionId: null,
  ...fields,
})
/** Deleted, and the tab was gone before it was made again. */
const cutOff = (alias: Secret) => planOf(alias, { stage: 'creating', submissionId: id(80) })

interface Stand {
  aliases?: Secret[]
  left?: RepointPlan[]
  /** Keys of which no alias can be made. */
  refusedKeys?: string[]
  /** Another tab is at it. */
  isTaken?: boolean
  isLoaded?: boolean
  /** When what is drawn has been seen; at once unless said otherwise. */
  onceSeen?: (act: () => void) => void
}

const standWith = (stand: Stand) => {
  const { aliases = [], refusedKeys = [], isTaken = false, isLoaded = true } = stand
  const { onceSeen = (act) => act() } = stand
  const records = new Map((stand.left ?? []).map((plan) => [plan.alias.id, plan]))
  const project = { list: [source, target, other, ...aliases], sent: 0 }
  let ids = 200
  const newId = () => id((ids += 1))
  const client: RepointRun['client'] = {
    listProjectSecrets: async () => testList([...project.list]),
    deleteSecret: async ({ secretId }) => {
      project.sent += 1
      project.list = project.list.filter((each) => each.id !== secretId)
    },
    createSecretAlias: async ({ secretId }, request) => {
      project.sent += 1
      if (refusedKeys.includes(request.key)) throw refused
      const of = project.list.find((each) => each.id === secretId)
      if (of === undefined) throw refused
      const made = { ...aliasOf(0, request.key, of), id: newId() }
      project.list.push(made)
      return made
    },
  }
  const runs = repointRuns({
    left: {
      read: () => [...records.values()],
      write: (plan) => void records.set(plan.alias.id, plan),
      clear: (plan) => void records.delete(plan.alias.id),
      aliasOf: (name) => name,
    },
    loadClient: async () => {
      if (!isLoaded) throw refused
      return client
    },
    alone: async (act) => {
      if (isTaken) return false
      await act()
      return true
    },
    clock: { now: () => 0, sleep: () => Promise.resolve() },
    newId,
    onceSeen,
    onChange: () => undefined,
  })
  const left = () => [...records.values()].map(({ alias }) => alias.key)
  const targetOf = (key: string) =>
    project.list.find((each) => each.key === key)?.aliased_secret?.key
  const endedOf = () => runs.read().ended.map(({ plan, ended }) => [plan.alias.key, ended.kind])
  return { runs, project, records, left, targetOf, endedOf }
}

test('the plan of one alias outlives the re-pointing of another, and goes on after it', async () => {
  const { runs, left, targetOf, endedOf } = standWith({ aliases: [second], left: [cutOff(first)] })
  await runs.start(planOf(second))
  expect(targetOf('SECOND')).toBe('TARGET')
  expect(left()).toEqual(['FIRST'])
  expect(runs.read().left).toEqual([cutOff(first)])
  await runs.start(cutOff(first))
  expect(targetOf('FIRST')).toBe('TARGET')
  expect(left()).toEqual([])
  expect(endedOf()).toEqual([
    ['FIRST', 'repointed'],
    ['SECOND', 'repointed'],
  ])
})

test('an alias that cannot be made again stays remembered while others are re-pointed', async () => {
  const { runs, left, endedOf } = standWith({ aliases: [first, second], refusedKeys: ['FIRST'] })
  await runs.start(planOf(first))
  await runs.start(planOf(second))
  expect(left()).toEqual(['FIRST'])
  expect(endedOf()).toEqual([
    ['SECOND', 'repointed'],
    ['FIRST', 'missing'],
  ])
})

test('an alias that is re-pointed anew takes the place of the plan that was left of it', async () => {
  const earlier = planOf(first, { submissionId: id(80) })
  const { runs, left, targetOf } = standWith({ aliases: [first], left: [earlier] })
  await runs.start(planOf(first, { to: { id: other.id, key: other.key } }))
  expect(targetOf('FIRST')).toBe('OTHER')
  expect(left()).toEqual([])
})

test.each([planOf(first, { submissionId: id(80) }), cutOff(first)])(
  'an alias that the plan left of it had deleted is made again by the one in its place',
  async (earlier) => {
    const { runs, left, targetOf } = standWith({ left: [earlier] })
    await runs.start(planOf(first, { to: { id: other.id, key: other.key } }))
    expect(targetOf('FIRST')).toBe('OTHER')
    expect(left()).toEqual([])
  },
)

test.each([
  ['another tab is at it', { isTaken: true }, 'busy'],
  ['a part of the page is missing', { isLoaded: false }, 'not-loaded'],
] satisfies [string, Stand, string][])(
  'nothing is sent and nothing forgotten where %s',
  async (_, stand, why) => {
    const { runs, project, left } = standWith({ ...stand, left: [cutOff(first)] })
    expect(await runs.start(cutOff(first))).toBe(why)
    expect(project.sent).toBe(0)
    expect(left()).toEqual(['FIRST'])
    expect(runs.read().busy).toBeUndefined()
  },
)

test('one at a time is under way in a tab', async () => {
  const { runs, targetOf } = standWith({ aliases: [first, second] })
  const begun = runs.start(planOf(first))
  expect(await runs.start(planOf(second))).toBe('busy')
  expect(runs.read().busy?.plan.alias.key).toBe('FIRST')
  expect(await begun).toBeUndefined()
  expect([targetOf('FIRST'), targetOf('SECOND')]).toEqual(['TARGET', 'SOURCE'])
})

test('forgetting a plan leaves the others', async () => {
  const { runs, left } = standWith({ left: [cutOff(first), cutOff(second)] })
  expect(await runs.forget(cutOff(first))).toBe(true)
  expect(left()).toEqual(['SECOND'])
  expect(runs.read().left).toEqual([cutOff(second)])
})

test('a plan that another tab may be at is not forgotten', async () => {
  const { runs, left } = standWith({ left: [cutOff(first)], isTaken: true })
  expect(await runs.forget(cutOff(first))).toBe(false)
  expect(left()).toEqual(['FIRST'])
  // Of one that has come to an end there is nothing that could be lost.
  expect(await runs.forget(planOf(second))).toBe(true)
})

test('what another tab did about an alias is newer than what this one knows of it', async () => {
  const { runs, records, endedOf } = standWith({
    aliases: [first, second],
    refusedKeys: ['FIRST', 'SECOND'],
  })
  await runs.start(planOf(first))
  await runs.start(planOf(second))
  let changes = 0
  runs.subscribe(() => (changes += 1))
  records.delete(first.id)
  runs.heard(first.id)
  expect(endedOf()).toEqual([['SECOND', 'missing']])
  expect(runs.read().left.map(({ alias }) => alias.key)).toEqual(['SECOND'])
  runs.heard(null)
  expect(endedOf()).toEqual([['SECOND', 'missing']])
  expect(changes).toBe(2)
})

test('what has ended is remembered until it was seen, and is not shown as cut off meanwhile', async () => {
  const seen: (() => void)[] = []
  const { runs, left } = standWith({ aliases: [first], onceSeen: (act) => seen.push(act) })
  await runs.start(planOf(first))
  expect(left()).toEqual(['FIRST'])
  expect(runs.read().left).toEqual([])
  runs.hide(planOf(first))
  expect(runs.read()).toEqual({ busy: undefined, ended: [], left: [] })
  expect(left()).toEqual(['FIRST'])
  for (const act of seen) act()
  expect(left()).toEqual([])
})

test('what somebody dismisses was seen', async () => {
  const { runs, left, endedOf } = standWith({ aliases: [first], onceSeen: () => undefined })
  await runs.start(planOf(first))
  expect(left()).toEqual(['FIRST'])
  expect(await runs.forget(planOf(first))).toBe(true)
  expect([left(), endedOf()]).toEqual([[], []])
})

test('a plan that is begun after one of the same alias is not forgotten along with that', async () => {
  const seen: (() => void)[] = []
  const stand: Stand = {
    aliases: [first],
    refusedKeys: ['FIRST'],
    onceSeen: (act) => seen.push(act),
  }
  const { runs, project, left } = standWith(stand)
  // Nothing was deleted: the target is gone.
  project.list = project.list.filter(({ key }) => key !== 'TARGET')
  await runs.start(planOf(first))
  await runs.start(planOf(first, { to: { id: other.id, key: other.key } }))
  expect(runs.read().ended.map(({ ended }) => ended.kind)).toEqual(['missing'])
  for (const act of seen) act()
  expect(left()).toEqual(['FIRST'])
})

test('a fault of ours leaves the plan, and the way to go on', async () => {
  const { runs, project, left } = standWith({ aliases: [first] })
  const fault = new TypeError('a fault')
  Object.defineProperty(project, 'list', {
    get: () => {
      throw fault
    },
  })
  await runs.start(cutOff(first))
  expect(runs.read().busy).toBeUndefined()
  expect(left()).toEqual(['FIRST'])
})
