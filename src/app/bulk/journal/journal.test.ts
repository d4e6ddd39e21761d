import { IDBKeyRange, indexedDB } from 'fake-indexeddb'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { ApiError } from '../../../qovery/errors'
import { committed, promised } from '../../data/database'
import { refused } from '../../operations/result'
import { outcomeOf } from '../report/count-rows'
import { canRetry, isMade, type Job } from '../run/job'
import { sampleRow } from '../run/sample-row'
import { openJournal, type Journal } from './journal'

const projectId = '3c90c3cc-0d44-4b50-8888-8dd25736052a'
const idOf = (number: number) => `0a1b2c3d-0000-4000-8000-${String(number).padStart(12, '0')}`
const upstream = 'api.qovery.com'
const atOnce = () => undefined

const jobOf = (number: number): Job => ({
  id: idOf(number),
  projectId,
  upstream,
  startedAt: number,
  task: 'create',
  state: 'running',
})
const rowsOf = (number: number, count: number) =>
  Array.from({ length: count }, (_, place) =>
    sampleRow({
      jobId: idOf(number),
      place,
      at: place + 1,
      key: `ALIAS_${place}`,
      operationId: idOf(place),
    }),
  )

let journal: Journal
beforeEach(async () => {
  vi.stubGlobal('indexedDB', indexedDB)
  vi.stubGlobal('IDBKeyRange', IDBKeyRange)
  journal = await openJournal()
})
afterEach(async () => {
  for (const number of [1, 2]) await journal.remove(idOf(number))
  journal.close()
  vi.unstubAllGlobals()
})

test('a job and each of its rows are there again, in order', async () => {
  const rows = rowsOf(1, 2500)
  await journal.begin(jobOf(1), rows)
  expect(await journal.restore(projectId, upstream, atOnce)).toEqual({ job: jobOf(1), rows })
})

test('the jobs are listed with their rows, the latest first, and no other upstream’s', async () => {
  const elsewhere = idOf(7)
  await journal.begin(jobOf(1), rowsOf(1, 3))
  await journal.begin({ ...jobOf(2), projectId: elsewhere }, rowsOf(2, 5))
  expect(await journal.jobs(upstream)).toEqual([
    { job: { ...jobOf(2), projectId: elsewhere }, rows: 5 },
    { job: jobOf(1), rows: 3 },
  ])
  expect(await journal.jobs('another.example')).toEqual([])
})

test('a job that has ended makes way for a later one, and can be brought back with its rows', async () => {
  const ended: Job = { ...jobOf(1), state: 'ended', startedAt: Date.now() }
  await journal.begin(ended, rowsOf(1, 3))
  await journal.begin(jobOf(2), rowsOf(2, 1))
  const shown = async () => (await journal.restore(projectId, upstream, atOnce))?.job.id
  expect(await shown()).toBe(idOf(2))
  const [first] = await journal.jobs(upstream)
  expect(first).toEqual({ job: { ...ended, isPutAway: true }, rows: 3 })
  expect(await journal.bringBack(ended)).toBe('busy')
  await journal.put({ ...jobOf(2), state: 'ended', startedAt: Date.now() })
  expect(await journal.bringBack(ended)).toBe('back')
  expect(await shown()).toBe(idOf(1))
  await journal.clear(upstream)
  expect(await journal.bringBack(jobOf(2))).toBe('gone')
  expect(await shown()).toBe(idOf(1))
  expect((await journal.jobs(upstream)).map(({ job }) => job.id)).toEqual([idOf(1)])
})

test('of jobs that were put away the old ones are forgotten, and a job without an end is not kept', async () => {
  const longAgo: Job = { ...jobOf(1), state: 'ended', startedAt: Date.now() - 91 * 24 * 3_600_000 }
  await journal.begin(longAgo, rowsOf(1, 1))
  await journal.putAway(longAgo.id, upstream)
  // It is kept no longer, wherever it still lies.
  expect(await journal.jobs(upstream)).toEqual([])
  await journal.begin({ ...jobOf(2), state: 'ended', startedAt: Date.now() }, rowsOf(2, 1))
  await journal.putAway(idOf(2), upstream)
  expect((await journal.jobs(upstream)).map(({ job }) => job.id)).toEqual([idOf(2)])
  await journal.begin(jobOf(1), rowsOf(1, 1))
  await journal.putAway(idOf(1), upstream)
  expect((await journal.jobs(upstream)).map(({ job }) => job.id)).toEqual([idOf(2)])
})

test('a row that was being sent when the page died has an unknown outcome', async () => {
  const rows = rowsOf(1, 3)
  await journal.begin(jobOf(1), rows)
  const sending = { state: 'sending', sentAt: 1_000_000 }
  await journal.save(rows.slice(1, 2).map((row) => Object.assign(row, sending)))
  const restored = await journal.restore(projectId, upstream, atOnce)
  expect(restored?.rows.map(({ state }) => state)).toEqual(['waiting', 'open', 'waiting'])
  expect(restored?.rows[1]?.result).toMatchObject({ kind: 'unknown', why: 'list' })
  expect(restored?.rows.map(({ sentAt }) => sentAt)).toEqual([undefined, 1_000_000, undefined])
})

test('why a row was refused is there again, without the words of the server', async () => {
  const failure = new ApiError({
    kind: 'http',
    sent: true,
    status: 403,
    requestId: 'r-1',
    detail: 'no, qov_secret',
  })
  const rows = rowsOf(1, 1).map((row) =>
    Object.assign(row, { state: 'ended', result: refused(failure) }),
  )
  await journal.begin(jobOf(1), rows)
  const restored = await journal.restore(projectId, upstream, atOnce)
  expect(restored?.rows[0]?.result).toMatchObject({
    kind: 'refused',
    failure: { status: 403, sent: true, requestId: 'r-1', detail: undefined },
  })
})

test('a job of the sandbox is never taken for one of the real thing', async () => {
  await journal.begin(jobOf(1), rowsOf(1, 1))
  expect(await journal.restore(projectId, 'sandbox', atOnce)).toBeUndefined()
})

test('a new job takes the place of the last one, rows and all', async () => {
  await journal.begin(jobOf(1), rowsOf(1, 3))
  await journal.begin(jobOf(2), rowsOf(2, 1))
  expect(await journal.restore(projectId, upstream, atOnce)).toMatchObject({
    job: { id: idOf(2) },
    rows: [{ jobId: idOf(2) }],
  })
  await journal.remove(idOf(2))
  expect(await journal.restore(projectId, upstream, atOnce)).toBeUndefined()
})

describe('a job that an earlier version of the console left', () => {
  const earlier = {
    jobId: idOf(1),
    at: 1,
    source: 'DB',
    secretId: idOf(5),
    sourceKey: 'DB',
    description: null,
    interpolation: false,
    submissionId: idOf(6),
    tries: 1,
    aliasId: null,
    stamp: null,
    reason: '',
    requestId: null,
  }
  const made = { aliasId: idOf(9), stamp: '2026-03-01T12:00:01Z' }
  const states = [
    ['waiting', {}, 'waiting'],
    ['sending', { sentAt: 1000 }, 'being confirmed'],
    ['unknown', { sentAt: 1000 }, 'being confirmed'],
    ['claimed', { sentAt: 1000 }, 'being confirmed'],
    ['created', made, 'created'],
    ['existed', { aliasId: idOf(8) }, 'already there'],
    ['taken', {}, 'conflict'],
    ['refused', {}, 'refused'],
    ['absent', { sentAt: 1000 }, 'not confirmed'],
    ['cancelled', {}, 'not sent'],
    ['left', { reason: 'Its name is no name.' }, 'left out'],
    ['disappeared', made, 'gone since'],
    ['undone', made, 'deleted'],
  ] as const
  const restore = async (task: Job['task'], stands: Job['state'] = 'running') => {
    const rows = states.map(([state, fields], place) => ({
      ...earlier,
      place,
      key: `ALIAS_${place}`,
      state,
      ...fields,
    }))
    await journal.begin({ ...jobOf(1), task, state: stands }, [])
    const database = await promised(indexedDB.open('alias-console-bulk'))
    const transaction = database.transaction('rows', 'readwrite')
    for (const row of rows) transaction.objectStore('rows').put(row)
    await committed(transaction)
    database.close()
    return (await journal.restore(projectId, upstream, atOnce))?.rows ?? []
  }

  test('is there with every row, as far as it came', async () => {
    const rows = await restore('create')
    expect(rows.map(outcomeOf)).toEqual(states.map(([, , outcome]) => outcome))
    expect(rows.map(({ operationId }) => operationId)).toEqual(states.map(() => idOf(6)))
    expect(rows[10]?.note).toBe('Its name is no name.')
    expect(rows[4]).toMatchObject({ kind: 'create', ...made })
    // What is retried, looked for and undone is what that version would have.
    expect(rows.filter((row) => canRetry(row, 'create')).map(({ place }) => place)).toEqual([
      7, 8, 9,
    ])
    expect(rows.filter(isMade).map(({ place }) => place)).toEqual([4])
  })

  test('has ended where it had, with rows of which nothing is known', async () => {
    const rows = await restore('create', 'ended')
    expect(rows.slice(2, 4).map(outcomeOf)).toEqual(['outcome unknown', 'outcome unknown'])
    expect(rows.slice(2, 4).every((row) => canRetry(row, 'create'))).toBe(true)
  })

  test('goes on with its undo where that was under way', async () => {
    const undoing = { aliasId: idOf(9) }
    const rows = await restore('undo')
    expect(rows[12]).toMatchObject({ kind: 'delete', state: 'ended', result: { kind: 'done' } })
    expect(rows[4]).toMatchObject({ kind: 'create', ...undoing })
    expect(isMade(rows[4] ?? sampleRow())).toBe(true)
  })
})

/** Closes the connection, as Safari does to a page in the background; what opened it before is told by its next call only. */
const closing = () => {
  const opened: IDBDatabase[] = []
  vi.stubGlobal('indexedDB', {
    open: (name: string, version: number) => {
      const request = indexedDB.open(name, version)
      request.addEventListener('success', () => opened.push(request.result))
      return request
    },
  })
  return { opened, close: () => opened.at(-1)?.close() }
}

test('a connection that was closed under a running job is opened again, once for all that need it', async () => {
  const { opened, close } = closing()
  const closed = await openJournal()
  const rows = rowsOf(1, 4)
  await closed.begin(jobOf(1), rows)
  close()
  for (const row of rows) row.state = 'open'
  await Promise.all(rows.map((row) => closed.save([row])))
  expect(opened).toHaveLength(2)
  close()
  expect((await closed.restore(projectId, upstream, atOnce))?.rows).toEqual(rows)
  closed.close()
})

test('a storage that does not open again is named as the cause', async () => {
  const { close } = closing()
  const closed = await openJournal()
  close()
  vi.stubGlobal('indexedDB', {
    open: () => {
      throw new DOMException('Connection to Indexed Database server lost', 'UnknownError')
    },
  })
  await expect(closed.put(jobOf(1))).rejects.toMatchObject({
    why: 'failed',
    message: 'UnknownError: Connection to Indexed Database server lost',
  })
})

test.each([
  ['SecurityError', 'refused'],
  ['QuotaExceededError', 'full'],
  ['UnknownError', 'failed'],
])('a browser whose storage throws %s has %s it', async (name, why) => {
  vi.stubGlobal('indexedDB', {
    open: () => {
      throw new DOMException('no', name)
    },
  })
  await expect(openJournal()).rejects.toMatchObject({ why })
})

test('a browser without any storage has refused it', async () => {
  vi.stubGlobal('indexedDB', undefined)
  await expect(openJournal()).rejects.toMatchObject({ why: 'refused' })
})
