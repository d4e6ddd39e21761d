import { useQuery } from '@tanstack/react-query'
import type { Place, Within } from '../../rules/as-code/alias-plan'
import { projectIdOf, type Owner } from '../../qovery/owner'
import type { ProjectTree, ServiceNode } from './project-tree'
import { organizationsQuery, projectQuery } from './queries'
import { treeQuery } from './tree-query'
import { useServices } from './use-services'
import { useSession } from '../session/session'

/** An owner and what is around it by name, which the tools that know no ids ask for; null while they are not known. */
export const usePlace = (owner: Owner): Place => {
  const projectId = projectIdOf(owner)
  const { ready } = useSession()
  const { data: project } = useQuery({ ...projectQuery(projectId), enabled: ready })
  const { data: organizations } = useQuery({ ...organizationsQuery, enabled: ready })
  const { data: tree } = useQuery({
    ...treeQuery(projectId),
    enabled: ready && owner.kind !== 'project',
  })
  // By the calls that name it in the page's heading: a tree without services is no answer.
  const services = useServices(owner)
  const organization = organizations?.results.find(({ id }) => id === project?.organization.id)
  return {
    organization: organization ?? null,
    project: { id: projectId, name: project?.name ?? null },
    ...(owner.kind === 'project' ? {} : { within: withinOf(owner, tree, services) }),
  }
}

const withinOf = (
  owner: Exclude<Owner, { kind: 'project' }>,
  tree: ProjectTree | undefined,
  services: readonly ServiceNode[] | undefined,
): Within => {
  const environmentId = owner.kind === 'environment' ? owner.id : owner.environmentId
  const environment = tree?.environments.find(({ owner: { id } }) => id === environmentId)
  const service = services?.find((each) => each.service.id === owner.id)?.service
  return {
    owner,
    environment: environment?.name ?? null,
    service: service?.name ?? null,
    jobType: service?.job_type,
  }
}
