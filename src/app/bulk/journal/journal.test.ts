import { IDBKeyRange, indexedDB } from 'fake-indexeddb'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Job } from '../run/job'
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
      submissionId: idOf(place),
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

test('a row that was being sent when the page died has an unknown outcome', async () => {
  const rows = rowsOf(1, 3)
  await journal.begin(jobOf(1), rows)
  const sending = { state: 'sending', sentAt: 1_000_000 }
  await journal.save(rows.slice(1, 2).map((row) => Object.assign(row, sending)))
  const recalled = await journal.restore(projectId, upstream, atOnce)
  expect(recalled?.rows.map(({ state }) => state)).toEqual(['waiting', 'unknown', 'waiting'])
  expect(recalled?.rows.map(({ sentAt }) => sentAt)).toEqual([undefined, 1_000_000, undefined])
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
  for (const row of rows) row.state = 'created'
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
