import { findId } from '../../rules/console-link'
import type { Owner } from '../../qovery/owner'
import type { EnvironmentNode, ProjectTree } from '../queries/project-tree'
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

/** What an environment is called. */
export const environmentName = ({ owner: { id }, name }: EnvironmentNode): string =>
  name ?? `environment ${id.slice(0, 8)}`

/** What an environment or a service is called, with what it lies in. */
export const placeName = (id: string, { environments }: ProjectTree): string | undefined => {
  for (const environment of environments) {
    if (environment.owner.id === id) return environmentName(environment)
    const found = environment.services.find(({ service }) => service.id === id)
    if (found !== undefined) return `${environmentName(environment)} / ${found.service.name}`
  }
  return undefined
}
