import { zodResolver } from '@hookform/resolvers/zod'
import type { Resolver } from 'react-hook-form'
import { projectOwner } from '../../qovery/owner'
import { queryClient, secretsQuery } from '../queries/queries'
import { formSchema } from './form-schema'
import type { FormValues } from './form-values'

const listOf = (projectId: string) =>
  queryClient.getQueryData(secretsQuery(projectOwner(projectId)).queryKey)

/** The form's schema over what has been read so far. It changes with no call: lists are looked up as it judges. */
export const judge: Resolver<FormValues> = zodResolver(formSchema(listOf))
