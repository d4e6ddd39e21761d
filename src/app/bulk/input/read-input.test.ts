import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Format } from './input-row'
import { mostRows, readInput } from './read-input'

const read = (text: string, format?: Format) => readInput(text, () => undefined, format)

test.each([
  'postgres://u:p4ss@h/db',
  'A=DB # ghp_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
  '// AKIAIOSFODNN7EXAMPLE\n{"A": "DB"}',
  'A: DB # of postgres://u:p4ss@h/db',
  '-- qov_0123456789abcdef0123\nalias,source\nA,DB',
  'alias,source\n# DB: hunter2\nA,DB',
  'A: DB # PW = hunter2',
  'secret_aliases = [\n  # PW = "hunter2"\n  { key = "A", value = "DB" },\n]',
  '{\n  // local\n  DB: @hunter2,\n}',
  'A=DB # hunter2x',
  '# hunter2x\nA=DB',
  'A=DB\n// hunter2x',
  'A=DB\nthe prod db uses hunter2x',
  'A=DB\nmysql -uroot -phunter2x',
  'A=DB\ncurl -u root:hunter2x',
  'A=DB\nDB_PASSWORD (prod) hunter2x',
  'A=DB\nroot / hunter2x',
  'alias,source\n# A_OLD,swordfish\nB,DB',
  'alias,source,\nA,DB,swordfish',
  'alias,source\nA,DB,swordfish',
  '| alias | source | |\n| --- | --- | --- |\n| A | DB | swordfish |',
  'alias,source,owner\nA,DB,hunter2x',
  'secret_aliases = [{ key = "A", value = "DB" }]\nx = <<END\nhunter2x\nEND',
  'secret_aliases = [{ key = "A", value = "DB" }]\npassword = <<END\nswordfish\nEND',
  'qovery project env create --key DB_PW -v swordfish\nA=DB',
])('a secret holds values wherever it stands: %j', async (text) => {
  expect((await read(text)).holdsValues).toBe(true)
})

test.each([
  'A=DB # of the api, see SHOP-1234',
  'db2-alias=DB # since 2026-01-05T10:42:01Z',
  'A=${DB2_PASSWORD}',
  'A: DB # of eu-west-3 and europe-west1',
  'A=DB # was ${{ secrets.DB2_PASSWORD }}',
  'apiVersion: apps/v1\nkind: Deployment\nspec:\n  containers:\n    - env:\n        - { name: A, valueFrom: { secretKeyRef: { name: shop, key: DB } } }',
  '[{"id":"0a1b2c3d-0000-4000-8000-000000000001","created_at":"2024-02-29T12:00:00Z","key":"A","aliased_secret":{"id":"0a1b2c3d-0000-4000-8000-000000000002","key":"DB"}}]',
  'db2-alias=DB\n'.repeat(7000),
])('what only looks like other things holds none: %#', async (text) => {
  expect((await read(text)).holdsValues).toBe(false)
})

test('more rows than the page takes are refused whole', async () => {
  const text = 'A=B\n'.repeat(mostRows + 1)
  expect((await read(text)).rows[0]?.problem).toMatch(/more than 100,000 rows/)
})

describe('any text', () => {
  test.each<Format | undefined>([
    undefined,
    'lines',
    'table',
    'json',
    'yaml',
    'terraform',
    'markdown',
  ])('as %s gives rows or numbered problems, never an exception', async (format) => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 8 }),
      fc.constantFrom('A', '=', '"', '\n', ',', '{', '}', '[', ']', 'secret_aliases', 'key', ':'),
      fc.constantFrom(
        '|',
        '|-|-|\n',
        '\n|alias|source|\n|-|-|\n',
        '`',
        '\\',
        '&#',
        ';',
        '```\n',
        '> ',
      ),
      fc.constantFrom(
        'A: B\n',
        '- ',
        'name: A\n',
        'value: B\n',
        '&a ',
        '*a ',
        '<<: ',
        'env:\n  ',
        '/*',
        '-----BEGIN ',
        '\u200B',
        '“',
        'locals {',
        'var.a',
        'concat(',
        'results',
      ),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 60 }), async (pieces) => {
        const text = pieces.join('')
        const { rows } = await read(text, format)
        const lines = text.split(/\r\n|[\r\n\u2028\u2029]/).length
        for (const { at, target, problem } of rows) {
          expect(at).toBeGreaterThan(0)
          expect(at).toBeLessThanOrEqual(Math.max(lines, rows.length + text.length))
          expect(problem ?? target).not.toBe('')
        }
      }),
      { numRuns: 300 },
    )
  })
})
