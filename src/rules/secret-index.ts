import { foldKey } from './fold-key'
import type { Secret, SecretList } from '../qovery/schema'

/** The list of whom nothing is known. */
export const emptyList: SecretList = { results: [], unreadable: [] }

/** A project's list, in which a look-up costs the same however long it is. */
export interface SecretIndex {
  readonly byId: ReadonlyMap<string, Secret>
  /** In the list's order. */
  readonly byKey: ReadonlyMap<string, readonly Secret[]>
  /** How many secrets point at an id. */
  readonly aliasCounts: ReadonlyMap<string, number>
  /** Keys that a person would read alike. */
  readonly alike: ReadonlyMap<string, readonly string[]>
  /** Ids and keys of entries that could not be read: who looks for one of these does not know what it finds. */
  readonly unreadableIds: ReadonlySet<string>
  readonly unreadableKeys: ReadonlySet<string>
  /** How many entries that could not be read have no key, and how many no id: they may be any secret. */
  readonly keyless: number
  readonly idless: number
}

const indexes = new WeakMap<SecretList, SecretIndex>()

/** Reads a list once, however often it is asked for. */
export const indexSecrets = (list: SecretList): SecretIndex => {
  const index = indexes.get(list) ?? makeIndex(list)
  indexes.set(list, index)
  return index
}

const makeIndex = ({ results, unreadable }: SecretList): SecretIndex => {
  // What says the same again casts no doubt on anything.
  const doubtful = unreadable.filter(({ why }) => why !== 'repeated')
  const keys = doubtful.map(({ name }) => name).filter((name) => name !== null)
  const ids = doubtful.map(({ id }) => id).filter((id) => id !== null)
  const byKey = grouped(results, ({ key }) => key)
  let alike: SecretIndex['alike'] | undefined
  return {
    byId: new Map(results.map((secret) => [secret.id, secret])),
    byKey,
    aliasCounts: countAliases(results),
    // Only typed keys ask for it.
    get alike() {
      return (alike ??= grouped([...byKey.keys()], foldKey))
    },
    unreadableIds: new Set(ids),
    unreadableKeys: new Set(keys),
    keyless: doubtful.length - keys.length,
    idless: doubtful.length - ids.length,
  }
}

const countAliases = (secrets: readonly Secret[]) => {
  const counts = new Map<string, number>()
  for (const { aliased_secret: target } of secrets)
    if (target !== null) counts.set(target.id, (counts.get(target.id) ?? 0) + 1)
  return counts
}

const grouped = <Key, Item>(items: readonly Item[], keyOf: (item: Item) => Key) => {
  const groups = new Map<Key, Item[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group === undefined) groups.set(keyOf(item), [item])
    else group.push(item)
  }
  return groups
}
