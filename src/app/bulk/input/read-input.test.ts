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
])('a secret holds values wherever it stands: %j', async (text) => {
  expect((await read(text)).holdsValues).toBe(true)
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
