import { zodResolver } from '@hookform/resolvers/zod'
import type { Resolver } from 'react-hook-form'
import { findId } from '../../rules/console-link'
import { everyListRead } from '../queries/narrower-keys'
import { queryClient, secretsQuery } from '../queries/queries'
import { treeQuery } from '../queries/tree-query'
import { currentSession } from '../session/session'
import { formSchema } from './form-schema'
import type { FormValues } from './form-values'
import { knownTree } from './known-places'

const judged: Resolver<FormValues> = zodResolver(
  formSchema({
    tree: knownTree,
    list: (owner) => queryClient.getQueryData(secretsQuery(owner).queryKey),
    lists: everyListRead,
  }),
)

/**
 * Judges the form by what has been read so far: the schema stays the same, lists are looked up as it judges. Only where a
 * place is named are the project's places waited for: nothing else says whether it is one.
 */
export const resolver: Resolver<FormValues> = async (values, ...asked) => {
  const projectId = findId(values.project, 'project')
  if (values.where !== '' && projectId !== undefined && currentSession().ready)
    await queryClient.ensureQueryData(treeQuery(projectId)).catch(() => undefined)
  return judged(values, ...asked)
}
