import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Secret } from '../../qovery/schema'
import { linkTo, testList, testSecret } from '../../qovery/test-secrets'
import { fold } from '../../rules/fold'
import type { Option } from './option'
import { projectOptions } from './project-options'
import { optionNamed, searchOptions } from './search-options'
import { secretOptions } from './secret-options'

const option = (name: string, note = '', disabledReason?: string): Option => ({
  id: `id of ${name}`,
  name,
  facts: '',
  note,
  disabledReason,
  words: fold(`${name}\n${note}`),
})
const names = (options: readonly Option[]) => options.map(({ name }) => name)

describe('a search', () => {
  const list = [
    option('API_KEY', 'Of the card network'),
    option('DB_PASSWORD', 'Rotated by the platform team'),
    option('MASTER_DB_PASSWORD'),
    option('PGPASSWORD', '', 'An alias'),
    option('ÉTAT', 'ﬁle of the state'),
  ]

  test.each([
    ['', ['API_KEY', 'DB_PASSWORD', 'MASTER_DB_PASSWORD', 'ÉTAT', 'PGPASSWORD']],
    ['   ', ['API_KEY', 'DB_PASSWORD', 'MASTER_DB_PASSWORD', 'ÉTAT', 'PGPASSWORD']],
    ['card', ['API_KEY']],
    ['password', ['DB_PASSWORD', 'MASTER_DB_PASSWORD', 'PGPASSWORD']],
    ['PASS db', ['DB_PASSWORD', 'MASTER_DB_PASSWORD']],
    ['team db', ['DB_PASSWORD']],
    ['db card', []],
    ['state file', ['ÉTAT']],
    ['e\u0301tat', ['ÉTAT']],
    ['master', ['MASTER_DB_PASSWORD']],
  ])('for “%s” finds %j', (query, expected) => {
    expect(names(searchOptions(list, query))).toEqual(expected)
  })

  test('says of what was used lately why it leads, as long as nothing is searched for', () => {
    const groups = (query: string, recent: string[]) =>
      searchOptions(
        ['A', 'AB', 'AC'].map((name) => option(name)),
        query,
        recent,
      ).map(({ name, group }) => [name, group])
    expect(groups('', ['id of AC'])).toEqual([
      ['AC', 'Recent'],
      ['A', 'All'],
      ['AB', undefined],
    ])
    expect(groups('', []).every(([, group]) => group === undefined)).toBe(true)
    expect(groups('a', ['id of AC']).every(([, group]) => group === undefined)).toBe(true)
  })

  test('shows the very name first, then what was used lately, latest first, then what begins so', () => {
    const keys = ['A_DB', 'DB', 'DB_1', 'DB_2', 'OLD_DB']
    const recent = ['id of OLD_DB', 'id of DB_2', 'id of something gone']
    const options = keys.map((key) => option(key))
    expect(names(searchOptions(options, 'db', recent))).toEqual([
      'DB',
      'OLD_DB',
      'DB_2',
      'DB_1',
      'A_DB',
    ])
    expect(names(searchOptions(options, '', recent))).toEqual([
      'OLD_DB',
      'DB_2',
      'A_DB',
      'DB',
      'DB_1',
    ])
  })

  test('shows what has the words in its name before what has them elsewhere', () => {
    const options = [option('A_KEY', 'a file'), option('CERT_FILE'), option('FILE_OF_KEYS')]
    expect(names(searchOptions(options, 'file'))).toEqual(['FILE_OF_KEYS', 'CERT_FILE', 'A_KEY'])
  })

  test('loses and invents nothing, whatever the words', () => {
    const anyOption = fc
      .record({ name: fc.string({ unit: 'binary' }), note: fc.string(), unfit: fc.boolean() })
      .map(({ name, note, unfit }) => option(name, note, unfit ? 'unfit' : undefined))
    fc.assert(
      fc.property(fc.array(anyOption), fc.string({ unit: 'binary' }), (options, query) => {
        const words = fold(query).split(/\s+/)
        const expected = options.filter((each) => words.every((word) => each.words.includes(word)))
        const found = searchOptions(options, query)
        expect(new Set(found)).toEqual(new Set(expected))
        expect(found).toHaveLength(expected.length)
      }),
    )
  })

  test('a name that was typed in full is found, unless it cannot be picked', () => {
    expect(optionNamed(list, ' DB_PASSWORD ')?.id).toBe('id of DB_PASSWORD')
    expect(optionNamed(list, 'db_password')).toBeUndefined()
    expect(optionNamed(list, 'PGPASSWORD')?.disabledReason).toBeDefined()
  })
})

const secret = (id: string, fields: Partial<Secret> = {}): Secret =>
  testSecret({ id: `${id}-0d44-4b50-8888-8dd25736052a`, key: 'A_KEY', ...fields })

const owner = { kind: 'project' } as const

describe('secrets as options', () => {
  test('say type, scope, owner and how many aliases they have', () => {
    const target = secret('00000001', { key: 'TARGET', owned_by: 'DOPPLER', description: 'Why' })
    const alias = secret('00000002', {
      key: 'ALIAS',
      variable_type: 'ALIAS',
      aliased_secret: linkTo(target),
    })
    const [first, second] = secretOptions(testList([target, alias]), owner)
    expect(first).toMatchObject({ name: 'ALIAS', facts: 'Alias · Project' })
    expect(first?.disabledReason).toContain('TARGET')
    expect(second).toMatchObject({ facts: 'Value · Project · Doppler · 1 alias', note: 'Why' })
    expect(second?.disabledReason).toBeUndefined()
    const options = secretOptions(testList([target, alias]), owner)
    expect(names(searchOptions(options, 'value doppler'))).toEqual(['TARGET'])
  })

  test('of one key are told apart by the first block of their ID, in the name and in a search', () => {
    const options = secretOptions(
      testList([secret('aaaaaaaa'), secret('bbbbbbbb'), secret('c', { key: 'B' })]),
      owner,
    )
    expect(names(options)).toEqual(['A_KEY · aaaaaaaa', 'A_KEY · bbbbbbbb', 'B'])
    expect(names(searchOptions(options, 'a_key bbbb'))).toEqual(['A_KEY · bbbbbbbb'])
  })

  test('take nulls, and values that nobody knows yet', () => {
    const odd = { variable_type: null, owned_by: null, description: null, scope: 'NEXT_YEAR' }
    expect(secretOptions(testList([secret('00000001', odd)]), owner)).toMatchObject([
      { facts: 'NEXT_YEAR', note: '', disabledReason: undefined },
    ])
  })
})

test('projects are found by name, description and organization, and namesakes told apart', () => {
  const organization = { id: 'o', created_at: '2026-03-01T12:00:00Z', name: 'Larkspur' }
  const project = (id: string, name: string) => ({
    id,
    created_at: '2026-03-01T12:00:00Z',
    name,
    description: 'Checkout',
    organization: { id: 'o' },
    associated_environments_count: 1,
  })
  const options = projectOptions(
    [project('11111111-2', 'shop'), project('22222222-2', 'shop'), project('3', 'api')],
    [organization],
  )
  expect(names(options)).toEqual(['api', 'shop · 11111111', 'shop · 22222222'])
  expect(names(searchOptions(options, 'lark checkout api'))).toEqual(['api'])
  expect(options[0]?.facts).toBe('Larkspur · 1 environment')
})
