import { interpolates } from '../../qovery/interpolates'
import type { CreateAliasRequest, Secret, SecretList } from '../../qovery/schema'
import { indexSecrets } from '../../qovery/secret-index'

/** The form as it stands on the screen: ids as they were pasted, the description as typed. */
export interface FormValues {
  project: string
  secret: string
  key: string
  /** The key that somebody agreed to use although it is advised against. */
  agreedKey: string
  description: string
  /** Null while nobody has touched the switch: it then follows the secret. */
  interpolation: boolean | null
}

/** What of the form is sent as it stands. */
export type RequestedValues = Pick<FormValues, 'key' | 'description' | 'interpolation'>

export const emptyForm: FormValues = {
  project: '',
  secret: '',
  key: '',
  agreedKey: '',
  description: '',
  interpolation: null,
}

export const formFields = [
  'project',
  'secret',
  'key',
  'agreedKey',
  'description',
  'interpolation',
] as const

/** The secret of an id in lower case, as far as the project's list is known. */
export const findSource = (
  list: SecretList | undefined,
  secretId: string | undefined,
): Secret | undefined =>
  list === undefined || secretId === undefined ? undefined : indexSecrets(list).byId.get(secretId)

/** The body to send: the documented fields and no other, the key exactly as typed. */
export const toRequest = (
  values: RequestedValues,
  source: Secret | undefined,
): CreateAliasRequest => ({
  key: values.key,
  description: values.description === '' ? null : values.description,
  enable_interpolation_in_file: interpolates(values, source),
})
