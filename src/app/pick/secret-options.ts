import { aliasDisabledReason } from '../../qovery/alias-source'
import type { Secret, SecretList } from '../../qovery/schema'
import { fold, type Option } from './option'
import { nameAndFacts } from './secret-facts'

/** A project's secrets as options, by key; `disabledReasonOf` says why one cannot be picked. */
export const secretOptions = (
  list: SecretList,
  disabledReasonOf: (secret: Secret) => string | undefined = aliasDisabledReason,
): Option[] =>
  list.results
    .map((secret): Option => {
      const { name, facts } = nameAndFacts(secret, list)
      const note = secret.description ?? ''
      return {
        id: secret.id,
        name,
        facts,
        note,
        disabledReason: disabledReasonOf(secret),
        words: fold(`${name}\n${note}`),
      }
    })
    .toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
