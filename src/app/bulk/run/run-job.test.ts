import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { ApiError, type ApiErrorFields } from '../../../qovery/errors'
import type { Unreadable } from '../../../qovery/list'
import type { Owner } from '../../../qovery/owner'
import type { Secret, SecretList } from '../../../qovery/schema'
import { testLink, testList, testSecret } from '../../../qovery/test-secrets'
import type { Clock } from '../../data/clock'
import { asStored } from '../../operations/result'
import type { SecretCalls } from '../../../qovery/secret-calls'
import { outcomeOf } from '../report/count-rows'
import { wordsOfRow } from '../report/row-words'
import { createControl, type Control } from './control'
import { jobRow, recover, type Job, type JobRow } from './job'
import { retryRows, undoRows } from './prepare-rows'
import { sampleRow } from './sample-row'
import { runJob } from './run-job'

const idOf = (kind: string, number: number) =>
  `${kind.padEnd(8, '0')}-0000-4000-8000-${String(number).padStart(12, '0')}`
const targetId = idOf('5', 1)
/** Before any job of these tests, whose time begins at 1970-01-01T00:16:40Z. */
const longAgo = '1970-01-01T00:00:00Z'
const lately = '2024-02-29T12:00:00Z'

const aliasOf = (key: string, more: Partial<Secret> = {}): Secret =>
  testSecret({
    id: idOf('c', 1),
    key,
    created_at: lately,
    updated_at: lately,
    variable_type: 'ALIAS',
    aliased_secret: testLink({ id: targetId }),
    ...more,
  })
const elsewhere = testLink({ id: idOf('5', 2), key: 'OTHER' })

/** Time that passes only when everybody waits for it. */
const createTime = () => {
  let now = 1_000_000
  let sleepers: { at: number; wake: () => void }[] = []
  const clock: Clock = {
    now: () => now,
    sleep: (milliseconds, cancel) =>
      new Promise((resolve) => {
        if (cancel?.aborted === true) return resolve()
        sleepers.push({ at: now + milliseconds, wake: resolve })
        cancel?.addEventListener('abort', () => resolve())
      }),
  }
  const passUntil = async (done: () => boolean) => {
    for (let turns = 0; !done() && turns < 100_000; turns += 1) {
      await new Promise((resolve) => {
        setImmediate(resolve)
      })
      sleepers = sleepers.toSorted((a, b) => a.at - b.at)
      const [first, ...others] = sleepers
      if (first === undefined || done()) continue
      sleepers = others
      now = Math.max(now, first.at)
      first.wake()
    }
  }
  return { clock, passUntil }
}

type Fault = 'lost' | 'committed' | 'busy' | 'unreachable' | 'token' | 'refused' | 'foreign'
const failures: Record<Fault, ApiErrorFields> = {
  lost: { kind: 'network', sent: true },
  committed: { kind: 'http', sent: true, status: 500 },
  busy: { kind: 'http', sent: true, status: 429, retryAfter: '900' },
  unreachable: { kind: 'http', sent: false, status: 502 },
  token: { kind: 'http', sent: true, status: 401 },
  refused: { kind: 'http', sent: true, status: 403 },
  foreign: { kind: 'http', sent: false, status: 422 },
}

/** A project of a Qovery that fails by script: one fault for each call, in the order in which they come. */
const createProject = (clock: Clock, faults: (Fault | undefined)[] = [], latency = () => 50) => {
  let secrets: Secret[] = []
  const oddKeys = new Set<string>()
  const nameless: Unreadable[] = []
  const posts: string[] = []
  const deletes: string[] = []
  const [idempotencyKeys, calls] = [new Map<string, Set<string>>(), { lists: 0, most: 0 }]
  let [made, underWay] = [0, 0]

  const answer = async (act: () => Secret | undefined) => {
    underWay += 1
    calls.most = Math.max(calls.most, underWay)
    const fault = faults.shift()
    await clock.sleep(latency())
    const isReached = fault === undefined || fault === 'committed'
    try {
      const done = isReached ? act() : undefined
      await clock.sleep(latency())
      if (fault !== undefined) throw new ApiError(failures[fault])
      return done
    } finally {
      underWay -= 1
    }
  }
  const create = (key: string, idempotencyKey = '') => {
    posts.push(key)
    idempotencyKeys.set(key, (idempotencyKeys.get(key) ?? new Set()).add(idempotencyKey))
    return answer(() => {
      if (secrets.some((secret) => secret.key === key))
        throw new ApiError({ kind: 'http', sent: true, status: 409 })
      made += 1
      const alias = aliasOf(key, { id: idOf('a', made) })
      secrets = [...secrets, alias]
      return alias
    })
  }
  return {
    /** Keys whose entries the list shows in a way that cannot be read, and entries that have none. */
    oddKeys,
    nameless,
    posts,
    deletes,
    calls,
    idempotencyKeys,
    get secrets() {
      return secrets
    },
    set secrets(next) {
      secrets = next
    },
    client: {
      createSecretAlias: async (_, { key }, options) => {
        const alias = await create(key, options?.idempotencyKey)
        if (alias === undefined) throw new Error('The script made nothing.')
        return alias
      },
      deleteSecret: async ({ secretId }) => {
        deletes.push(secretId)
        await answer(() => {
          secrets = secrets.filter(({ id }) => id !== secretId)
          return undefined
        })
      },
      listSecrets: async () => {
        calls.lists += 1
        await clock.sleep(latency())
        // What cannot be read is there all the same: its key is taken.
        return testList(
          secrets.filter(({ key }) => !oddKeys.has(key)),
          [...oddKeys].map((key) => unlike({ name: key, id: idOf('d', 1) })).concat(nameless),
        )
      },
      editSecret: () => Promise.reject(new Error('A job edits nothing.')),
    } satisfies SecretCalls,
  }
}

const unlike = (fields: Partial<Unreadable> = {}): Unreadable => ({
  why: 'unlike',
  id: null,
  name: null,
  tiedTo: [],
  ...fields,
})

const rowsOf = (count: number) =>
  Array.from({ length: count }, (_, place) =>
    sampleRow({
      place,
      at: place + 1,
      key: `ALIAS_${place}`,
      secretId: targetId,
      operationId: idOf('b', place),
    }),
  )

type Project = ReturnType<typeof createProject>

const asked = { apiName: 'Qovery', tokenWorked: true }
const helm: Owner = {
  kind: 'helm',
  id: idOf('8', 1),
  projectId: idOf('f', 1),
  environmentId: idOf('7', 1),
}
const testJob: Job = {
  id: idOf('e', 1),
  projectId: idOf('f', 1),
  upstream: '',
  startedAt: 0,
  task: 'create',
  state: 'running',
}

interface Start {
  task?: Job['task']
  list?: (owner: Owner) => Promise<SecretList>
  onChange?: (control: Control) => void
}

const start = (
  rows: JobRow[],
  project: Project,
  clock: Clock,
  { task = 'create', list = project.client.listSecrets, onChange = () => {} }: Start = {},
) => {
  const control = createControl(clock, () => {})
  const journal = new Map(rows.map((row) => [row.place, z.parse(jobRow, asStored(row))]))
  let ended = false
  const running = runJob({
    job: { ...testJob, task },
    rows,
    client: { ...project.client, listSecrets: list },
    save: async (saved) => {
      for (const row of saved) journal.set(row.place, z.parse(jobRow, asStored(row)))
      await Promise.resolve()
    },
    clock,
    control,
    onChange: () => onChange(control),
    onCheck: () => {},
    onAnswer: () => {},
  }).finally(() => {
    ended = true
  })
  return { control, running, journal, ended: () => ended }
}

const run = async (count: number, faults: (Fault | undefined)[]) => {
  const { clock, passUntil } = createTime()
  const project = createProject(clock, faults)
  const rows = rowsOf(count)
  const job = start(rows, project, clock)
  await passUntil(() => job.ended() || job.control.hold()?.kind === 'token')
  return { rows, project, job, passUntil, clock }
}

/** Cancels a job as soon as its first row waits to be sent again, since its answer was lost. */
const cancelOnceLost = (rows: readonly JobRow[], then: () => void = () => {}) => {
  const onChange = (control: Control) => {
    const [row] = rows
    if (row?.state !== 'waiting' || row.tries === 0 || control.cancelled) return
    control.cancel()
    then()
  }
  return { onChange }
}

const outcomesOf = (rows: readonly JobRow[]) => rows.map(outcomeOf)
const textOf = (row: JobRow | undefined) => row && wordsOfRow(testJob, row, asked).text
const idsOf = (rows: readonly JobRow[]) => rows.map(({ aliasId }) => aliasId ?? '').toSorted()
const keysOf = ({ secrets }: Project) => secrets.map(({ key }) => key).toSorted()

describe('a job', () => {
  test('sends each row once, at most four at a time, and reads the list before and after', async () => {
    const { rows, project } = await run(30, [])
    expect(new Set(outcomesOf(rows))).toEqual(new Set(['created']))
    expect(project.posts).toHaveLength(30)
    expect(project.calls).toEqual({ lists: 2, most: 4 })
  })

  test('finds by one list call what was committed although its answers were lost', async () => {
    const { rows, project } = await run(
      8,
      Array.from({ length: 3 }, () => 'committed' as const),
    )
    expect(new Set(outcomesOf(rows))).toEqual(new Set(['created']))
    expect(project.posts).toHaveLength(8)
    expect(project.calls.lists).toBe(3)
    expect(idsOf(rows)).toEqual(project.secrets.map(({ id }) => id).toSorted())
  })

  test('sends again what the list does not show, under the same idempotency key', async () => {
    const { rows, project } = await run(8, ['lost', undefined, 'lost'])
    expect(new Set(outcomesOf(rows))).toEqual(new Set(['created']))
    expect(project.posts).toHaveLength(10)
    for (const keys of project.idempotencyKeys.values()) expect(keys.size).toBe(1)
  })

  test('stops every worker when the server asks to wait, and goes on at the named time', async () => {
    const { rows, project, clock } = await run(40, [
      ...Array.from({ length: 20 }, () => undefined),
      'busy',
    ])
    expect(new Set(outcomesOf(rows))).toEqual(new Set(['created']))
    expect(project.posts).toHaveLength(41)
    expect(clock.now()).toBeGreaterThan(1_900_000)
  })

  test('ends the rows whose calls a policy forbids the token, and goes on with all others', async () => {
    const { clock, passUntil } = createTime()
    const project = createProject(clock)
    const rows = rowsOf(12)
    for (const row of rows) if (row.place % 2 === 1) row.owner = helm
    const refuse = () => Promise.reject(new ApiError(failures.token))
    const { createSecretAlias } = project.client
    const client = {
      ...project.client,
      createSecretAlias: (async (at, request, options) =>
        at.owner.kind === 'helm'
          ? refuse()
          : createSecretAlias(at, request, options)) satisfies SecretCalls['createSecretAlias'],
    }
    const job = start(rows, { ...project, client }, clock)
    await passUntil(() => job.ended() || job.control.hold()?.kind === 'token')
    expect(job.control.hold()).toBeUndefined()
    expect(outcomesOf(rows)).toEqual(
      rows.map(({ owner }) => (owner === undefined ? 'created' : 'refused')),
    )
    expect(textOf(rows[1])).toContain('created by the calls of variables')
  })

  test('pauses for the token where the project’s list refuses it as well', async () => {
    const { clock, passUntil } = createTime()
    const project = createProject(clock)
    const rows = rowsOf(2)
    for (const row of rows) row.owner = helm
    const refuse = () => Promise.reject(new ApiError(failures.token))
    const list = (at: Owner) => (at.kind === 'helm' ? project.client.listSecrets() : refuse())
    const client = { ...project.client, createSecretAlias: refuse }
    const job = start(rows, { ...project, client }, clock, { list })
    await passUntil(() => job.ended() || job.control.hold()?.kind === 'token')
    expect(job.control.hold()).toMatchObject({ kind: 'token' })
    expect(rows.map(({ state }) => state)).toEqual(['waiting', 'waiting'])
    job.control.cancel()
    await passUntil(job.ended)
  })

  test('pauses once for a refused token, though four calls were refused', async () => {
    const { rows, project, job, passUntil } = await run(12, ['token', 'token', 'token', 'token'])
    await passUntil(() => outcomesOf(rows).every((state) => state === 'waiting'))
    expect(job.control.hold()).toMatchObject({ kind: 'token' })
    expect(project.posts).toHaveLength(4)
    job.control.takeToken()
    await passUntil(job.ended)
    expect(new Set(outcomesOf(rows))).toEqual(new Set(['created']))
    expect(project.posts).toHaveLength(16)
  })

  test('stays paused by a person, whatever token there is meanwhile', async () => {
    const { rows, project, job, passUntil } = await run(12, ['token', 'token', 'token', 'token'])
    await passUntil(() => outcomesOf(rows).every((state) => state === 'waiting'))
    job.control.pause()
    job.control.takeToken()
    expect(job.control.hold()).toEqual({ kind: 'paused' })
    expect(project.posts).toHaveLength(4)
    job.control.resume()
    await passUntil(job.ended)
    expect(project.posts).toHaveLength(16)
  })

  test('stops sending into a dead line until the list can be read', async () => {
    const { rows, project } = await run(
      20,
      Array.from({ length: 8 }, () => 'unreachable' as const),
    )
    expect(new Set(outcomesOf(rows))).toEqual(new Set(['created']))
    expect(project.posts).toHaveLength(28)
    expect(project.calls.lists).toBe(3)
  })

  test('says of a refused row why, and goes on with the others', async () => {
    const { rows } = await run(3, [undefined, 'refused'])
    expect(outcomesOf(rows)).toEqual(['created', 'refused', 'created'])
    expect(textOf(rows[1])).toMatch(/^Qovery refused: .* Nothing was created\./)
  })

  test('calls no row refused of which an earlier answer was lost', async () => {
    const { rows, project } = await run(1, ['lost', 'refused'])
    expect(project.posts).toHaveLength(2)
    expect(rows[0]?.result).toMatchObject({
      kind: 'unconfirmed',
      because: { kind: 'refused', failure: { status: 403 } },
    })
    expect(textOf(rows[0])).toMatch(
      /^The first answer was lost, and ALIAS_0 was not in the project’s list\. It was sent again: Qovery refused: /,
    )
  })

  test('settles by the list what the server keeps for another token', async () => {
    const { rows, project } = await run(1, ['lost', 'foreign'])
    expect(outcomesOf(rows)).toEqual(['created'])
    expect(project.posts).toHaveLength(3)
  })

  test('gives up a row after three tries, and never calls it failed before it looked', async () => {
    const { rows, project } = await run(1, ['lost', 'lost', 'lost'])
    expect(outcomesOf(rows)).toEqual(['not confirmed'])
    expect(project.posts).toHaveLength(3)
  })

  test('notes when a row was first sent, and forgets it where the answer was a sure no', async () => {
    const { rows } = await run(3, ['lost', 'busy', 'refused'])
    expect(outcomesOf(rows)).toEqual(['created', 'created', 'refused'])
    const [lost, busy, refused] = rows.map(({ sentAt }) => sentAt)
    expect([lost, refused]).toEqual([1_000_050, undefined])
    expect(busy).toBeGreaterThan(1_900_000)
  })

  test('that is cancelled sends nothing more, and still says what exists', async () => {
    const { clock, passUntil } = createTime()
    const project = createProject(clock, [undefined, 'committed'])
    const rows = rowsOf(20)
    const job = start(rows, project, clock)
    await passUntil(() => project.posts.length === 4)
    job.control.cancel()
    await passUntil(job.ended)
    expect(project.posts).toHaveLength(4)
    expect(outcomesOf(rows).slice(0, 5)).toEqual([
      ...Array.from({ length: 4 }, () => 'created'),
      'not sent',
    ])
  })

  test('that is cancelled calls a row not sent only where it never was', async () => {
    const { clock, passUntil } = createTime()
    const project = createProject(clock, ['lost'])
    const rows = rowsOf(1)
    const job = start(rows, project, clock, cancelOnceLost(rows))
    await passUntil(job.ended)
    expect(project.posts).toHaveLength(1)
    expect(outcomesOf(rows)).toEqual(['not confirmed'])
    expect(textOf(rows[0])).toBe(
      'The answer was lost, and ALIAS_0 is not in the project’s list: nothing was created so far.',
    )
  })

  test('that is cancelled still finds what a lost call made late', async () => {
    const { clock, passUntil } = createTime()
    const project = createProject(clock, ['lost'])
    const rows = rowsOf(1)
    const commit = () => {
      project.secrets = [aliasOf('ALIAS_0')]
    }
    const job = start(rows, project, clock, cancelOnceLost(rows, commit))
    await passUntil(job.ended)
    expect(project.posts).toHaveLength(1)
    expect(outcomesOf(rows)).toEqual(['created'])
    expect(idsOf(rows)).toEqual([idOf('c', 1)])
  })

  test('that is paused sends nothing until it is resumed', async () => {
    const { clock, passUntil } = createTime()
    const project = createProject(clock)
    const rows = rowsOf(20)
    const job = start(rows, project, clock)
    await passUntil(() => project.posts.length === 4)
    job.control.pause()
    await passUntil(() => outcomesOf(rows).every((state) => state !== 'sending'))
    expect(project.posts).toHaveLength(4)
    job.control.resume()
    await passUntil(job.ended)
    expect(keysOf(project)).toHaveLength(20)
  })

  test('that goes on takes nothing for its own that others made meanwhile', async () => {
    const { clock, passUntil } = createTime()
    const project = createProject(clock)
    project.secrets = [aliasOf('ALIAS_0'), aliasOf('ALIAS_1', { aliased_secret: elsewhere })]
    const rows = rowsOf(3)
    const job = start(rows, project, clock)
    await passUntil(job.ended)
    expect(outcomesOf(rows)).toEqual(['already there', 'conflict', 'created'])
    expect(project.posts).toEqual(['ALIAS_2'])
  })

  test('that goes on knows by its age what it made without an answer', async () => {
    const { clock, passUntil } = createTime()
    const project = createProject(clock)
    const ids = [1, 2, 3, 4].map((number) => idOf('c', number))
    const ages = [lately, longAgo, lately, longAgo]
    project.secrets = ages.map((created_at, index) =>
      aliasOf(`ALIAS_${index}`, { id: ids[index] ?? '', created_at }),
    )
    const sent = { tries: 1, sentAt: clock.now() }
    const states = ['waiting', 'waiting', 'open', 'open'] as const
    const rows = rowsOf(4).map((row, index) => Object.assign(row, sent, { state: states[index] }))
    const job = start(rows, project, clock)
    await passUntil(job.ended)
    expect(outcomesOf(rows)).toEqual(['created', 'already there', 'created', 'already there'])
    expect(rows.map(({ aliasId }) => aliasId)).toEqual(ids)
    expect(project.posts).toEqual([])
  })

  test('takes a key that is held for its own only where the alias is not older', async () => {
    const { clock, passUntil } = createTime()
    const project = createProject(clock)
    project.secrets = [aliasOf('ALIAS_0', { created_at: longAgo })]
    const rows = rowsOf(2)
    const job = start(rows, project, clock)
    await passUntil(job.ended)
    expect(outcomesOf(rows)).toEqual(['already there', 'created'])
    expect(rows[0]?.result).toMatchObject({ kind: 'conflict', isSame: true })
  })

  test('keeps that the last list was not to be read, until one is', async () => {
    const { clock, passUntil } = createTime()
    const project = createProject(clock)
    const rows = rowsOf(2)
    const list = () =>
      project.posts.length === 0
        ? project.client.listSecrets()
        : Promise.reject(new ApiError(failures.refused))
    const job = start(rows, project, clock, { list })
    await passUntil(job.ended)
    expect(outcomesOf(rows)).toEqual(['created', 'created'])
    expect([...job.journal.values()]).toMatchObject([
      { unlisted: 'unread' },
      { unlisted: 'unread' },
    ])
    const more = [...rows, ...rowsOf(3).slice(2)]
    const next = start(more, project, clock)
    await passUntil(next.ended)
    expect(more.map(({ unlisted }) => unlisted)).toEqual([undefined, undefined, undefined])
  })

  test('says what disappeared meanwhile', async () => {
    const { clock, passUntil } = createTime()
    const project = createProject(clock)
    const rows = rowsOf(6)
    const job = start(rows, project, clock)
    await passUntil(() => project.secrets.length === 3)
    project.secrets = project.secrets.slice(1)
    await passUntil(job.ended)
    expect(outcomesOf(rows).toSorted()).toEqual([
      ...Array.from({ length: 5 }, () => 'created'),
      'gone since',
    ])
  })
})

describe('a job beside entries that cannot be read', () => {
  const { clock, passUntil } = createTime()
  const prepared = (faults: Fault[] = []) => createProject(clock, faults)

  test('settles every lost answer that the others tell', async () => {
    const project = prepared(['committed', 'lost'])
    project.oddKeys.add('SOMETHING_ELSE')
    project.nameless.push(unlike())
    const rows = rowsOf(4)
    const job = start(rows, project, clock)
    await passUntil(job.ended)
    expect(outcomesOf(rows)).toEqual(['created', 'created', 'created', 'created'])
    expect(project.posts).toHaveLength(5)
  })

  test.each(['committed', 'lost'] as const)(
    'never says of a row whose key they have what became of it (%s)',
    async (fault) => {
      const project = prepared([fault])
      const rows = rowsOf(2)
      const job = start(rows, project, clock)
      await passUntil(() => project.posts.length > 0)
      project.oddKeys.add('ALIAS_0')
      await passUntil(job.ended)
      expect(outcomesOf(rows)).toEqual(['outcome unknown', 'created'])
      expect(textOf(rows[0])).toMatch(
        /the entry of the project’s list that may be it cannot be read/,
      )
      // What the list does not show is sent again; this it may show.
      expect(project.posts.filter((key) => key === 'ALIAS_0')).toHaveLength(1)
    },
  )

  test('says that a lost one is not there only as far as the list can be read', async () => {
    const project = prepared(['lost', 'lost', 'lost'])
    project.nameless.push(unlike())
    const rows = rowsOf(1)
    const job = start(rows, project, clock)
    await passUntil(job.ended)
    expect(outcomesOf(rows)).toEqual(['not confirmed'])
    expect(textOf(rows[0])).toMatch(/as far as it can be read: 1 entry that cannot may be it/)
  })

  test('sends nothing that goes on under a key that they have', async () => {
    const project = prepared()
    project.oddKeys.add('ALIAS_0')
    const rows = rowsOf(2)
    const job = start(rows, project, clock)
    await passUntil(job.ended)
    expect(outcomesOf(rows)).toEqual(['not created', 'created'])
    expect(textOf(rows[0])).toMatch(/cannot be read has the name ALIAS_0/)
    expect(project.posts).toEqual(['ALIAS_1'])
  })

  test('does not call gone what it made and what cannot be read by then', async () => {
    const project = prepared()
    const rows = rowsOf(2)
    const job = start(rows, project, clock)
    await passUntil(() => project.secrets.length === 2)
    project.oddKeys.add('ALIAS_0')
    await passUntil(job.ended)
    expect(outcomesOf(rows)).toEqual(['created', 'created'])
    expect(textOf(rows[0])).toMatch(/cannot be read/)
    const undoing = undoRows(rows)
    const undo = start(undoing, project, clock, { task: 'undo' })
    await passUntil(undo.ended)
    expect(outcomesOf(undoing)).toEqual(['not deleted', 'deleted'])
    expect(textOf(undoing[0])).toMatch(/could not be read, so it is not certain/)
    expect(project.deletes).toHaveLength(1)
  })
})

/** A job whose aliases are all there, with its rows as an undo of it begins; `faults` are those of its calls. */
const beginUndo = async (count: number, ...faults: Fault[]) => {
  const planned: Fault[] = []
  const { rows, project, clock, passUntil } = await run(count, planned)
  planned.push(...faults)
  const undoing = undoRows(rows)
  const idsOfRows = (indexes: number[]) => new Set(indexes.map((index) => undoing[index]?.aliasId))
  /** Somebody edits the aliases of some rows. */
  const edit = (...indexes: number[]) => {
    const ids = idsOfRows(indexes)
    const updated_at = new Date(clock.now()).toISOString()
    project.secrets = project.secrets.map((secret) =>
      ids.has(secret.id) ? { ...secret, updated_at } : secret,
    )
  }
  /** Somebody deletes the aliases of some rows. */
  const remove = (...indexes: number[]) => {
    const ids = idsOfRows(indexes)
    project.secrets = project.secrets.filter(({ id }) => !ids.has(id))
  }
  return { undoing, project, clock, passUntil, edit, remove }
}
const leftAlone = { kind: 'delete', result: { kind: 'stale', why: 'changed', sent: false } }

describe('an undo', () => {
  test('that goes on leaves alone what somebody changed since', async () => {
    const { undoing, project, clock, passUntil, edit } = await beginUndo(3)
    edit(1)
    const job = start(undoing, project, clock, { task: 'undo' })
    await passUntil(job.ended)
    expect(outcomesOf(undoing)).toEqual(['deleted', 'not deleted', 'deleted'])
    expect(undoing[1]).toMatchObject(leftAlone)
    expect(project.deletes).toHaveLength(2)
  })

  test('that goes on tells what it deleted without an answer from what others deleted', async () => {
    const { undoing, project, clock, passUntil, remove } = await beginUndo(4)
    Object.assign(undoing[0] ?? {}, { state: 'open', tries: 1, sentAt: clock.now() })
    Object.assign(undoing[1] ?? {}, { tries: 1, sentAt: clock.now() })
    remove(0, 1, 2)
    const job = start(undoing, project, clock, { task: 'undo' })
    await passUntil(job.ended)
    expect(outcomesOf(undoing)).toEqual(['deleted', 'deleted', 'gone already', 'deleted'])
    expect(project.deletes).toHaveLength(1)
  })

  test('that goes on deletes nothing where the list cannot be read, and says so', async () => {
    const { undoing, project, clock, passUntil } = await beginUndo(2)
    const list = () => Promise.reject(new ApiError(failures.refused))
    const job = start(undoing, project, clock, { task: 'undo', list })
    await passUntil(job.ended)
    expect(project.deletes).toEqual([])
    for (const row of undoing) {
      expect(outcomeOf(row)).toBe('not deleted')
      expect(textOf(row)).toMatch(
        /^The list could not be read first\. Qovery refused.*Nothing was deleted/,
      )
    }
  })

  test('that was held up for long looks again before it deletes', async () => {
    const { undoing, project, clock, passUntil, edit } = await beginUndo(8, 'busy')
    const job = start(undoing, project, clock, { task: 'undo' })
    await passUntil(() => job.control.hold() !== undefined && project.secrets.length === 5)
    edit(4, 5, 6, 7)
    await passUntil(job.ended)
    expect(project.secrets).toHaveLength(4)
    for (const row of undoing.slice(4)) expect(row).toMatchObject(leftAlone)
  })

  test('does not send again what was changed since it was sent', async () => {
    const { undoing, project, clock, passUntil, edit } = await beginUndo(1, 'lost')
    const job = start(undoing, project, clock, { task: 'undo' })
    await passUntil(() => undoing[0]?.state === 'open')
    edit(0)
    await passUntil(job.ended)
    expect(project.deletes).toHaveLength(1)
    // The lost call may have been heard, before somebody changed it.
    expect(undoing[0]?.result).toMatchObject({ kind: 'unconfirmed', because: leftAlone.result })
  })

  test('that is cancelled says of the rest that it was not deleted', async () => {
    const { undoing, project, clock, passUntil } = await beginUndo(6)
    const job = start(undoing, project, clock, { task: 'undo' })
    await passUntil(() => project.deletes.length === 4)
    job.control.cancel()
    await passUntil(job.ended)
    expect(undoing[5]).toMatchObject({ kind: 'delete', result: { kind: 'cancelled' } })
    expect(textOf(undoing[5])).toBe('ALIAS_5 is still there.')
  })

  test('that is cancelled still finds what a lost call deleted late', async () => {
    const { undoing, project, clock, passUntil, remove } = await beginUndo(1, 'lost')
    const cancel = cancelOnceLost(undoing, () => remove(0))
    const job = start(undoing, project, clock, { task: 'undo', ...cancel })
    await passUntil(job.ended)
    expect(project.deletes).toHaveLength(1)
    expect(outcomesOf(undoing)).toEqual(['deleted'])
  })

  test('deletes what the creation left open where it is there, and calls nothing else deleted', async () => {
    const { undoing, project, clock, passUntil } = await beginUndo(2)
    for (const row of undoing)
      Object.assign(row, { kind: 'create', state: 'open', sentAt: clock.now(), aliasId: null })
    project.secrets = project.secrets.filter(({ key }) => key === undoing[1]?.key)
    const job = start(undoing, project, clock, { task: 'undo' })
    await passUntil(job.ended)
    expect(outcomesOf(undoing)).toEqual(['not confirmed', 'deleted'])
    expect(project.deletes).toHaveLength(1)
    expect(project.posts).toHaveLength(2)
  })

  test('that is done once more leaves alone what the first one left', async () => {
    const { undoing, project, clock, passUntil, edit } = await beginUndo(1)
    edit(0)
    const first = start(undoing, project, clock, { task: 'undo' })
    await passUntil(first.ended)
    const again = undoRows(undoing)
    const second = start(again, project, clock, { task: 'undo' })
    await passUntil(second.ended)
    expect(again[0]).toMatchObject(leftAlone)
    expect(project.deletes).toEqual([])
  })

  test('deletes what the job made and nobody changed, and nothing else', async () => {
    const { rows, project, clock, passUntil } = await run(5, [])
    const [first, second] = project.secrets
    project.secrets = project.secrets.map((secret) =>
      secret === first ? { ...secret, description: 'mine now' } : secret,
    )
    project.secrets = project.secrets.filter((secret) => secret !== second)
    const undoing = undoRows(rows)
    const job = start(undoing, project, clock, { task: 'undo' })
    await passUntil(job.ended)
    expect(project.deletes).toHaveLength(3)
    expect(keysOf(project)).toEqual([first?.key])
    expect(outcomesOf(undoing).filter((outcome) => outcome === 'deleted')).toHaveLength(3)
    expect(undoing.find(({ key }) => key === first?.key)).toMatchObject(leftAlone)
  })

  test('settles lost answers by the list, too', async () => {
    const { rows, project, clock, passUntil } = await run(4, [])
    const undoing = undoRows(rows)
    const faulty = Object.assign(createProject(clock, ['lost', 'committed']), {})
    faulty.secrets = project.secrets
    const job = start(undoing, faulty, clock, { task: 'undo' })
    await passUntil(job.ended)
    expect(new Set(outcomesOf(undoing))).toEqual(new Set(['deleted']))
    expect(faulty.secrets).toEqual([])
    expect(faulty.deletes).toHaveLength(5)
  })
})

test('whatever fails, and wherever it crashes, each alias exists once under its id', async () => {
  const fault = fc.option(fc.constantFrom<Fault[]>('lost', 'committed', 'busy', 'unreachable'), {
    nil: undefined,
    freq: 3,
  })
  await fc.assert(
    fc.asyncProperty(
      fc.array(fault, { maxLength: 30 }),
      fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 7, maxLength: 7 }),
      fc.array(fc.nat(20), { maxLength: 3 }),
      async (faults, delays, crashes) => {
        const { clock, passUntil } = createTime()
        let turn = 0
        // At the end faults run out, so that no row is lost three times.
        const project = createProject(clock, [...faults], () => delays[(turn += 1) % 7] ?? 1)
        let rows = rowsOf(12)
        for (const posts of crashes) {
          const job = start(rows, project, clock)
          const before = project.posts.length
          await passUntil(() => job.ended() || project.posts.length >= before + posts)
          // A crash: its calls may still arrive, nothing more is sent, and only the journal is known.
          job.control.pause()
          rows = [...job.journal.values()].map(recover)
        }
        const last = start(rows, project, clock)
        await passUntil(last.ended)
        for (let more = 0; more < 3 && outcomesOf(rows).includes('not confirmed'); more += 1) {
          rows = retryRows('create', rows)
          const again = start(rows, project, clock)
          await passUntil(again.ended)
        }
        expect(keysOf(project)).toEqual(rows.map(({ key }) => key).toSorted())
        expect(idsOf(rows)).toEqual(project.secrets.map(({ id }) => id).toSorted())
      },
    ),
    { numRuns: 150 },
  )
}, 60_000)
