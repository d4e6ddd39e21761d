import { expect, test } from 'vitest'
import * as z from 'zod/mini'
import { ApiError, type ApiErrorFields } from '../../../qovery/errors'
import { projectOwner } from '../../../qovery/owner'
import type { Secret } from '../../../qovery/schema'
import type { SecretCalls } from '../../../qovery/secret-calls'
import { linkTo, testId, testList, testSecret } from '../../../qovery/test-secrets'
import { asStored } from '../../operations/result'
import { planChanges, type WantedChange } from '../plan/plan-changes'
import { countRows, outcomeOf } from '../report/count-rows'
import { endWords } from '../report/end-words'
import { rowsOfChanges } from './change-rows'
import { createControl, type Control } from './control'
import { jobRow, recover, type Job, type JobRow } from './job'
import { retryRows, undoRows } from './prepare-rows'
import { runJob } from './run-job'

const owner = projectOwner(testId(90))
const [database, other] = [
  testSecret({ id: testId(1), key: 'DB' }),
  testSecret({ id: testId(2), key: 'OTHER' }),
]
const aliases = [11, 12, 13, 14, 15, 16].map((number) =>
  testSecret({
    id: testId(number),
    key: `ALIAS_${number}`,
    variable_type: 'ALIAS',
    aliased_secret: linkTo(database),
  }),
)

type Call = 'create' | 'edit' | 'delete' | 'list'
const faults = {
  busy: { kind: 'http', sent: true, status: 429, retryAfter: '900' },
  unnamed: { kind: 'http', sent: true, status: 503 },
  token: { kind: 'http', sent: true, status: 401 },
  forbidden: { kind: 'http', sent: true, status: 403 },
  unreachable: { kind: 'http', sent: false, status: 502 },
  broken: { kind: 'http', sent: true, status: 500 },
  lost: { kind: 'network', sent: true },
} satisfies Record<string, ApiErrorFields>

/** A project whose calls fail by script, the first ones of each kind first. */
const createProject = (script: Partial<Record<Call, (keyof typeof faults | undefined)[]>> = {}) => {
  let secrets: Secret[] = [database, other, ...aliases]
  let made = 100
  let now = 1_000_000
  const calls: Call[] = []
  const call = async <Answer>(kind: Call, act: () => Answer): Promise<Answer> => {
    calls.push(kind)
    await Promise.resolve()
    const fault = script[kind]?.shift()
    if (fault !== undefined && fault !== 'lost') throw new ApiError(faults[fault])
    const answer = act()
    if (fault !== undefined) throw new ApiError(faults[fault])
    return answer
  }
  const found = (id: string) => {
    const secret = secrets.find((each) => each.id === id)
    if (secret === undefined) throw new ApiError({ kind: 'http', sent: true, status: 404 })
    return secret
  }
  const client: SecretCalls = {
    listSecrets: () => call('list', () => testList(secrets)),
    createSecretAlias: (
      { secretId },
      { key, description = null, enable_interpolation_in_file = null },
    ) =>
      call('create', () => {
        const alias = testSecret({
          id: testId((made += 1)),
          key,
          description,
          enable_interpolation_in_file,
          variable_type: 'ALIAS',
          aliased_secret: linkTo(found(secretId)),
        })
        secrets = [...secrets, alias]
        return alias
      }),
    editSecret: ({ secretId }, { key, description = null }) =>
      call('edit', () => {
        const edited = { ...found(secretId), key, description }
        secrets = secrets.map((each) => (each.id === secretId ? edited : each))
        return edited
      }),
    deleteSecret: ({ secretId }) =>
      call('delete', () => {
        found(secretId)
        secrets = secrets.filter(
          ({ id, aliased_secret: target }) => id !== secretId && target?.id !== secretId,
        )
      }),
  }
  return {
    client,
    calls,
    clock: {
      now: () => now,
      // As long as nothing cancels it.
      sleep: (milliseconds: number) => {
        now += milliseconds
        return Promise.resolve()
      },
    },
    get secrets() {
      return secrets
    },
    set secrets(next) {
      secrets = next
    },
  }
}
type Project = ReturnType<typeof createProject>

const jobOf = (change: NonNullable<Job['change']>): Job => ({
  id: testId(80),
  projectId: owner.id,
  upstream: '',
  startedAt: 1,
  task: 'change',
  change,
  state: 'running',
})

const rowsFor = (wanted: WantedChange, chosen: readonly Secret[], project: Project) =>
  rowsOfChanges(
    jobOf(wanted.kind),
    planChanges(wanted, [
      {
        owner,
        name: undefined,
        ids: chosen.map(({ id }) => id),
        list: testList(project.secrets),
      },
    ]),
  )

const stored = (rows: readonly JobRow[]) => rows.map((row) => z.parse(jobRow, asStored(row)))

const run = async (
  job: Job,
  given: readonly JobRow[],
  project: Project,
  onChange: (control: Control) => void = () => undefined,
) => {
  const rows = stored(given)
  const control = createControl(project.clock, () => undefined)
  await runJob({
    job,
    rows,
    client: project.client,
    save: () => Promise.resolve(),
    clock: project.clock,
    control,
    onChange: () => onChange(control),
    onCheck: () => undefined,
    onAnswer: () => undefined,
  })
  return rows
}

const outcomesOf = (rows: readonly JobRow[]) => rows.map(outcomeOf)
const targetsOf = ({ secrets }: Project) =>
  secrets.flatMap(({ aliased_secret: target }) => target?.key ?? []).toSorted()
const toOther: WantedChange = { kind: 'repoint', target: other }

test('aliases are re-pointed, each judged by a list of its own, and pointed back by the undo', async () => {
  const project = createProject()
  const job = jobOf('repoint')
  const rows = await run(job, rowsFor(toOther, aliases, project), project)
  expect(new Set(outcomesOf(rows))).toEqual(new Set(['re-pointed']))
  expect(targetsOf(project)).toEqual(aliases.map(() => 'OTHER'))
  expect(project.calls.filter((kind) => kind === 'list')).toHaveLength(aliases.length)
  const counts = countRows(rows, job.task)
  expect(counts.made).toBe(aliases.length)
  expect(endWords(job, counts)).toMatchObject({ tone: 'ok', title: '6 re-pointed' })

  const undo = { ...job, task: 'undo' as const }
  const undone = await run(undo, undoRows(stored(rows)), project)
  expect(targetsOf(project)).toEqual(aliases.map(() => 'DB'))
  expect(endWords(undo, countRows(undone, 'undo'))).toEqual({
    tone: 'ok',
    title: '6 changes undone',
    text: 'Everything is as it was before.',
  })
})

test('descriptions are saved, and the former ones come back by the undo', async () => {
  const project = createProject()
  project.secrets = project.secrets.map((each) => ({ ...each, description: `of ${each.key}` }))
  const before = project.secrets
  const wanted: WantedChange = { kind: 'edit', description: 'for all' }
  const rows = await run(jobOf('edit'), rowsFor(wanted, project.secrets, project), project)
  expect(new Set(project.secrets.map(({ description }) => description))).toEqual(
    new Set(['for all']),
  )
  await run({ ...jobOf('edit'), task: 'undo' }, undoRows(rows), project)
  expect(project.secrets).toEqual(before)
})

test('deletions take back what they can: aliases, and nothing that had a value', async () => {
  const project = createProject()
  const job = jobOf('delete')
  const chosen = [other, ...aliases.slice(0, 2)]
  const rows = await run(job, rowsFor({ kind: 'delete' }, chosen, project), project)
  expect(outcomesOf(rows)).toEqual(['deleted', 'deleted', 'deleted'])
  expect(countRows(rows, job.task).made).toBe(2)
  const undo = { ...job, task: 'undo' as const }
  const undone = await run(undo, undoRows(rows), project)
  expect(outcomesOf(undone)).toEqual(['deleted', 'undone', 'undone'])
  expect(endWords(undo, countRows(undone, 'undo'))).toEqual({
    tone: 'ok',
    title: '2 changes undone',
    text: '1 row was nothing that an undo takes back.',
  })
})

test('what is no longer what was agreed to is left alone', async () => {
  const project = createProject()
  const [first, second, third] = aliases
  if (first === undefined || second === undefined || third === undefined) throw new Error()
  const rows = rowsFor({ kind: 'delete' }, [database, other, first, second], project)
  expect(outcomesOf(rows)).toEqual(['waiting', 'waiting', 'left out', 'left out'])
  expect(countRows(rows, 'change').made).toBe(0)
  // Since the plan, DB got one more alias, and OTHER went.
  project.secrets = [
    ...project.secrets.filter(({ id }) => id !== other.id),
    { ...third, id: testId(50), key: 'LATER' },
  ]
  const ended = await run(jobOf('delete'), rows, project)
  expect(outcomesOf(ended).slice(0, 2)).toEqual(['not deleted', 'gone already'])
  expect(project.calls).not.toContain('delete')
})

test('a busy server is waited for, a refused token paused for, and a dead line tried again', async () => {
  for (const fault of ['busy', 'token', 'unreachable'] as const) {
    for (const kind of ['list', 'delete'] as const) {
      const project = createProject({ [kind]: [fault, fault, fault, fault, fault] })
      const rows = rowsFor({ kind: 'delete' }, aliases, project)
      const ended = await run(jobOf('delete'), rows, project, (control) => {
        if (control.hold()?.kind === 'token') control.resume()
      })
      expect(new Set(outcomesOf(ended))).toEqual(new Set(['deleted']))
      expect(project.secrets).toHaveLength(2)
    }
  }
})

test('a list that answers with nothing but errors is asked for again after a while, not at once', async () => {
  const project = createProject({ list: Array.from({ length: 12 }, () => 'broken' as const) })
  const begun = project.clock.now()
  const ended = await run(jobOf('delete'), rowsFor({ kind: 'delete' }, aliases, project), project)
  expect(new Set(outcomesOf(ended))).toEqual(new Set(['deleted']))
  expect(project.clock.now() - begun).toBeGreaterThan(1000)
})

test('a lost answer is found out by the list, and a refusal ends its row alone', async () => {
  const project = createProject({ delete: ['lost', 'forbidden'] })
  const rows = rowsFor({ kind: 'delete' }, aliases.slice(0, 3), project)
  const ended = await run(jobOf('delete'), rows, project)
  expect(outcomesOf(ended).toSorted()).toEqual(['deleted', 'deleted', 'refused'])
  const again = await run(jobOf('delete'), retryRows('change', ended), project)
  expect(new Set(outcomesOf(again))).toEqual(new Set(['deleted']))
})

test('a re-pointing that a crash cut off goes on where it was, and makes nothing twice', async () => {
  const project = createProject()
  const job = jobOf('repoint')
  let crashed: JobRow[] | undefined
  const rows = stored(rowsFor(toOther, aliases.slice(0, 1), project))
  const { client } = project
  const dies = new Error('the page is gone')
  await expect(
    runJob({
      job,
      rows,
      client: {
        ...client,
        createSecretAlias: () => {
          crashed = stored(rows)
          throw dies
        },
      },
      save: () => Promise.resolve(),
      clock: project.clock,
      control: createControl(project.clock, () => undefined),
      onChange: () => undefined,
      onCheck: () => undefined,
      onAnswer: () => undefined,
    }),
  ).rejects.toBe(dies)
  expect(targetsOf(project)).toHaveLength(aliases.length - 1)
  const resumed = await run(job, (crashed ?? []).map(recover), project)
  expect(outcomesOf(resumed)).toEqual(['re-pointed'])
  expect(targetsOf(project)).toEqual([...aliases.slice(1).map(() => 'DB'), 'OTHER'])
})

test('an alias that came back after a re-pointing was held up is told as that, and is there once', async () => {
  for (const fault of ['unnamed', 'unreachable', 'forbidden'] as const) {
    const project = createProject({ create: [fault] })
    const rows = rowsFor(toOther, aliases.slice(0, 1), project)
    const ended = await run(jobOf('repoint'), rows, project)
    expect(ended).toMatchObject([{ result: { kind: 'refused', left: 'restored' } }])
    expect(targetsOf(project)).toEqual(aliases.map(() => 'DB'))
    const again = await run(jobOf('repoint'), retryRows('change', ended), project)
    expect(outcomesOf(again)).toEqual(['re-pointed'])
  }
})

test('an alias that a re-pointing left missing is brought back where the job is undone', async () => {
  const project = createProject({ create: ['forbidden', 'forbidden'] })
  const job = jobOf('repoint')
  const ended = await run(job, rowsFor(toOther, aliases.slice(0, 1), project), project)
  expect(outcomesOf(ended)).toEqual(['missing'])
  expect(targetsOf(project)).toHaveLength(aliases.length - 1)
  const undone = await run({ ...job, task: 'undo' }, undoRows(stored(ended)), project)
  expect(undone).toMatchObject([{ result: { kind: 'refused', left: 'restored' } }])
  expect(targetsOf(project)).toEqual(aliases.map(() => 'DB'))
})

test('where one row’s journal breaks, no other row is sent any more', async () => {
  const project = createProject()
  const rows = stored(rowsFor({ kind: 'delete' }, aliases, project))
  let saves = 0
  const dies = new Error('the disk is full')
  const broken = runJob({
    job: jobOf('delete'),
    rows,
    client: project.client,
    save: () => ((saves += 1) === 2 ? Promise.reject(dies) : Promise.resolve()),
    clock: project.clock,
    control: createControl(project.clock, () => undefined),
    onChange: () => undefined,
    onCheck: () => undefined,
    onAnswer: () => undefined,
  })
  await expect(broken).rejects.toBe(dies)
  const sent = project.calls.length
  expect(sent).toBeLessThan(aliases.length * 2)
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect(project.calls).toHaveLength(sent)
})

test('a cancelled job says what was not sent', async () => {
  const project = createProject()
  const rows = rowsFor({ kind: 'delete' }, aliases, project)
  const job = jobOf('delete')
  const ended = await run(job, rows, project, (control) => control.cancel())
  const sent = outcomesOf(ended).filter((outcome) => outcome === 'deleted').length
  expect(sent).toBeLessThan(aliases.length)
  expect(endWords(job, countRows(ended, job.task)).title).toBe(`Cancelled: ${sent} deleted`)
  const again = await run(job, retryRows('change', ended), project)
  expect(new Set(outcomesOf(again))).toEqual(new Set(['deleted']))
})
