import { agreedTo } from './agreed'
import type { CreateOperation, DeleteOperation, EditOperation, Operation } from './operation'
import { isAsWanted, type Result } from './result'
import { textOf } from './same-secret'

/**
 * What is to follow what was done, where somebody wanted both: an alias that keeps the old name of what was renamed, or, to
 * take that back, the old name itself once the alias is gone.
 */
export const toFollow = (
  operation: Operation,
  result: Result,
): CreateOperation | EditOperation | undefined => {
  if (!isAsWanted(result, operation)) return undefined
  switch (operation.kind) {
    case 'edit':
      return operation.keepsName === true && operation.key !== operation.seen.key
        ? aliasOfOldName(operation, result)
        : undefined
    case 'delete':
      return oldNameAgain(operation)
    default:
      return undefined
  }
}

/** What gives its old name to what was renamed: an alias of it, or of what it points at itself. */
const aliasOfOldName = ({ id, owner, seen, key }: EditOperation, result: Result): CreateOperation =>
  agreedTo({
    kind: 'create',
    owner,
    secretId: seen.aliased_secret?.id ?? seen.id,
    request: {
      key: seen.key,
      description: null,
      enable_interpolation_in_file: seen.enable_interpolation_in_file,
    },
    // It was had by what has another one now.
    existingBefore: [],
    renamedTo: key,
    ...(result.kind === 'done' &&
      result.secret !== null && {
        renaming: { by: id, seen: result.secret, description: seen.description },
      }),
  })

/** Whether two operations take the same one back. */
export const isSameUndo = (one: Operation, other: Operation): boolean =>
  one.kind === other.kind && one.undoesId !== undefined && one.undoesId === other.undoesId

const oldNameAgain = ({ owner, seen, renaming }: DeleteOperation): EditOperation | undefined =>
  renaming &&
  agreedTo({
    kind: 'edit',
    owner,
    undoesId: renaming.by,
    seen: renaming.seen,
    key: seen.key,
    description: textOf(renaming) === '' ? null : textOf(renaming),
  })
