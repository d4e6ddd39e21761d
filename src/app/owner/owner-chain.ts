import { useQuery } from '@tanstack/react-query'
import { chainOf, isSameOwner, projectIdOf, type Owner } from '../../qovery/owner'
import { isWellFormed } from '../../rules/page-paths'
import type { ServiceNode } from '../queries/project-tree'
import { projectQuery } from '../queries/queries'
import { treeQuery } from '../queries/tree-query'
import { useServices } from '../queries/use-services'
import { useSession } from '../session/session'

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

const typeWords: Readonly<Record<string, string>> = {
  APPLICATION: 'application',
  CONTAINER: 'container',
  HELM: 'Helm chart',
  TERRAFORM: 'Terraform',
  AGENTIC_WORKFLOW: 'agentic workflow',
  DATABASE: 'database',
  ARGOCD_APP: 'ArgoCD app',
}
const jobWords: Readonly<Record<string, string>> = { CRON: 'cron job', LIFECYCLE: 'lifecycle job' }

/** What a service is, in words; a type that nobody knows yet as Qovery calls it. */
export const typeText = ({ service: { service_type: type, job_type: job } }: ServiceNode): string =>
  type === 'JOB' ? (jobWords[job ?? ''] ?? 'job') : (typeWords[type] ?? type)
