import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { environmentOwner, serviceOwner } from '../../../qovery/owner'
import type { SecretCalls } from '../../../qovery/secret-calls'
import { testId } from '../../../qovery/test-secrets'
import { asStored } from '../../operations/result'
import {
  lie,
  operationOf as testOperationOf,
  operations,
  scenario,
  serverFor,
  type State,
} from '../../operations/test-truth'
import { createControl } from './control'
import { jobRow, recover, type Job, type JobRow } from './job'
import { retryRows, undoRows } from './prepare-rows'
import { madeOperation } from './row-steps'
import { runJob } from './run-job'
import { sampleRow } from './sample-row'

// A row of a job is an operation: what is told of it is held against what the server knows to be so, as it is of one that
// is sent by itself, and through all that only a job goes through.

const job: Job = {
  id: operations.create.id,
  projectId: operations.create.owner.id,
  upstream: '',
  startedAt: 0,
  task: 'create',
  state: 'running',
}

const tasks = {
  create: () =>
    sampleRow({
      key: operations.create.request.key,
      description: 'new',
      secretId: operations.create.secretId,
    }),
  undo: () => {
    const { seen } = operations.delete
    return sampleRow({
      kind: 'delete',
      key: seen.key,
      secretId: seen.aliased_secret?.id ?? null,
      aliasId: seen.id,
    })
  },
}
type Task = keyof typeof tasks

const jobFate = fc.record({
  commits: fc.constantFrom('at once', 'late', 'never'),
  answer: fc.constantFrom(
    'proper',
    'twice',
    'lost',
    'lost',
    'broken',
    'odd',
    'error',
    'refused',
    'unsent',
    'busy',
    'token',
  ),
})
const proper = { commits: 'at once', answer: 'proper' } as const

/** What befalls a job: at the end somebody always answers, or it would wait for ever. */
const befalls = scenario.chain((drawn) =>
  fc.array(jobFate, { maxLength: 6 }).map((fates) =>
    Object.assign(drawn, {
      fates: [...fates, ...Array.from({ length: 12 }, () => proper)],
      looks: [...drawn.looks, 'read' as const],
    }),
  ),
)
type Befallen = typeof befalls extends fc.Arbitrary<infer Value> ? Value : never

interface Story {
  task: Task
  drawn: Befallen
  /** After how many calls somebody cancels it. */
  cancelAfter?: number
  /** After how many calls the page dies; then another one goes on. */
  dieAfter?: number
}

const live = async ({ task, drawn, cancelAfter, dieAfter }: Story) => {
  const operation = testOperationOf(task === 'create' ? 'create' : 'delete', drawn)
  const { client, state } = serverFor(operation, drawn)
  let rows: JobRow[] = [{ ...tasks[task](), owner: drawn.owner }]
  let now = operation.agreedAt

  const run = async (deathAt?: number) => {
    let calls = 0
    const journal = new Map(rows.map((row) => [row.place, z.parse(jobRow, asStored(row))]))
    const clock = {
      now: () => now,
      sleep: async (milliseconds: number) => {
        now += milliseconds
        await Promise.resolve()
      },
    }
    const control = createControl(clock, () => {
      if (control.hold()?.kind === 'token') void Promise.resolve().then(control.resume)
    })
    const counted =
      <Given extends unknown[], Answer>(call: (...given: Given) => Promise<Answer>) =>
      async (...given: Given) => {
        const answered = await call(...given).then(
          (answer) => () => answer,
          (error: unknown) => () => {
            throw error
          },
        )
        calls += 1
        if (calls === cancelAfter) control.cancel()
        if (calls === deathAt) throw new Error('died')
        return answered()
      }
    const { listSecrets, createSecretAlias, editSecret, deleteSecret } = client
    const tried: SecretCalls = {
      listSecrets: counted(listSecrets),
      createSecretAlias: counted(createSecretAlias),
      editSecret,
      deleteSecret: counted(deleteSecret),
    }
    const isDead = await runJob({
      job: { ...job, task },
      rows,
      client: tried,
      save: async (saved) => {
        for (const row of saved) journal.set(row.place, z.parse(jobRow, asStored(row)))
        await Promise.resolve()
      },
      clock,
      control,
      onChange: () => {},
      onCheck: () => {},
      onAnswer: () => {},
    }).then(
      () => false,
      () => true,
    )
    if (isDead) rows = [...journal.values()].map(recover)
  }

  if (dieAfter !== undefined) await run(dieAfter)
  await run()
  const [row] = rows
  if (row === undefined) throw new Error('a row was lost')
  return { row, state, run, change: (next: JobRow[]) => (rows = next), rows: () => rows }
}

/** Why what is told of a row is not so; undefined where it is. */
const rowLie = (row: JobRow, state: State): string | undefined => {
  const { result } = row
  if (row.state !== 'ended' || result === null) return 'it has not ended'
  if (row.unlisted === 'missing') return isThere(row.aliasId, state) ? 'it was there' : undefined
  const operation = madeOperation(job, row)
  const isDone = state.committed.length + state.pending > 0
  // What a job sends was refused for sure before the list says that it must not be sent.
  if (result.kind === 'stale' && !result.sent && result.why !== 'gone')
    return isDone ? 'it was done' : undefined
  if (result.kind === 'stale' && row.kind === 'delete')
    return isThere(row.aliasId, state) ? 'it was there' : undefined
  // What a list had once, somebody may have deleted before the last one.
  const isListed = result.kind === 'done' && result.by === 'list' && row.kind === 'create'
  if (isListed || (result.kind === 'conflict' && result.isSame))
    return state.everRead.some(({ key, target }) => key === row.key && target === row.secretId)
      ? undefined
      : 'there was nothing of the kind'
  return lie(operation, result, state)
}

// What is gone does not come back under its id.
const isThere = (id: string | null, { entries }: State) => entries.some((entry) => entry.id === id)

const runs = { numRuns: 150 }

describe.each(['create', 'undo'] as const)('a job that is to %s:', (task) => {
  test('whatever the server does, what is told of a row is so', async () => {
    await fc.assert(
      fc.asyncProperty(befalls, async (drawn) => {
        const { row, state } = await live({ task, drawn })
        expect(rowLie(row, state)).toBeUndefined()
        expect(state.committed.length).toBeLessThanOrEqual(1)
      }),
      runs,
    )
  })

  test('the same where somebody cancels it at any time', async () => {
    await fc.assert(
      fc.asyncProperty(befalls, fc.integer({ min: 1, max: 8 }), async (drawn, cancelAfter) => {
        const { row, state } = await live({ task, drawn, cancelAfter })
        expect(rowLie(row, state)).toBeUndefined()
      }),
      runs,
    )
  })

  test('the same where the page dies at any time and another one goes on', async () => {
    await fc.assert(
      fc.asyncProperty(befalls, fc.integer({ min: 1, max: 8 }), async (drawn, dieAfter) => {
        const { row, state } = await live({ task, drawn, dieAfter })
        expect(rowLie(row, state)).toBeUndefined()
      }),
      runs,
    )
  })

  test('the same where it is retried, and where it is undone', async () => {
    await fc.assert(
      fc.asyncProperty(befalls, async (drawn) => {
        const { state, run, change, rows } = await live({ task, drawn, cancelAfter: 3 })
        change(retryRows(task, rows()))
        const changed = rows().some((row) => row.state !== 'ended')
        if (changed) await run()
        for (const row of rows()) expect(rowLie(row, state)).toBeUndefined()
        expect(undoRows(rows()).every((row) => row.key !== '')).toBe(true)
      }),
      runs,
    )
  })

  test('each result is come to that there can be', async () => {
    const seen = new Set<string | undefined>()
    await fc.assert(
      fc.asyncProperty(befalls, async (drawn) => {
        seen.add((await live({ task, drawn })).row.result?.kind)
      }),
      { numRuns: 300, seed: 3 },
    )
    const never = task === 'create' ? ['cancelled'] : ['cancelled', 'conflict']
    const all = ['done', 'refused', 'conflict', 'stale', 'unconfirmed', 'unknown', 'cancelled']
    expect(seen).toEqual(new Set(all.filter((kind) => !never.includes(kind))))
  })
})

test('what was in a lost call’s way, and is gone by the last list, makes nothing certain', async () => {
  const drawn: Befallen = {
    owner: serviceOwner(environmentOwner(job.projectId, testId(91)), {
      kind: 'helm',
      id: testId(93),
    }),
    fates: [{ commits: 'at once', answer: 'lost' }],
    looks: ['read', 'read', 'unread', ...Array.from({ length: 12 }, () => 'read' as const)],
    meddling: [
      'rename',
      'make the same further out',
      'add a dependent',
      'delete',
      'make the same',
      'delete the target',
    ],
    oddities: ['none', 'keyless', 'scopeless', 'none'],
  }
  const { row, state } = await live({ task: 'create', drawn, dieAfter: 5 })
  expect(row.result?.kind).toBe('unconfirmed')
  expect(rowLie(row, state)).toBeUndefined()
})
