import { buildPath } from '../qovery/build-path'
import { findId } from './console-link'
import {
  chainOf,
  environmentOwner,
  isServiceKind,
  projectIdOf,
  projectOwner,
  serviceOwner,
  type Owner,
} from '../qovery/owner'

// Addresses of the console's own pages: each is built here and read here, by the page and by its server.

/** The form, and the two pages on which a project is chosen. */
export const createPath = '/'
export const projectsPath = '/project'
export const chooseBulkPath = '/bulk'

/** What this browser did. */
export const historyPath = '/history'

/** What an alias is, for whoever comes for the first time. */
export const aboutPath = '/about'

const ownerTemplates = {
  project: '/project/{projectId}',
  environment: '/project/{projectId}/environment/{environmentId}',
  service: '/project/{projectId}/environment/{environmentId}/{kind}/{serviceId}',
}

/** All secrets of an owner. */
export const ownerPath = (owner: Owner): string => {
  switch (owner.kind) {
    case 'project':
      return buildPath(ownerTemplates.project, { projectId: owner.id })
    case 'environment':
      return buildPath(ownerTemplates.environment, {
        projectId: owner.projectId,
        environmentId: owner.id,
      })
    default:
      return buildPath(ownerTemplates.service, { ...owner, serviceId: owner.id })
  }
}

/** One secret, as an owner's list shows it. */
export const secretPath = (owner: Owner, secretId: string): string =>
  ownerPath(owner) + buildPath('/secret/{secretId}', { secretId })

/** Many aliases at once, in one owner and from there in others; with `?copy`, its own in others. */
export const bulkPath = (owner: Owner): string => `${ownerPath(owner)}/bulk`

/** The same, where rows that were chosen in its list are to be planned. */
export const chosenBulkPath = (owner: Owner): string => `${bulkPath(owner)}?selected`

/** The same with lines in its text. */
export const bulkOf = (owner: Owner, aliases: string): string =>
  `${bulkPath(owner)}?${new URLSearchParams({ aliases })}`

/** The form, filled in with who is to own the alias and with what it is to point at. */
export const createIn = (owner: Owner, secretId?: string): string => {
  const query = new URLSearchParams({ project: projectIdOf(owner) })
  if (owner.kind === 'environment') query.set('environment', owner.id)
  else if (owner.kind !== 'project') {
    query.set('environment', owner.environmentId)
    query.set('service', owner.id)
  }
  if (secretId !== undefined) query.set('secret', secretId)
  return `${createPath}?${query}`
}

/** What an address of the console shows. Ids are in lower case, and may be none. */
export type Page =
  | { name: 'create' | 'choose project' | 'choose project for bulk' | 'history' | 'about' }
  | { name: 'secrets' | 'bulk'; owner: Owner }
  | { name: 'secret'; owner: Owner; secretId: string }

/** Whether an owner that was read from an address has ids at all. */
export const isWellFormed = (owner: Owner): boolean =>
  chainOf(owner).every(({ id }) => findId(id, 'project') === id)

const single = new Map<string, Page>([
  [createPath, { name: 'create' }],
  [projectsPath, { name: 'choose project' }],
  [chooseBulkPath, { name: 'choose project for bulk' }],
  [historyPath, { name: 'history' }],
  [aboutPath, { name: 'about' }],
])

/** Reads the path of an address; undefined where the console has no such page. */
export const readPath = (path: string): Page | undefined => {
  const bare = path.replace(/(?<=[^/])\/$/, '')
  const known = single.get(bare) ?? secretsOf(readOwner(bare))
  if (known !== undefined) return known
  const [, before = '', secretId] = /^(.+)\/(?:bulk|secret\/([^/]+))$/.exec(bare) ?? []
  const owner = readOwner(before)
  if (owner === undefined) return undefined
  return secretId === undefined
    ? { name: 'bulk', owner }
    : { name: 'secret', owner, secretId: secretId.toLowerCase() }
}

const secretsOf = (owner: Owner | undefined): Page | undefined =>
  owner && { name: 'secrets', owner }

const readOwner = (path: string): Owner | undefined => {
  const [, first, projectId = '', word, environmentId = '', kind, id = '', ...more] =
    path.split('/')
  if (first !== 'project' || projectId === '' || more.length > 0) return undefined
  if (word === undefined) return projectOwner(projectId)
  if (word !== 'environment' || environmentId === '') return undefined
  const environment = environmentOwner(projectId, environmentId)
  if (kind === undefined) return environment
  return isServiceKind(kind) && id !== '' ? serviceOwner(environment, { kind, id }) : undefined
}
