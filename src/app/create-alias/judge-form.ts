import type { Resolver } from 'react-hook-form'
import { queryClient, secretsQuery } from '../queries'
import type { FormValues } from './form-values'

// The rules load beside the form, and are asked for again should the first time have failed.
const loadRules = () =>
  Promise.all([import('@hookform/resolvers/zod'), import('./form-schema')] as const)
void loadRules().catch(() => undefined)

const secretsOf = (projectId: string) => queryClient.getQueryData(secretsQuery(projectId).queryKey)

/** Judges the form by its schema, what names may be, and what has been read of the project so far. */
export const judgeForm: Resolver<FormValues> = async (...form) => {
  const [{ zodResolver }, { formSchema }] = await loadRules()
  return zodResolver(formSchema(secretsOf))(...form)
}
