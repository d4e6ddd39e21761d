import { agreedTo } from './agreed'
import type { CreateOperation, EditOperation, Operation } from './operation'
import { isAsWanted, type Result } from './result'

/** What is to follow a renaming that was done, where somebody wanted to keep the old name: an alias. */
export const aliasToFollow = (operation: Operation, result: Result): CreateOperation | undefined =>
  operation.kind === 'edit' &&
  operation.keepsName === true &&
  operation.key !== operation.seen.key &&
  isAsWanted(result, operation)
    ? aliasOfOldName(operation)
    : undefined

/** What gives its old name to what was renamed: an alias of it, or of what it points at itself. */
const aliasOfOldName = ({ owner, seen, key }: EditOperation): CreateOperation =>
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
  })
