import { findId } from '../../rules/console-link'
import type { Owner } from '../../qovery/owner'
import type { ProjectTree } from '../queries/project-tree'
import { queryClient } from '../queries/queries'
import { treeQuery } from '../queries/tree-query'
import { locate, type FormValues } from './form-values'

/** The project's tree as far as it was read by now. */
export const knownTree = (project: string): ProjectTree | undefined =>
  queryClient.getQueryData(treeQuery(findId(project, 'project') ?? '').queryKey)

/** The same at one moment, by what has been read by then. */
export const ownerOf = (values: Pick<FormValues, 'project' | 'where'>): Owner | undefined => {
  const located = locate(values, knownTree(values.project))
  return located && 'owner' in located ? located.owner : undefined
}
