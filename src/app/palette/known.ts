import * as z from 'zod/mini'
import type { List } from '../../qovery/list'
import { chainOf, projectIdOf, projectOwner, type Owner } from '../../qovery/owner'
import { bulkPath, createIn, ownerPath, secretPath } from '../../rules/page-paths'
import {
  owner as ownerShape,
  type Project,
  type Secret,
  type SecretList,
} from '../../qovery/schema'
import { indexSecrets } from '../../rules/secret-index'
import { actionsOf, type ActionKind } from '../alias/actions'
import { aliasesToMove } from '../change/chosen-rows'
import { fold } from '../../rules/fold'
import { everyProjectQuery, projectsQuery } from '../queries/projects'
import { organizationsQuery, projectQuery, queryClient, secretsQuery } from '../queries/queries'
import { treeQuery } from '../queries/tree-query'
import type { EnvironmentNode, ProjectTree } from '../queries/project-tree'
import { mergeLists } from '../relations/seen-list'
import type { Act, Subject } from './entry'

// What pages have read already, and nothing else: the palette asks Qovery for nothing.

/** Everything with a name that this tab has read so far. */
export const readSubjects = (): Subject[] => {
  const projects = readProjects()
  const trees = readTrees()
  const names = namesOf(projects)
  for (const { environments } of trees)
    for (const { owner, name, services } of environments) {
      names.set(owner.id, name ?? '')
      for (const { service } of services) names.set(service.id, service.name)
    }
  const secrets = new Map<string, Subject>()
  // An owner's list shows what is around it as well: each stands where it is widest.
  for (const { owner, list } of readLists().toSorted((one, other) => depth(one) - depth(other)))
    for (const secret of list.results)
      if (!secrets.has(secret.id))
        secrets.set(secret.id, secretSubject({ owner, list }, secret, names))
  return [
    ...projects.map(projectSubject),
    ...trees.flatMap(({ environments }) =>
      environments.flatMap((each) => placeSubjects(each, names)),
    ),
    ...secrets.values(),
  ]
}

/** The names of the projects whose secrets are searched. */
export const searchedProjects = (): string[] => {
  const names = namesOf(readProjects())
  const ids = new Set(readLists().map(({ owner }) => projectIdOf(owner)))
  return [...ids].map((id) => names.get(id) ?? id)
}

const namesOf = (projects: readonly KnownProject[]) =>
  new Map(projects.map(({ id, name }) => [id, name]))
const depth = ({ owner }: { owner: Owner }) => chainOf(owner).length

interface KnownProject {
  id: string
  name: string
  about: string
  description: string
}

const readProjects = (): KnownProject[] => {
  const organizations = new Map(
    (queryClient.getQueryData(organizationsQuery.queryKey)?.results ?? []).map((each) => [
      each.id,
      each.name,
    ]),
  )
  const found = new Map<string, KnownProject>()
  const add = (project: Project) => {
    found.set(project.id, {
      id: project.id,
      name: project.name,
      about: organizations.get(project.organization.id) ?? '',
      description: project.description ?? '',
    })
  }
  for (const project of queryClient.getQueryData(everyProjectQuery.queryKey)?.projects ?? [])
    add(project)
  const [listed] = projectsQuery('').queryKey
  for (const [, list] of queryClient.getQueriesData<List<Project>>({ queryKey: [listed] }))
    for (const project of list?.results ?? []) add(project)
  const [single] = projectQuery('').queryKey
  for (const [, project] of queryClient.getQueriesData<Project>({ queryKey: [single] }))
    if (project !== undefined) add(project)
  return [...found.values()].toSorted((one, other) => (one.name < other.name ? -1 : 1))
}

const readLists = () => {
  const [asked] = secretsQuery(projectOwner('')).queryKey
  return queryClient.getQueriesData<SecretList>({ queryKey: [asked] }).flatMap(([key, list]) => {
    const { data } = z.safeParse(ownerShape, key[1])
    return data === undefined || list === undefined ? [] : [{ owner: data, list }]
  })
}

const readTrees = () => {
  const [asked] = treeQuery('').queryKey
  return queryClient
    .getQueriesData<ProjectTree>({ queryKey: [asked] })
    .flatMap(([, tree]) => (tree === undefined ? [] : [tree]))
}

/** An environment, and those of its services that own secrets. */
const placeSubjects = (
  { owner, name, services }: EnvironmentNode,
  names: ReadonlyMap<string, string>,
): Subject[] => {
  const project = names.get(owner.projectId) ?? ''
  const environment = placeSubject(owner, name ?? owner.id, [project])
  return [
    environment,
    ...services.flatMap((each) =>
      each.owner === undefined
        ? []
        : [placeSubject(each.owner, each.service.name, [project, environment.name])],
    ),
  ]
}

const placeSubject = (owner: Owner, name: string, around: readonly string[]): Subject => ({
  id: owner.id,
  group: 'Environments and services',
  name,
  isKey: false,
  facts: around.filter(Boolean).join(' · '),
  words: fold([name, ...around, owner.kind].join('\n')),
  href: ownerPath(owner),
  actions: () => [
    go('Create alias', createIn(owner)),
    go('Bulk', bulkPath(owner)),
    go('Copy aliases to…', `${bulkPath(owner)}?copy`),
    go('Secrets', ownerPath(owner)),
  ],
})

const projectSubject = ({ id, name, about, description }: KnownProject): Subject => {
  const owner = projectOwner(id)
  return {
    id,
    group: 'Projects',
    name,
    isKey: false,
    facts: [about, description].filter(Boolean).join(' · '),
    words: fold(`${name}\n${about}\n${description}`),
    href: ownerPath(owner),
    actions: () => [
      go('Create alias', createIn(owner)),
      go('Bulk', bulkPath(owner)),
      go('Secrets', ownerPath(owner)),
    ],
  }
}

interface OwnedList {
  owner: Owner
  list: SecretList
}

const secretSubject = (
  owned: OwnedList,
  secret: Secret,
  names: ReadonlyMap<string, string>,
): Subject => {
  const { owner, list } = owned
  const { id, key, description, aliased_secret: target } = secret
  const project = chainOf(owner)
    .map((each) => names.get(each.id) ?? '')
    .filter(Boolean)
    .join(' · ')
  return {
    id,
    group: 'Secrets',
    name: key,
    isKey: true,
    facts: [project, target === null ? '' : `→ ${target.key}`].filter(Boolean).join(' · '),
    words: fold(`${key}\n${description ?? ''}\n${target?.key ?? ''}\n${project}`),
    href: secretPath(owner, id),
    actions: () =>
      actionsOf(secret, {
        at: owner,
        heldBy: owner,
        aliases: indexSecrets(list).aliasCounts.get(id) ?? 0,
      }).map(({ kind, label, disabledReason }) => ({
        label,
        disabledReason,
        act: secretAct[kind](owned, secret),
      })),
  }
}

const go = (label: string, href: string) => ({
  label,
  disabledReason: undefined,
  act: { kind: 'go' as const, href },
})

const secretAct: Record<ActionKind, (owned: OwnedList, secret: Secret) => Act> = {
  createAlias: ({ owner }, { id }) => ({ kind: 'go', href: createIn(owner, id) }),
  open: ({ owner }, { id }) => ({ kind: 'go', href: secretPath(owner, id) }),
  copyId: (_, { id }) => ({ kind: 'copy', what: 'ID', text: id }),
  copyKey: (_, { key }) => ({ kind: 'copy', what: 'Key', text: key }),
  edit: ({ owner }, secret) => ({ kind: 'change', change: 'edit', owner, secret }),
  moveAliases: ({ owner, list }, secret) => ({
    kind: 'hand over',
    rows: aliasesToMove(secret, {
      at: owner,
      list,
      ownerOf: mergeLists(owner, [{ owner, list }]).ownerOf,
    }),
  }),
  repoint: ({ owner }, secret) => ({ kind: 'change', change: 'repoint', owner, secret }),
  delete: ({ owner }, secret) => ({ kind: 'change', change: 'delete', owner, secret }),
}
