import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { decodeText } from '../input/decode-text'
import { readInput } from '../input/read-input'
import { ApiError } from '../../../qovery/errors'
import { lostCall } from '../../operations/failure-text'
import { refused, stale, unknown, type Result } from '../../operations/result'
import { environmentOwner, projectOwner, serviceOwner, type Owner } from '../../../qovery/owner'
import { testAlias, testEdit, testRepoint } from '../../operations/test-operations'
import type { Job, JobRow } from '../run/job'
import { sampleRow } from '../run/sample-row'
import { writeCsv, writeJson, writeMarkdown } from './write-report'

const id = '3c90c3cc-0d44-4b50-8888-8dd25736052a'
const job: Job = {
  id,
  projectId: id,
  upstream: '',
  startedAt: 0,
  task: 'create',
  state: 'ended',
}

const asked = { apiName: 'Qovery', tokenWorked: true }
const report = (rows: JobRow[]) => ({ job, rows, asked })

const results: Result[] = [
  { kind: 'done', by: 'answer', secret: null },
  { kind: 'done', by: 'list', secret: null },
  refused(new ApiError({ kind: 'http', sent: true, status: 400, detail: 'a,b|c;"d"\n=e' })),
  { kind: 'conflict', existing: null, isSame: true, failure: null },
  { kind: 'conflict', existing: null, isSame: false, failure: null },
  stale('unread'),
  { kind: 'unconfirmed', failure: lostCall, keyless: 0, because: null },
  unknown('list', lostCall),
  { kind: 'cancelled' },
]

const project = projectOwner(id)
const production = environmentOwner(id, '6513270e-269e-4d37-b2a7-4de452e6b438')
const chart = serviceOwner(production, { kind: 'helm', id: 'c3141213-5bd6-4420-8db5-43cecb3cc959' })
/** What a row is read to say of its place, for each owner. */
const places = new Map<Owner | undefined, [string | undefined, string | undefined]>([
  [undefined, [undefined, undefined]],
  [project, [undefined, undefined]],
  [production, [production.id, undefined]],
  [chart, [production.id, chart.id]],
])

const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
// White space around a key or a target is none of it, wherever it was read.
const name = text.filter((each) => each.trim() === each)
const jobRow: fc.Arbitrary<JobRow> = fc
  .record({
    key: name,
    source: name,
    description: fc.option(text),
    interpolation: fc.option(fc.boolean()),
    state: fc.constantFrom('skipped', 'waiting', 'sending', 'open', 'ended'),
    kind: fc.constantFrom('create', 'delete'),
    result: fc.constantFrom(...results),
    note: fc.string(),
    owner: fc.constantFrom(...places.keys()),
    where: fc.constantFrom(undefined, 'production / a|b'),
  })
  .map((told) => sampleRow({ ...told, aliasId: id }))
const rowsWith = (fields: Partial<JobRow>): JobRow[] =>
  fc.sample(jobRow, 1).map((row) => Object.assign(row, fields))

describe('a report that is read in again says the same', () => {
  test.each([
    ['CSV', (rows: JobRow[]) => writeCsv(report(rows))],
    ['CSV with semicolons', (rows: JobRow[]) => writeCsv(report(rows), ';')],
    ['JSON', (rows: JobRow[]) => writeJson(report(rows))],
  ])('as %s', async (_, write) => {
    await fc.assert(
      fc.asyncProperty(fc.array(jobRow, { minLength: 1, maxLength: 8 }), async (rows) => {
        const { rows: read } = await readInput(write(rows), () => undefined)
        expect(
          read.map((row) => [row.key, row.target, row.description, row.interpolation]),
        ).toEqual(rows.map((row) => [row.key, row.source, row.description, row.interpolation]))
        expect(read.map((row) => [row.environment, row.service])).toEqual(
          rows.map(({ owner }) => places.get(owner)),
        )
        expect(read.filter(({ problem }) => problem !== undefined)).toEqual([])
      }),
    )
  })
})

test('a report in Markdown that is read in again says the same, its targets by their keys', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(jobRow, { minLength: 1, maxLength: 8 }), async (rows) => {
      const written = writeMarkdown(report(rows))
      const { rows: read, format } = await readInput(written, () => undefined)
      expect(format).toBe('markdown')
      expect(read.map((row) => [row.key, row.target, row.description, row.interpolation])).toEqual(
        rows.map((row) => [row.key, row.sourceKey, row.description, row.interpolation]),
      )
      expect(read.map((row) => [row.environment, row.service])).toEqual(
        rows.map(({ owner }) => places.get(owner)),
      )
      expect(read.filter(({ problem }) => problem !== undefined)).toEqual([])
    }),
  )
})

test('a table tells Excel that it is UTF-8', () => {
  const bytes = new TextEncoder().encode(
    writeCsv(report(rowsWith({ description: 'clé d’équipe' }))),
  )
  expect(bytes.slice(0, 3)).toEqual(Uint8Array.of(0xef, 0xbb, 0xbf))
  expect(decodeText(bytes)).toContain(',clé d’équipe,')
})

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', "'=1", '\r=1'])(
  'no cell that begins like %j is run by a spreadsheet',
  (hostile) => {
    const csv = writeCsv(report(rowsWith({ key: hostile, state: 'skipped', note: hostile })))
    const [, row = ''] = csv.split('\r\n')
    expect(row).toMatch(/^"?'/)
  },
)

test('no key or reason breaks out of its cell in Markdown', () => {
  const hostile = 'a|b\n<img src=x> [c](d) `e`'
  const lines = writeMarkdown(
    report(rowsWith({ key: hostile, state: 'skipped', note: hostile })),
  ).split('\n')
  expect(lines[6]).toMatch(/^\| a\\\|b&#10;\\<img src=x\\> \\\[c\\\]\(d\) \\`e\\` \|/)
  expect(lines).toHaveLength(8)
})

test('what was changed has the id and the description that it has now', () => {
  const secret = testAlias({ id: '6513270e-269e-4d37-b2a7-4de452e6b438', description: 'new' })
  const row = sampleRow({ aliasId: id, description: 'old', state: 'ended' })
  const rows: JobRow[] = [
    { ...row, operation: testRepoint(), result: { kind: 'done', by: 'answer', secret } },
    { ...row, operation: testRepoint(), result: refused(lostCall, 'restored', secret) },
    // An undo that did not happen is about what the change had made.
    { ...row, operation: testEdit({ seen: secret }), result: refused(lostCall) },
  ]
  const { rows: written }: { rows: unknown[] } = JSON.parse(writeJson(report(rows)))
  expect(written).toMatchObject(rows.map(() => ({ id: secret.id, description: 'new' })))
  for (const each of writeMarkdown(report(rows)).split('\n').slice(6, 9)) {
    expect(each).toContain('| `new` | false |')
    expect(each).toContain(`| ${secret.id} |`)
  }
})

test('a row whose re-pointing is undone has the target that it pointed at before', () => {
  const repoint = testRepoint()
  const undone = testRepoint({ from: repoint.to, to: repoint.from, undoesId: repoint.id })
  const row = (operation: typeof repoint) =>
    sampleRow({ kind: 'repoint', operation, source: 'OTHER', sourceKey: null, state: 'ended' })
  const targetsIn = (task: Job['task'], rows: JobRow[]) =>
    z
      .object({ rows: z.array(z.object({ target: z.string() })) })
      .parse(JSON.parse(writeJson({ job: { ...job, task, change: 'repoint' }, rows, asked })))
      .rows.map(({ target }) => target)
  expect(targetsIn('change', [row(repoint)])).toEqual(['OTHER'])
  // What was not re-pointed has nothing to be undone.
  expect(targetsIn('undo', [row(undone), row(repoint)])).toEqual(['DB', 'DB'])
})
