import type { Owner } from '../../qovery/owner'
import type { Secret, SecretList } from '../../qovery/schema'
import { isInherited, isSameOwner } from '../../qovery/owner'
import type { EnvironmentNode, ProjectTree } from '../queries/project-tree'
import { counted, grouped } from '../ui/count'
import { cut } from '../ui/cut'
import type { Reading } from './read-lists'

/** What else than lasting environments is looked into. */
export interface Wanted {
  previews: boolean
  expiring: boolean
}

/** An owner whose list may show what depends on a secret. */
export interface Below {
  owner: Owner
  /** Its environment's name, and its own where it is a service; null where it is not known. */
  names: readonly (string | null)[]
}

export interface LineagePlan {
  below: readonly Below[]
  environments: number
  services: number
  /** What is left out since nobody wanted it: environments that come and go. */
  unwanted: readonly Below[]
  /** Whether it is known that nothing else lies within. */
  isWhole: boolean
}

/** Whose lists are to be read to find what depends on an owner's secrets: those of all that lies within it. */
export const planLineage = (tree: ProjectTree, owner: Owner, wanted: Wanted): LineagePlan => {
  const within = tree.environments.filter(
    (node) => owner.kind === 'project' || isSameOwner(node.owner, owner),
  )
  // Whoever looks from a preview wants to see into it.
  const isWanted = ({ mode, expires }: EnvironmentNode) =>
    owner.kind === 'environment' ||
    ((wanted.expiring || !expires) && (wanted.previews || expires || mode !== 'PREVIEW'))
  const nodes = within.filter(isWanted)
  const left = within.filter((node) => !isWanted(node))
  const services = nodes.flatMap((node) =>
    node.services.flatMap(({ owner: each, service }): Below[] =>
      each === undefined ? [] : [{ owner: each, names: [node.name, service.name] }],
    ),
  )
  const environments = owner.kind === 'project' ? nodes : []
  return {
    below: [
      ...environments.map((node): Below => ({ owner: node.owner, names: [node.name] })),
      ...services,
    ],
    environments: environments.length,
    services: services.length,
    unwanted: left.map((node): Below => ({ owner: node.owner, names: [node.name] })),
    isWhole:
      left.length === 0 &&
      tree.environmentsError === null &&
      tree.servicesError === null &&
      tree.unreadable.length === 0,
  }
}

/** The list of what lies within. */
export interface ListBelow extends Below {
  list: SecretList
}

/** What depends on secrets further in, by whose it is, in the order of the lists. */
export interface Dependents extends Below {
  secrets: readonly Secret[]
}

/** Everything in some lists that points at one of the secrets or overrides it, and what depends on that in turn. */
export const findDependents = (
  secretIds: readonly string[],
  lists: readonly ListBelow[],
): Dependents[] => {
  const own = lists.map(({ owner, names, list }) => ({
    owner,
    names,
    byLink: ownByLink(list, owner),
  }))
  const linked = own.filter(({ byLink }) => byLink.size > 0)
  const gone = new Set(secretIds)
  // A set grows while it is walked; links that lead in a circle end there.
  for (const id of gone)
    for (const { byLink } of linked) for (const secret of byLink.get(id) ?? []) gone.add(secret.id)
  for (const id of secretIds) gone.delete(id)
  return linked.flatMap(({ byLink, ...below }) => {
    const all = new Set([...byLink.values()].flat())
    const secrets = [...all].filter(({ id }) => gone.has(id))
    return secrets.length === 0 ? [] : [{ ...below, secrets }]
  })
}

const known = new WeakMap<SecretList, ReadonlyMap<string, readonly Secret[]>>()

/** An owner's own secrets by the id of what each points at or overrides: read once from each list, of which there may be hundreds. */
const ownByLink = (list: SecretList, owner: Owner): ReadonlyMap<string, readonly Secret[]> => {
  const before = known.get(list)
  if (before !== undefined) return before
  const byLink = new Map<string, Secret[]>()
  for (const secret of list.results) {
    if (isInherited(secret.scope, owner)) continue
    for (const link of [secret.aliased_secret, secret.overridden_secret]) {
      const there = link && byLink.get(link.id)
      if (there) there.push(secret)
      else if (link) byLink.set(link.id, [secret])
    }
  }
  known.set(list, byLink)
  return byLink
}

/**
 * "48 lists to read, of 6 environments and 42 services: 48 of your 1,000 requests an hour."
 * @param asked how many of them are not read yet
 * @param isLimited whether somebody counts requests: the sandbox does not
 */
export const costText = (
  owner: Owner,
  { environments, services, below }: LineagePlan,
  asked: number,
  isLimited: boolean,
): string => {
  const within = [
    ...(owner.kind === 'project' ? [counted(environments, 'environment')] : []),
    counted(services, 'service'),
  ]
  const read = below.length - asked
  const since =
    read === 0 ? '' : `, since ${grouped(read)} ${read === 1 ? 'was' : 'were'} read just now`
  const cost = isLimited ? `: ${grouped(asked)} of your 1,000 requests an hour` : ''
  return `${counted(asked, 'list')} to read, of ${within.join(' and ')}${cost}${since}.`
}

/** What is said where nothing was found that depends on a secret; nothing, as long as nothing was read. */
export const nothingFound = ({ status, total, outcomes }: Reading): string => {
  const read = [...outcomes.values()].filter((outcome) => outcome === 'read').length
  if (read === 0) return ''
  if (status === 'running' || status === 'paused') return 'Nothing so far.'
  return `Nothing in ${read < total ? 'the lists that were read' : 'these lists'} depends on it.`
}

/** "production / web": what a place is called in a list of places. */
export const placeText = ({ names }: Below): string =>
  names.map((name) => cut(name ?? 'without a name')).join(' / ')
