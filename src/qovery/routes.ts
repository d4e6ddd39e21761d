/** The calls of Qovery's API that the console uses; nothing else is sent, forwarded or answered. */
export const routes = {
  listOrganizations: { method: 'GET', path: '/organization' },
  getOrganization: { method: 'GET', path: '/organization/{organizationId}' },
  listProjects: { method: 'GET', path: '/organization/{organizationId}/project' },
  getProject: { method: 'GET', path: '/project/{projectId}' },
  listProjectSecrets: { method: 'GET', path: '/project/{projectId}/secret' },
  createProjectSecretAlias: {
    method: 'POST',
    path: '/project/{projectId}/secret/{secretId}/alias',
  },
  editProjectSecret: { method: 'PUT', path: '/project/{projectId}/secret/{secretId}' },
  deleteProjectSecret: { method: 'DELETE', path: '/project/{projectId}/secret/{secretId}' },
} as const

export type Operation = keyof typeof routes

type Names<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Names<Rest>
  : never
export type RouteParams<Name extends Operation> = Record<
  Names<(typeof routes)[Name]['path']>,
  string
>

const guid = '[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}'

/** Builds a route's path. Ids are encoded, so that a hostile id can never become another path. */
export const routePath = <Name extends Operation>(name: Name, params: RouteParams<Name>): string =>
  (pieces.get(name) ?? [])
    .map((piece, index) =>
      index % 2 === 0 ? piece : encode((params as Record<string, string>)[piece] ?? ''),
    )
    .join('')

const encode = (id: string) => (isGuid.test(id) ? id : encodeURIComponent(encodable(id)))
const isGuid = new RegExp(`^${guid}$`)

// A parser of addresses follows `..` even where it is encoded, and half a surrogate pair has no encoding at all.
const encodable = (id: string) =>
  id.replace(/^\.{1,2}$/, '_').replaceAll(/\p{Surrogate}/gu, '\ufffd')

export interface RouteMatch {
  operation: Operation
  params: Record<string, string>
}

const isOperation = (name: string): name is Operation => Object.hasOwn(routes, name)

// What stands between the ids, and their names: each second one is a name.
const pieces = new Map(Object.entries(routes).map(([name, { path }]) => [name, path.split(/[{}]/)]))

const depthOf = (path: string) => path.split('/').length

const matchers = Object.keys(routes)
  .filter(isOperation)
  .map((operation) => ({
    operation,
    method: routes[operation].method,
    depth: depthOf(routes[operation].path),
    pattern: new RegExp(`^${routes[operation].path.replaceAll(/\{(\w+)\}/g, `(?<$1>${guid})`)}$`),
  }))

/** Finds the routes a plain path belongs to, by method. Empty where the console has no such route. */
export const matchRoutes = (path: string): Map<string, RouteMatch> => {
  const found = new Map<string, RouteMatch>()
  const pathDepth = depthOf(path)
  for (const { operation, method, depth, pattern } of matchers) {
    // Every call asks here, and most patterns are of another length.
    const match = depth === pathDepth ? pattern.exec(path) : null
    if (match !== null) found.set(method, { operation, params: { ...match.groups } })
  }
  return found
}
