import type { LinkedSecret, Secret } from '../../qovery/schema'

/** One documented field as a card shows it. `null` is said as "none"; what the answer left out is not listed. */
export type SecretField =
  | { term: 'ID'; kind: 'id'; value: string }
  | { term: 'Key'; kind: 'key'; value: string }
  | { term: 'Created' | 'Updated'; kind: 'instant'; value: string | null }
  | { term: 'Interpolation in file'; kind: 'toggle'; value: boolean | null }
  | { term: 'Mount path'; kind: 'path'; value: string | null }
  | { term: 'Scope' | 'Type' | 'Owned by' | 'Description'; kind: 'text'; value: string | null }
  | { term: 'Service'; kind: 'service'; value: Service | null }

export interface Service {
  name?: string | undefined
  type?: string | undefined
  id?: string | undefined
}

/** The fields of a secret in reading order. Source: the fields of Qovery's `Secret`, all of them. */
export const secretFields = (secret: Secret | LinkedSecret): SecretField[] => {
  const whole: Partial<Secret> & Partial<LinkedSecret> = secret
  const service = serviceOf(whole)
  return [
    { term: 'ID', kind: 'id', value: secret.id },
    { term: 'Key', kind: 'key', value: secret.key },
    { term: 'Scope', kind: 'text', value: secret.scope },
    ...carried(whole.variable_type, (value) => ({ term: 'Type', kind: 'text', value })),
    ...carried(whole.mount_path, (value) => ({ term: 'Mount path', kind: 'path', value })),
    ...carried(whole.description, (value) => ({ term: 'Description', kind: 'text', value })),
    ...carried(whole.enable_interpolation_in_file, (value) => ({
      term: 'Interpolation in file',
      kind: 'toggle',
      value,
    })),
    ...carried(service, (value) => ({ term: 'Service', kind: 'service', value })),
    ...carried(whole.owned_by, (value) => ({ term: 'Owned by', kind: 'text', value })),
    ...carried(whole.created_at, (value) => ({ term: 'Created', kind: 'instant', value })),
    ...carried(whole.updated_at, (value) => ({ term: 'Updated', kind: 'instant', value })),
  ]
}

const carried = <Value>(
  value: Value | undefined,
  field: (value: Value) => SecretField,
): SecretField[] => (value === undefined ? [] : [field(value)])

const serviceOf = ({ service_id, service_name, service_type }: Partial<Secret>) => {
  const parts = [service_id, service_name, service_type]
  if (parts.every((part) => part === undefined)) return undefined
  if (parts.every((part) => part === undefined || part === null)) return null
  return {
    name: service_name ?? undefined,
    type: service_type ?? undefined,
    id: service_id ?? undefined,
  }
}
