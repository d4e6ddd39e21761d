import { ownsByVariable, scopeOf, type OwnerRef } from '../../qovery/owner'

/** How an entry of the list is not as described. */
export type Oddity = 'none' | 'described by a number' | 'scopeless' | 'idless' | 'keyless' | 'null'

/** Whether a list does not tell of an entry what it is. */
export const isUnclear = (oddity: Oddity = 'none'): boolean =>
  oddity !== 'none' && oddity !== 'described by a number'

export interface Entry {
  id: string
  key: string
  description: string | null
  /** Id of what it points at. */
  target: string | null
  /** further out: by others, and seen by the owner because what is around it owns it. */
  made: 'before' | 'by us' | 'by others' | 'further out'
}

interface Shown {
  oddity: Oddity
  /** Of what it points at, while that is there. */
  targetKey: string | undefined
}

/** An entry as a server sends it, in the shape of its owner's calls. */
export const sentAs = (entry: Entry, owner: OwnerRef, { oddity, targetKey }: Shown): unknown => {
  const linkName = ownsByVariable.some((kind) => kind === owner.kind)
    ? 'aliased_variable'
    : 'aliased_secret'
  const plain = {
    id: entry.id,
    created_at: entry.made === 'before' ? '2024-02-29T12:00:00Z' : '2026-03-01T12:00:00Z',
    key: entry.key,
    scope: entry.made === 'further out' ? 'PROJECT' : scopeOf(owner),
    description: entry.description,
    variable_type: entry.target === null ? 'VALUE' : 'ALIAS',
    ...(entry.target === null
      ? {}
      : { [linkName]: { id: entry.target, key: targetKey ?? 'GONE', scope: 'PROJECT' } }),
  }
  switch (oddity) {
    case 'described by a number':
      return { ...plain, description: 5 }
    case 'scopeless':
      return { ...plain, scope: null }
    case 'idless':
      return { ...plain, id: undefined }
    case 'keyless':
      return { ...plain, key: undefined }
    case 'null':
      return null
    default:
      return plain
  }
}
