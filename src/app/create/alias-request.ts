import { interpolates } from '../../rules/interpolates'
import type { CreateAliasRequest, Secret } from '../../qovery/schema'
import type { FormValues } from './form-values'

/** What of the form is sent as it stands. */
export type RequestedValues = Pick<FormValues, 'key' | 'description' | 'interpolation'>

/** The body to send: the documented fields and no other, the key exactly as typed. */
export const toRequest = (
  values: RequestedValues,
  target: Secret | undefined,
): CreateAliasRequest => ({
  key: values.key,
  description: values.description === '' ? null : values.description,
  enable_interpolation_in_file: interpolates(values, target),
})
