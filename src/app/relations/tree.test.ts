import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Secret } from '../../qovery/schema'
import { testLink, testList, testSecret } from '../../qovery/test-secrets'
import { createMatching } from './matching'
import { relate } from './relate'
import { rowsOf } from './rows'
import { treeOf } from './tree'
import { sortings, wholeList } from './view'

const id = (index: number) => `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`

// Secrets that point at and override each other in any way, in circles and at nothing, too.
const secrets: fc.Arbitrary<Secret[]> = fc
  .array(
    fc.record({
      key: fc.string({ unit: fc.constantFrom('A', 'B', 'C'), minLength: 1, maxLength: 4 }),
      target: fc.option(fc.nat(14)),
      overridden: fc.option(fc.nat(14)),
      owned_by: fc.constantFrom('QOVERY', 'DOPPLER'),
    }),
    { maxLength: 14 },
  )
  .map((list) =>
    list.map(({ key, target, overridden, owned_by }, index) =>
      testSecret({
        id: id(index),
        key,
        owned_by,
        variable_type: target === null ? 'VALUE' : 'ALIAS',
        aliased_secret: target === null ? null : testLink({ id: id(target), key: 'T' }),
        overridden_secret: overridden === null ? null : testLink({ id: id(overridden), key: 'S' }),
      }),
    ),
  )

const view = fc.record({
  search: fc.string({ unit: fc.constantFrom('a', 'b', 'c', ' '), maxLength: 4 }),
  owner: fc.constantFrom('', 'QOVERY'),
  hasAliases: fc.boolean(),
  orphaned: fc.boolean(),
  sort: fc.constantFrom(...sortings),
  descending: fc.boolean(),
})

test('any list stands in the tree whole, each below what comes before it', () => {
  fc.assert(
    fc.property(secrets, fc.constantFrom(...sortings), fc.boolean(), (list, sort, descending) => {
      const tree = treeOf(relate(testList(list)), sort, descending)
      expect(tree.map(({ related }) => related.secret.id).toSorted()).toEqual(
        list.map((each) => each.id).toSorted(),
      )
      for (const [index, { level, parent }] of tree.entries()) {
        expect(parent).toBeLessThan(index)
        expect(level).toBe((tree[parent]?.level ?? 0) + 1)
      }
    }),
  )
})

test('any view shows what matches once, its parents as context, and nothing else', () => {
  fc.assert(
    fc.property(secrets, view, (list, asked) => {
      const relations = relate(testList(list))
      const tree = treeOf(relations, asked.sort, asked.descending)
      const rows = rowsOf(tree, createMatching(tree)({ ...wholeList, ...asked }))
      const words = asked.search.split(' ').filter(Boolean)
      const matching = [...relations.values()].filter(({ secret, aliases, orphaned }) => {
        const fields = [secret.key, secret.aliased_secret?.key, secret.owned_by, secret.id]
        return (
          words.every((word) => fields.some((field) => field?.toLowerCase().includes(word))) &&
          (asked.owner === '' || secret.owned_by === asked.owner) &&
          (!asked.hasAliases || aliases.length > 0) &&
          (!asked.orphaned || orphaned)
        )
      })
      const shown = rows.filter(({ context }) => !context).map(({ related }) => related.secret.id)
      expect(shown.toSorted()).toEqual(matching.map(({ secret }) => secret.id).toSorted())
      // A line of context is there for what stands below it.
      expect(rows.filter(({ context, expanded }) => context && expanded !== true)).toEqual([])
      for (const [index, { level }] of rows.entries())
        expect(level).toBeLessThanOrEqual((rows[index - 1]?.level ?? 0) + 1)
    }),
  )
})
