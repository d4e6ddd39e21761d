import type { Related } from '../relations/relate'
import { cut } from '../ui/cut'
import { nameInText } from '../ui/name'

/** A row as it is read out: what its cells say, without its buttons. `age` as in "2 days ago", where it is known. */
export const rowName = ({ secret, orphaned }: Related, age: string | undefined): string => {
  const { key, variable_type, scope, owned_by, unread } = secret
  return [
    nameInText(key),
    orphaned && 'missing target',
    unread !== undefined && 'partly read',
    cut(variable_type ?? '', 40),
    cut(scope, 40),
    cut(owned_by ?? '', 40),
    age !== undefined && `updated ${age}`,
  ]
    .filter(Boolean)
    .join(', ')
}
