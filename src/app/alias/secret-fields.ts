import { managerWord, scopeWord, typeWord } from '../../rules/api-words'
import type { LinkedSecret, Secret } from '../../qovery/schema'

type Term =
  | 'ID'
  | 'Key'
  | 'Scope'
  | 'Type'
  | 'Mount path'
  | 'Description'
  | 'Interpolation in file'
  | 'Service'
  | 'Owned by'
  | 'Created'
  | 'Updated'

/** One documented field as a card shows it. `null` is said as "none". */
export type SecretField = { term: Term } & (
  | { kind: 'id' | 'key'; value: string }
  | { kind: 'instant' | 'path' | 'text'; value: string | null }
  | { kind: 'toggle'; value: boolean | null }
  /** One of Qovery's words, and the same as people say it. */
  | { kind: 'enumeration'; value: string | null; inWords: string }
  | { kind: 'service'; value: Service }
  /** It came back, but not as described. */
  | { kind: 'unread' }
)

export interface Service {
  name: string | null
  type: string | null
  id: string | null
}

/** The fields of a secret in reading order. Source: the fields of Qovery's `Secret`, and of its links. */
export const secretFields = (secret: Secret | LinkedSecret): SecretField[] => {
  const { unread = [] } = secret
  const orUnread = (name: string, field: SecretField): SecretField =>
    unread.includes(name) ? { term: field.term, kind: 'unread' } : field
  return [
    { term: 'ID', kind: 'id', value: secret.id },
    { term: 'Key', kind: 'key', value: secret.key },
    orUnread('scope', { term: 'Scope', ...enumeration(secret.scope, scopeWord) }),
    orUnread('variable_type', { term: 'Type', ...enumeration(secret.variable_type, typeWord) }),
    ...('mount_path' in secret
      ? [orUnread('mount_path', { term: 'Mount path', kind: 'path', value: secret.mount_path })]
      : []),
    orUnread('description', { term: 'Description', kind: 'text', value: secret.description }),
    orUnread('enable_interpolation_in_file', {
      term: 'Interpolation in file',
      kind: 'toggle',
      value: secret.enable_interpolation_in_file,
    }),
    ...('created_at' in secret
      ? [
          // Only a service's own secrets have one.
          ...serviceOf(secret),
          orUnread('owned_by', { term: 'Owned by', ...enumeration(secret.owned_by, managerWord) }),
          orUnread('created_at', { term: 'Created', kind: 'instant', value: secret.created_at }),
          orUnread('updated_at', { term: 'Updated', kind: 'instant', value: secret.updated_at }),
        ]
      : []),
  ]
}

const enumeration = (value: string | null, wordOf: (apiWord: string) => string) =>
  ({ kind: 'enumeration', value, inWords: value === null ? '' : wordOf(value) }) as const

const serviceOf = (secret: Secret): SecretField[] => {
  const { service_id: id, service_name: name, service_type: type, unread = [] } = secret
  if (unread.some((field) => field.startsWith('service_')))
    return [{ term: 'Service', kind: 'unread' }]
  if (id === null && name === null && type === null) return []
  return [{ term: 'Service', kind: 'service', value: { id, name, type } }]
}
