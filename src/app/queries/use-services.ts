import { useQuery } from '@tanstack/react-query'
import { chainOf, isSameOwner, projectIdOf, type Owner } from '../../qovery/owner'
import { useSession } from '../session/session'
import { environmentServicesQuery, type ServiceNode } from './project-tree'
import { treeQuery } from './tree-query'

/** The services of the environment that an owner is, or lies in; undefined while they are not known. */
export const useServices = (owner: Owner): readonly ServiceNode[] | undefined => {
  const { ready } = useSession()
  const environment = chainOf(owner).find((each) => each.kind === 'environment')
  const isNarrower = ready && environment !== undefined
  const tree = useQuery({ ...treeQuery(projectIdOf(owner)), enabled: isNarrower })
  // Who may not read the organization's services may read this environment's.
  const isMissing = tree.isError || (tree.data !== undefined && tree.data.servicesError !== null)
  const own = useQuery({
    ...environmentServicesQuery(environment),
    enabled: isNarrower && isMissing,
  })
  if (environment === undefined) return undefined
  if (isMissing) return own.data?.results
  return tree.data?.environments.find((one) => isSameOwner(one.owner, environment))?.services
}
