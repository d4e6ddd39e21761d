import { queryOptions } from '@tanstack/react-query'
import type { List, Unreadable } from '../../qovery/list'
import { environmentOwner, kindOfService, serviceOwner } from '../../qovery/owner'
import type { EnvironmentOwner, ServiceOwner } from '../../qovery/owner'
import type { Environment, Service } from '../../qovery/owner-schema'
import { lazyApi } from './queries'

/** A service of a project's tree. */
export interface ServiceNode {
  service: Service
  /** Undefined where it owns no secrets, or its type is not known: then `disabledReason` says so. */
  owner: ServiceOwner | undefined
  disabledReason: string | undefined
}

/** An environment of a project's tree. */
export interface EnvironmentNode {
  owner: EnvironmentOwner
  /** Null where only its services tell that there is one, and do not name it. */
  name: string | null
  mode: Environment['mode']
  /** Whether it was made for one run of an agentic workflow, and goes with it. */
  expires: boolean
  services: ServiceNode[]
}

/** What of a project owns secrets, as far as it could be read. */
export interface ProjectTree {
  environments: EnvironmentNode[]
  unreadable: readonly Unreadable[]
  /** Why a list is missing; null where it was read. */
  environmentsError: Error | null
  servicesError: Error | null
}

/** An environment's services by the call of its own, for who may not read the organization's. */
export const environmentServicesQuery = (environment: EnvironmentOwner | undefined) =>
  queryOptions({
    queryKey: ['listEnvironmentServices', { environmentId: environment?.id }],
    queryFn: async ({ signal }) => {
      if (environment === undefined) throw new Error('There is no environment to ask about.')
      const ownerClient = await (await lazyApi.get()).loadOwnerClient()
      const list = await ownerClient.listEnvironmentServices(environment.id, { signal })
      return { ...list, results: list.results.map((service) => nodeOf(service, environment)) }
    },
  })

/** Puts the two lists together. A service of an environment that its list does not show brings that along. */
export const makeTree = (
  projectId: string,
  environments: PromiseSettledResult<List<Environment>>,
  services: PromiseSettledResult<List<Service>>,
): ProjectTree => {
  const nodes = new Map<string, EnvironmentNode>()
  const add = (id: string, fields: Pick<EnvironmentNode, 'name' | 'mode' | 'expires'>) => {
    const node = { owner: environmentOwner(projectId, id), ...fields, services: [] }
    nodes.set(id, node)
    return node
  }
  const read = [environments, services].flatMap((list) =>
    list.status === 'fulfilled' ? [list.value] : [],
  )
  if (environments.status === 'fulfilled')
    for (const { id, name, mode, expires_at: expiry } of environments.value.results)
      add(id, { name, mode, expires: expiry !== null })
  for (const service of services.status === 'fulfilled' ? services.value.results : []) {
    const { project_id: project, environment_id: environmentId, environment_name: name } = service
    // Whether Qovery leaves out other projects' is not known.
    if (environmentId === null || (project !== null && project !== projectId)) continue
    const known = nodes.get(environmentId)
    if (known === undefined && project === null) continue
    const node = known ?? add(environmentId, { name, mode: null, expires: false })
    node.services.push(nodeOf(service, node.owner))
  }
  const sorted = [...nodes.values()].toSorted(byMode)
  for (const { services: own } of sorted)
    own.sort((one, other) => compare(one.service.name, other.service.name))
  return {
    environments: sorted,
    unreadable: read.flatMap(({ unreadable }) => unreadable),
    environmentsError: errorOf(environments),
    servicesError: errorOf(services),
  }
}

// What matters most comes first, what goes by itself last.
const modeOrder: Readonly<Record<string, number>> = {
  PRODUCTION: 0,
  STAGING: 1,
  DEVELOPMENT: 2,
  PREVIEW: 4,
}
const orderOf = ({ expires, mode }: EnvironmentNode) => (expires ? 5 : (modeOrder[mode ?? ''] ?? 3))
const byMode = (one: EnvironmentNode, other: EnvironmentNode) =>
  orderOf(one) - orderOf(other) || compare(one.name ?? '', other.name ?? '')
// The first of a page takes a while: none before there are names to be put in order.
let collator: Intl.Collator | undefined
const compare = (one: string, other: string) =>
  (collator ??= new Intl.Collator('en', { numeric: true })).compare(one, other)

const errorOf = (list: PromiseSettledResult<unknown>): Error | null => {
  if (list.status === 'fulfilled') return null
  return list.reason instanceof Error ? list.reason : new Error('The list could not be read.')
}

const nodeOf = (service: Service, environment: EnvironmentOwner): ServiceNode => {
  const kind = kindOfService(service.service_type)
  return {
    service,
    owner: kind && serviceOwner(environment, { kind, id: service.id }),
    disabledReason: kind === undefined ? whyNoOwner(service.service_type) : undefined,
  }
}

const whyNoOwner = (type: string): string => {
  if (type === 'DATABASE')
    return 'A database owns no variables. Those about it are its environment’s.'
  if (type === 'ARGOCD_APP')
    return 'An ArgoCD app owns no variables that Qovery knows: they are kept in its own repository.'
  if (/GATEWAY|ROUTER/.test(type)) return 'A gateway owns no variables.'
  return 'A service of a type that this console does not know: whether it owns secrets is not known.'
}
