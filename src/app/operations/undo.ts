import { isWhole, type Secret } from '../../qovery/schema'
import { isAlias } from '../relations/relate'
import type { Wish } from './agreed'
import type { Operation } from './operation'
import type { Result } from './result'
import { textOf } from './same-secret'

/** What takes an operation back, or why nothing does. */
export type Undo = { wish: Wish } | { why: string }

interface Done {
  operation: Operation
  result: Result
}

/**
 * What takes an operation back that was done. Once agreed to, it is an operation like any other: judged by a list that is
 * read just before, sent once and remembered. No value is ever part of it.
 */
export const undoOf = ({ operation, result }: Done): Undo => {
  if (result.kind !== 'done') return { why: 'Nothing was changed.' }
  const { owner } = operation
  const shared = { owner, undoesId: operation.id }
  switch (operation.kind) {
    case 'create':
      return result.secret === null
        ? unknown
        : {
            wish: {
              ...shared,
              kind: 'delete',
              seen: result.secret,
              dependents: [],
              unreadDependents: 0,
              undoes: operation.request,
              ...(operation.renamedTo !== undefined && { renamedTo: operation.renamedTo }),
              ...(operation.renaming !== undefined && { renaming: operation.renaming }),
            },
          }
    case 'edit': {
      if (result.secret === null) return unknown
      const { seen, key, keepsName } = operation
      if (keepsName === true && key !== seen.key)
        return {
          why: 'Undo the alias of its old name, or rename it.',
        }
      return {
        wish: {
          ...shared,
          kind: 'edit',
          seen: result.secret,
          key: seen.key,
          description: textOf(seen) === '' ? null : textOf(seen),
        },
      }
    }
    case 'repoint':
      return result.secret === null
        ? unknown
        : {
            wish: {
              ...shared,
              kind: 'repoint',
              seen: result.secret,
              from: operation.to,
              to: operation.from,
            },
          }
    case 'delete':
      return undoOfDeletion(
        operation.seen,
        operation.dependents.length + operation.unreadDependents,
        shared,
      )
  }
}

type Shared = Pick<Operation, 'owner' | 'undoesId'>

const undoOfDeletion = (seen: Secret, dependents: number, shared: Shared): Undo => {
  const { key, description, enable_interpolation_in_file, aliased_secret: target } = seen
  if (!isAlias(seen))
    return { why: 'Its value was never given out, so nobody but its owner can make it again.' }
  if (target === null || !isWhole(seen))
    return { why: 'Not all of it could be read, so it could not be made again as it was.' }
  if (dependents > 0) return { why: 'What went with it could not be brought back.' }
  return {
    wish: {
      ...shared,
      kind: 'create',
      secretId: target.id,
      request: { key, description, enable_interpolation_in_file },
      existingBefore: null,
    },
  }
}

const unknown = { why: 'What came of it is not known in full.' }
