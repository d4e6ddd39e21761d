import { useQuery } from '@tanstack/react-query'
import { chainOf, isSameOwner, projectIdOf, type Owner } from '../../qovery/owner'
import { isWellFormed } from '../../rules/page-paths'
import { projectQuery } from '../queries/queries'
import { treeQuery } from '../queries/tree-query'
import { useServices } from '../queries/use-services'
import { useSession } from '../session/session'
import { typeText } from './type-text'

export interface NamedOwner {
  owner: Owner
  /** Null while it is not known, or where nobody may read it. */
  name: string | null
  /** What is shown beside the name: an environment's mode, a service's type. */
  about: string | null
}

/** An owner and all that is around it by name, the project first. What is no project is named by the project's tree. */
export const useOwnerChain = (owner: Owner): NamedOwner[] => {
  const { ready } = useSession()
  const projectId = projectIdOf(owner)
  // Of an address that was cut there is nobody to ask about.
  const project = useQuery({ ...projectQuery(projectId), enabled: ready && isWellFormed(owner) })
  const tree = useQuery({ ...treeQuery(projectId), enabled: ready && owner.kind !== 'project' })
  const services = useServices(owner)
  return chainOf(owner).map((each): NamedOwner => {
    if (each.kind === 'project')
      return { owner: each, name: project.data?.name ?? null, about: null }
    if (each.kind === 'environment') {
      const node = tree.data?.environments.find((one) => isSameOwner(one.owner, each))
      return { owner: each, name: node?.name ?? null, about: node?.mode ?? null }
    }
    const node = services?.find((one) => one.owner !== undefined && isSameOwner(one.owner, each))
    return { owner: each, name: node?.service.name ?? null, about: node ? typeText(node) : null }
  })
}
