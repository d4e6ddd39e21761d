import { findPlaceIds } from '../../../rules/console-link'
import { inWords } from '../../../rules/unseen'
import type { EnvironmentNode, ProjectTree, ServiceNode } from '../../queries/project-tree'
import { labelOf, placeOfEnvironment, placeOfService, type Place, type WrittenPlace } from './place'

/** The place that is meant, or why it cannot be told, and what to do. */
export type FoundPlace = { kind: 'found'; place: Place } | { kind: 'none'; problem: string }

/** Finds by name or id the places that rows name in two columns, each of them once. */
export const placeFinder = (
  tree: ProjectTree,
  apiName: string,
): ((row: WrittenPlace) => FoundPlace) => {
  const known = new Map<string, FoundPlace>()
  return (row) => {
    const written = JSON.stringify([row.environment, row.service])
    const found = known.get(written) ?? findPlace(row, tree, apiName)
    known.set(written, found)
    return found
  }
}

interface In {
  environment: EnvironmentNode
  node: ServiceNode
}

const findPlace = (row: WrittenPlace, tree: ProjectTree, apiName: string): FoundPlace => {
  const { environment, service } = row
  const within =
    environment === undefined ? tree.environments : environmentsNamed(environment, tree)
  if (environment !== undefined) {
    const [only, ...others] = within
    if (only === undefined) return none(noEnvironment(environment, tree, apiName))
    if (others.length > 0)
      return none(`${within.length} environments are called ${inWords(environment)}: write the ID.`)
    if (service === undefined) return { kind: 'found', place: placeOfEnvironment(only) }
  }
  const wanted = service ?? ''
  const found = servicesNamed(wanted, within)
  const [only, ...others] = found
  if (only === undefined) return none(noService(row, tree, apiName))
  if (others.length > 0) return none(tooMany(wanted, found))
  const place = placeOfService(only.environment, only.node)
  return place === undefined
    ? none(`${inWords(only.node.service.name)} cannot have an alias. ${only.node.disabledReason}`)
    : { kind: 'found', place }
}

const none = (problem: string): FoundPlace => ({ kind: 'none', problem })

/** Those that are called exactly so or have that id, or else those that are called so but for case. */
const named = <Node>(
  written: string,
  nodes: readonly Node[],
  facts: (node: Node) => { id: string; name: string | null },
): Node[] => {
  const ids = new Set(findPlaceIds(written).map(({ id }) => id))
  const exact = nodes.filter((node) => {
    const { id, name } = facts(node)
    return name === written || ids.has(id)
  })
  if (exact.length > 0) return exact
  const folded = written.toLowerCase()
  return nodes.filter((node) => facts(node).name?.toLowerCase() === folded)
}

const environmentsNamed = (written: string, { environments }: ProjectTree) =>
  named(written, environments, ({ owner, name }) => ({ id: owner.id, name }))

const servicesNamed = (written: string, environments: readonly EnvironmentNode[]): In[] =>
  named(
    written,
    environments.flatMap((environment) =>
      environment.services.map((node): In => ({ environment, node })),
    ),
    ({ node }) => node.service,
  )

const noEnvironment = (written: string, tree: ProjectTree, apiName: string) => {
  if (tree.environmentsError !== null)
    return `${apiName} did not give out the environments, so that ${inWords(written)} cannot be looked for. Make the plan again later.`
  if (tree.environments.length === 0) return 'The project has no environments: leave this empty.'
  return `The project has no environment ${inWords(written)}. It has ${some(tree.environments.filter(({ expires }) => !expires).map(labelOf))}.`
}

const noService = (
  { environment, service = '' }: WrittenPlace,
  tree: ProjectTree,
  apiName: string,
) => {
  if (tree.servicesError !== null)
    return `${apiName} did not give out the services, so that ${inWords(service)} cannot be looked for. Make the plan again later.`
  if (environment === undefined)
    return `No environment of the project has a service ${inWords(service)}. Check how it is written.`
  const there = `${inWords(environment)} has no service ${inWords(service)}.`
  const elsewhere = servicesNamed(service, tree.environments)
  if (elsewhere.length > 0) return `${there} There is one in ${some(elsewhere.map(labelIn))}.`
  const own = environmentsNamed(environment, tree).flatMap(({ services }) =>
    services.flatMap((node) => (node.owner === undefined ? [] : [node.service.name])),
  )
  return `${there} ${own.length === 0 ? 'It has none that could have an alias.' : `It has ${some(own)}.`}`
}

const tooMany = (service: string, found: readonly In[]) => {
  const within = [...new Set(found.map(labelIn))]
  return within.length === found.length
    ? `${inWords(service)} is in ${some(within)}: name the environment, too.`
    : `${found.length} services are called ${inWords(service)}: write the ID.`
}

const labelIn = ({ environment }: In) => labelOf(environment)

const mostNamed = 5

/** “a, b and c”, or the first of them and how many more there are. */
const some = (names: readonly string[]) => {
  const shown = names.slice(0, names.length > mostNamed ? mostNamed - 1 : mostNamed).map(inWords)
  const left = names.length - shown.length
  const last = left > 0 ? `${left} more` : shown.pop()
  return shown.length === 0 ? last : `${shown.join(', ')} and ${last}`
}
