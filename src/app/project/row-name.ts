import { isAlias, type Related } from '../relations/relate'
import { cut } from '../ui/cut'
import { nameInText } from '../ui/name'
import { managerWord, scopeWord, typeWord } from '../../rules/api-words'
import { keyStatusWords } from './key-status'
import { overrideWords } from './override-words'

/** A row as it is read out: what its cells say, without its buttons. `age` as in "2 days ago", where it is known. */
export const rowName = (related: Related, age: string | undefined): string => {
  const { secret, orphaned } = related
  const { key, variable_type: type, scope, owned_by, unread, aliased_secret: target } = secret
  return [
    nameInText(key),
    orphaned && 'missing target',
    !orphaned && target !== null && `points at ${nameInText(target.key)}`,
    overrideWords(related),
    keyStatusWords(related),
    unread !== undefined && 'partly read',
    type !== null &&
      !(isAlias(secret) && type === 'ALIAS' && target !== null) &&
      cut(typeWord(type), 40),
    type !== scope && cut(scopeWord(scope), 40),
    cut(managerWord(owned_by ?? ''), 40),
    age !== undefined && `updated ${age}`,
  ]
    .filter(Boolean)
    .join(', ')
}
