import { describe, expect, test } from 'vitest'
import type { Secret } from '../../qovery/schema'
import { testLink, testList, testSecret } from '../../qovery/test-secrets'
import { createMatching } from './matching'
import { relate } from './relate'
import { rowsOf } from './rows'
import { treeOf } from './tree'
import { wholeList, type View } from './view'

const ids = new Map<string, string>()
/** The id of a name, the same each time. */
const id = (name: string) => {
  const known = ids.get(name) ?? `00000000-0000-4000-8000-${String(ids.size).padStart(12, '0')}`
  ids.set(name, known)
  return known
}
const secret = (key: string, fields: Partial<Secret> = {}): Secret =>
  testSecret({ id: id(key), key, ...fields })
const alias = (key: string, target: string, fields: Partial<Secret> = {}) =>
  secret(key, {
    variable_type: 'ALIAS',
    aliased_secret: testLink({ id: id(target), key: target }),
    ...fields,
  })

const list = [
  alias('PGPASS', 'DB', { owned_by: 'DOPPLER', updated_at: '2026-06-01T00:00:00Z' }),
  secret('TLS', { variable_type: 'FILE', description: 'Chain of the Card network' }),
  secret('DB', { owned_by: 'QOVERY' }),
  alias('API_DB', 'DB'),
  alias('LOST', 'NOBODY'),
]

const rows = (view: Partial<View> = {}, secrets = list, collapsed: string[] = []) => {
  const whole = { ...wholeList, ...view }
  const tree = treeOf(relate(testList(secrets)), whole.sort, whole.descending)
  return rowsOf(tree, createMatching(tree)(whole), new Set(collapsed))
}
/** Each line as its depth and its key. */
const lines = (...shown: Parameters<typeof rows>) =>
  rows(...shown).map(({ related, level }) => `${'-'.repeat(level - 1)}${related.secret.key}`)

test('aliases stand below what they point at, orphans at the top, all by key', () => {
  expect(lines()).toEqual(['DB', '-API_DB', '-PGPASS', 'LOST', 'TLS'])
})

test('an ID is found by what looks like a part of it, and by no digit or two', () => {
  expect(lines({ search: '0' })).toEqual([])
  expect(lines({ search: id('TLS').slice(19) })).toEqual(['TLS'])
})

test('each line knows its place among its siblings', () => {
  expect(rows().map(({ position, siblings }) => `${position}/${siblings}`)).toEqual([
    '1/3',
    '1/2',
    '2/2',
    '2/3',
    '3/3',
  ])
  expect(rows().map(({ expanded }) => expanded)).toEqual([
    true,
    undefined,
    undefined,
    undefined,
    undefined,
  ])
})

describe('a search', () => {
  test.each([
    ['key', 'tls', ['TLS']],
    ['description, whatever its case', 'CARD network', ['TLS']],
    ['target’s key, though the list does not have it', 'nobody', ['LOST']],
    ['owner', 'doppler', ['DB', '-PGPASS']],
    ['id', id('TLS'), ['TLS']],
  ])('finds by %s', (_, search, found) => expect(lines({ search })).toEqual(found))

  test('wants every word, each anywhere', () => {
    expect(lines({ search: 'chain tls' })).toEqual(['TLS'])
    expect(lines({ search: 'chain db' })).toEqual([])
  })

  test('finds no word across two fields', () => {
    expect(lines({ search: 'tlschain' })).toEqual([])
  })

  test('shows what a match stands below, marked as context', () => {
    const found = rows({ search: 'pgpass' })
    expect(found.map(({ related, context }) => [related.secret.key, context])).toEqual([
      ['DB', true],
      ['PGPASS', false],
    ])
  })
})

test.each([
  ['type', { type: 'FILE' }, ['TLS']],
  ['scope', { scope: 'ENVIRONMENT' }, []],
  ['owner', { owner: 'QOVERY' }, ['DB']],
  ['has aliases', { hasAliases: true }, ['DB']],
  ['orphaned', { orphaned: true }, ['LOST']],
] satisfies [string, Partial<View>, string[]][])('the filter %s', (_, view, found) =>
  expect(lines(view)).toEqual(found),
)

test('sorting orders each level by itself, and equals by key', () => {
  expect(lines({ sort: 'updated', descending: true })).toEqual([
    'DB',
    '-PGPASS',
    '-API_DB',
    'LOST',
    'TLS',
  ])
  expect(lines({ sort: 'type' })).toEqual(['LOST', 'TLS', 'DB', '-API_DB', '-PGPASS'])
})

test('a collapsed line hides what is below it and stays itself', () => {
  expect(lines({}, list, [id('DB')])).toEqual(['DB', 'LOST', 'TLS'])
})

test('a place among siblings counts only those that are shown', () => {
  const found = rows({ search: 'db' })
  expect(found.map(({ related, position, siblings }) => [related.secret.key, position, siblings]))
    // PGPASS is found by the key that it points at.
    .toEqual([
      ['DB', 1, 1],
      ['API_DB', 1, 2],
      ['PGPASS', 2, 2],
    ])
  expect(rows({ search: 'api' }).map(({ siblings }) => siblings)).toEqual([1, 1])
})

test('what is hidden below a collapsed line stays hidden whatever its depth', () => {
  const deep = [secret('A'), alias('B', 'A'), alias('C', 'B'), secret('D')]
  expect(lines({}, deep, [id('A')])).toEqual(['A', 'D'])
  expect(lines({}, deep, [id('B')])).toEqual(['A', '-B', 'D'])
})

test('only what overrides something or is overridden is shown where that is asked for', () => {
  const region = secret('REGION', { scope: 'BUILT_IN' })
  const mine = secret('REGION', {
    id: id('MINE'),
    overridden_secret: testLink({ id: id('REGION'), key: 'REGION' }),
  })
  const unlisted = secret('FAR', { overridden_secret: testLink({ id: id('GONE'), key: 'FAR' }) })
  expect(lines({ overriding: true }, [secret('OTHER'), region, mine, unlisted])).toEqual([
    'FAR',
    'REGION',
    '-REGION',
  ])
})

test('a line goes on past all that stands below a sibling, up to the last one', () => {
  const deep = [secret('A'), alias('B', 'A'), alias('C', 'B'), alias('D', 'A'), alias('E', 'D')]
  expect(rows({}, deep).map(({ related, rails }) => `${related.secret.key}${rails}`)).toEqual([
    'A0',
    'B1',
    'C1',
    'D0',
    'E0',
  ])
})

test('namesakes are lines of their own', () => {
  const twins = [secret('SAME'), secret('SAME', { id: id('OTHER'), scope: 'BUILT_IN' })]
  expect(lines({}, twins)).toEqual(['SAME', 'SAME'])
})

test('links in a circle lose no line', () => {
  expect(lines({}, [alias('A', 'B'), alias('B', 'A'), alias('C', 'C')]).toSorted()).toEqual([
    '-B',
    'A',
    'C',
  ])
})

test('a chain as long as the list overflows no stack', () => {
  const chain = Array.from({ length: 20_000 }, (_, index) =>
    alias(`A${index}`, 'DB', {
      id: `00000000-0000-4000-9000-${String(index).padStart(12, '0')}`,
      aliased_secret: testLink({
        id: `00000000-0000-4000-9000-${String(index + 1).padStart(12, '0')}`,
        key: 'NEXT',
      }),
    }),
  )
  expect(rows({}, chain)).toHaveLength(20_000)
})

test('10,000 secrets of one target are 10,001 lines', () => {
  const many = Array.from({ length: 10_000 }, (_, index) =>
    alias(`ALIAS_${index}`, 'DB', {
      id: `00000000-0000-4000-9000-${String(index).padStart(12, '0')}`,
    }),
  )
  expect(lines({}, [secret('DB'), ...many])).toHaveLength(10_001)
})

test('a search finds a name however its accents and its width are written', () => {
  const written = [secret('ＤＢ_CAFE\u0301')]
  for (const search of ['db_', 'caf\u00e9', 'cafe\u0301', 'ｄｂ'])
    expect(lines({ search }, written)).toHaveLength(1)
})
