import { describe, expect, test } from 'vitest'
import type { Act, Entry, Subject } from './entry'
import { countOf, createFinder, type Known } from './find-entries'

const act: Act = { kind: 'go', href: '/' }
const subject = (name: string, group: Subject['group'] = 'Secrets', words = ''): Subject => ({
  id: `${group} ${name}`,
  group,
  name,
  isKey: group === 'Secrets',
  facts: '',
  words: `${name}\n${words}`.toLowerCase(),
  href: `/${name}`,
  actions: () =>
    ['Create alias', 'Copy ID', 'Re-point'].map((label) => ({
      label,
      disabledReason: undefined,
      act,
    })),
})
const page = (label: string): Entry => ({
  id: label,
  label,
  name: '',
  isKey: false,
  facts: '',
  disabledReason: undefined,
  act,
})
const known: Known = {
  here: subject('HERE'),
  pages: [page('Create alias'), page('Bulk')],
  subjects: [
    subject('payments', 'Projects'),
    subject('PGPASSWORD', 'Secrets', 'of payments'),
    subject('DB_MASTER_PASSWORD'),
    subject('PASSWORD'),
    subject('PASSWORD_OLD'),
    subject('OTHER', 'Secrets', 'a password of others'),
  ],
}
const find = createFinder(known)
const listed = (query: string) =>
  find(query).groups.map(({ name, entries }) =>
    [name].concat(entries.map((entry) => [entry.label, entry.name].filter(Boolean).join(' '))),
  )

test('before a letter is typed: what the page is about, the pages, and projects, but no key', () => {
  expect(listed('')).toEqual([
    ['This page', 'Create alias HERE', 'Copy ID HERE', 'Re-point HERE'],
    ['Pages', 'Create alias', 'Bulk'],
    ['Projects', 'payments'],
  ])
})

test('the very name comes first, then what begins with it, then what has it, then the others', () => {
  expect(listed('password')).toEqual([
    ['Secrets', 'PASSWORD', 'PASSWORD_OLD', 'PGPASSWORD', 'DB_MASTER_PASSWORD', 'OTHER'],
  ])
})

describe('an action and a name are what can be done about it', () => {
  test.each([
    ['copy pg', 'Copy ID PGPASSWORD'],
    ['copy id pgpass', 'Copy ID PGPASSWORD'],
    ['repoint pg', 'Re-point PGPASSWORD'],
    ['re-point pg', 'Re-point PGPASSWORD'],
    ['create alias pg', 'Create alias PGPASSWORD'],
    ['COPY PG PAYM', 'Copy ID PGPASSWORD'],
  ])('%s', (query, expected) => {
    expect(listed(query)).toContainEqual(['Actions', expected])
  })

  test('but not a name and an action', () => {
    expect(listed('pg copy')).toEqual([])
  })
})

test('a mistake is forgiven where nothing has these words, and that is told', () => {
  expect(find('pasword')).toMatchObject({ isNear: true })
  expect(listed('pasword mastre')).toEqual([['Secrets', 'DB_MASTER_PASSWORD']])
  expect(listed('payemnts')).toEqual([['Projects', 'payments']])
  expect(find('password')).toMatchObject({ isNear: false })
  expect(find('xyz')).toEqual({ groups: [], isNear: false })
})

test('of very many the first are listed, and how many more there are is told', () => {
  const subjects = Array.from({ length: 10_000 }, (_, index) => subject(`KEY_${index}`))
  const [group] = createFinder({ ...known, subjects })('key').groups
  expect(group?.entries).toHaveLength(20)
  expect(group?.more).toBe(9980)
})

test('what is found beyond what is listed is counted, too', () => {
  const many = Array.from({ length: 25 }, (_, index) => subject(`MANY_${index}`))
  const found = createFinder({ ...known, subjects: many })('many')
  expect(found.groups.map(({ entries, more }) => [entries.length, more])).toEqual([[20, 5]])
  expect(countOf(found)).toBe(25)
})
