import type { Secret } from '../../qovery/schema'
import { fold } from '../../rules/fold'
import { createSearch, wordsOf, type Search } from '../search/create-search'
import type { Related } from './relate'
import type { Tree } from './tree'
import type { View } from './view'

/** Answers with the places of the tree that a view asks for, in order; with the same list where one more letter leaves none out. */
export type Matching = (view: View) => readonly number[]

/**
 * Makes the search of one tree. It reads the secrets' words at the first query, once however many follow.
 * @param isOwn tells what is shown by itself; the rest is where a view asks for what is inherited
 */
export const createMatching = (
  tree: Tree,
  isOwn: (secret: Secret) => boolean = () => true,
): Matching => {
  let search: Search | undefined
  const isAtOwner = tree.map(({ related }) => isOwn(related.secret))
  const everything = [...tree.keys()]
  const owned = everything.filter((index) => isAtOwner[index])
  return (view) => {
    const words = wordsOf(view.search)
    if (words.length > 0)
      search ??= createSearch(
        tree.map(({ related }) => textOf(related.secret)),
        tree.map(({ related }) => fold(related.secret.id)),
      )
    const all = words.length === 0 ? everything : (search?.(words) ?? [])
    const found =
      view.inherited || owned.length === everything.length
        ? all
        : all === everything
          ? owned
          : all.filter((index) => isAtOwner[index])
    if (!isFiltered(view)) return found
    return found.filter((index) => {
      const related = tree[index]?.related
      return related !== undefined && fits(related, view)
    })
  }
}

const isFiltered = ({ type, scope, owner, hasAliases, orphaned, overriding }: View) =>
  type !== '' || scope !== '' || owner !== '' || hasAliases || orphaned || overriding

const fits = (related: Related, view: View) => {
  const { type, scope, owner, hasAliases, orphaned, overriding } = view
  const { secret, aliases } = related
  return (
    (type === '' || secret.variable_type === type) &&
    (scope === '' || secret.scope === scope) &&
    (owner === '' || secret.owned_by === owner) &&
    (!hasAliases || aliases.length > 0) &&
    (!orphaned || related.orphaned) &&
    (!overriding || secret.overridden_secret !== null || related.overrides.length > 0)
  )
}

// A line break stands between them, so that no word is found across two.
const textOf = ({ key, description, aliased_secret, owned_by }: Secret) =>
  fold(`${key}\n${description ?? ''}\n${aliased_secret?.key ?? ''}\n${owned_by ?? ''}`)
