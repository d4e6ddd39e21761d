import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { tidyName } from './tidy-name'

describe('a name is found behind', () => {
  test.each([
    ['characters that nobody sees', '\u200BDB_\u2060PASS\uFEFFWORD\u00AD'],
    ['white space of every kind', '\u00A0\u3000\tDB_PASSWORD\u2003'],
    ['typographic quotes', '“DB_PASSWORD”'],
    ['quotes of other languages', '„DB_PASSWORD“'],
    ['a quote on one side', 'DB_PASSWORD”'],
    ['backticks', '`DB_PASSWORD`'],
    ['a comma', '"DB_PASSWORD",'],
    ['semicolons', 'DB_PASSWORD ;;'],
    ['a shell’s reference', '${DB_PASSWORD}'],
    ['a short reference', '$DB_PASSWORD'],
    ['Qovery’s reference', '{{DB_PASSWORD}}'],
    ['a template’s reference', '{{ DB_PASSWORD }}'],
    ['Kubernetes’ reference', '$(DB_PASSWORD)'],
    ['the reference of cmd', '%DB_PASSWORD%'],
    ['the delayed one of cmd', '!DB_PASSWORD!'],
    ['PowerShell’s reference', '$env:DB_PASSWORD'],
    ['GitHub’s reference', '${{ secrets.DB_PASSWORD }}'],
    ['Node’s reference', 'process.env.DB_PASSWORD'],
    ['Node’s other one', 'process.env["DB_PASSWORD"]'],
    ['Python’s reference', 'os.environ["DB_PASSWORD"]'],
    ['Python’s other one', "os.getenv('DB_PASSWORD')"],
    ['Ruby’s reference', "ENV.fetch('DB_PASSWORD')"],
    ['PHP’s reference', "env('DB_PASSWORD')"],
    ['GitHub’s other one', "${{ secrets['DB_PASSWORD'] }}"],
    ['Helm’s reference, in quotes', '{{ .Values.shop.DB_PASSWORD | quote }}'],
    ['a version', 'DB_PASSWORD:latest'],
    ['a number of a version', 'DB_PASSWORD:3'],
    [
      'AWS’ reference',
      'arn:aws:secretsmanager:eu-west-3:123456789012:secret:shop-AbCdEf:DB_PASSWORD::',
    ],
    ['AWS’ other one', 'arn:aws:ssm:eu-west-3:123456789012:parameter/prod/shop/DB_PASSWORD'],
    ['Jenkins’ reference', "credentials('DB_PASSWORD')"],
    ['Go’s reference', 'os.Getenv("DB_PASSWORD")'],
    ['Vite’s reference', 'import.meta.env.DB_PASSWORD'],
    ['TypeScript’s reference', 'process.env.DB_PASSWORD!'],
    ['Spring’s reference', '${DB_PASSWORD:}'],
    ['TeamCity’s reference', '%env.DB_PASSWORD%'],
    ['Vault’s reference', '{{ .Data.data.DB_PASSWORD }}'],
    ['Serverless’ reference', '${env:DB_PASSWORD}'],
    ['a reference that must be set', '${DB_PASSWORD:?is missing}'],
    ['a reference that may be absent', '${DB_PASSWORD:-}'],
    ['all of it', ' “${DB_PASSWORD}”; '],
  ])('%s', (_, written) => expect(tidyName(written)).toBe('DB_PASSWORD'))
})

test.each([
  'DB_PASSWORD',
  'db-password.v2',
  '${A}${B}',
  '${DB_PASSWORD:-hunter2}',
  'postgres://${USER}@host',
  '$1',
  '%1%',
  'process.env.A.B()',
  'DB PASSWORD',
])('%s is left as it is', (written) => expect(tidyName(written)).toBe(written))

test('any text comes back at once, is tidy then, and loses nothing of a plain name', () => {
  const piece = fc.constantFrom(
    'A',
    '"',
    '“',
    '${',
    '}',
    '$',
    '{{',
    '}}',
    '%',
    ';',
    ',',
    ' ',
    '\u200B',
  )
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(piece).map((all) => all.join('')),
  )
  fc.assert(
    fc.property(text, (written) => {
      const tidy = tidyName(written)
      expect(tidyName(tidy)).toBe(tidy)
      expect(tidy.length).toBeLessThanOrEqual(written.length)
    }),
  )
  fc.assert(
    fc.property(fc.stringMatching(/^[A-Z_][A-Z0-9_.-]{0,60}$/), (name) => {
      expect(tidyName(name)).toBe(name)
    }),
  )
  expect(tidyName('"'.repeat(100_000))).toHaveLength(100_000)
})
