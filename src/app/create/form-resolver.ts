import { zodResolver } from '@hookform/resolvers/zod'
import type { Resolver } from 'react-hook-form'
import { everyListRead } from '../queries/narrower-keys'
import { queryClient, secretsQuery } from '../queries/queries'
import { treeQuery } from '../queries/tree-query'
import { currentSession } from '../session/session'
import { formSchema } from './form-schema'
import type { FormValues } from './form-values'

/** Judges the form by what has been read so far: the schema stays the same, lists are looked up as it judges. */
export const resolver: Resolver<FormValues> = zodResolver(
  formSchema({
    tree: async (projectId) =>
      currentSession().ready
        ? queryClient.ensureQueryData(treeQuery(projectId)).catch(() => undefined)
        : queryClient.getQueryData(treeQuery(projectId).queryKey),
    list: (owner) => queryClient.getQueryData(secretsQuery(owner).queryKey),
    lists: everyListRead,
  }),
)
