import { buildPath, type PathParams } from './build-path'
import { ownsByVariable, scopeOf } from './owner'
import { ownerRoutes } from './owner-routes'
import { routes } from './routes'
import { uncalledRoutes } from './uncalled-routes'

/** Every call of Qovery's API that is known here; nothing else is answered. */
export const allRoutes = { ...routes, ...ownerRoutes, ...uncalledRoutes }

export type AnyRouteName = keyof typeof allRoutes

/** Whether the console makes this call; nothing else is forwarded. */
export const isCalled = (operation: AnyRouteName): boolean =>
  !Object.hasOwn(uncalledRoutes, operation)

/** Every name that a route has in braces. */
export type AnyParams = PathParams<(typeof allRoutes)[AnyRouteName]['path']>

/** What a route's path is built of where it names nothing. */
export const noParams: AnyParams = {
  organizationId: '',
  projectId: '',
  ownerId: '',
  secretId: '',
  scope: '',
}

/** Builds any route's path, its query included. */
export const anyPath = (operation: AnyRouteName, params: AnyParams): string =>
  buildPath(allRoutes[operation].path, params)

export interface RouteMatch {
  operation: AnyRouteName
  /** Undefined where the query lacks what the route needs, or has it twice. */
  params: Record<string, string> | undefined
}

const isOperation = (name: string): name is AnyRouteName => Object.hasOwn(allRoutes, name)

const guid = '[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}'
const scopes = ownsByVariable.map((kind) => scopeOf({ kind })).join('|')

const depthOf = (path: string) => path.split('/').length
const patternOf = (template: string) =>
  new RegExp(
    `^${template.replaceAll(/\{(\w+)\}/g, (_, name: string) => `(?<${name}>${name === 'scope' ? scopes : guid})`)}$`,
  )

const matchers = Object.keys(allRoutes)
  .filter(isOperation)
  .map((operation) => {
    const { method, path: template } = allRoutes[operation]
    const [path = '', query] = template.split('?')
    return {
      operation,
      method,
      depth: depthOf(path),
      pattern: patternOf(path),
      query: [...new URLSearchParams(query)].map(
        ([name, value]) => [name, patternOf(value)] as const,
      ),
    }
  })

/**
 * Finds the routes a plain path and its query belong to, by method. Empty where the console has no such route.
 * @param query without its question mark. What a route does not name in it is left out.
 */
export const matchRoutes = (path: string, query = ''): Map<string, RouteMatch> => {
  const found = new Map<string, RouteMatch>()
  const pathDepth = depthOf(path)
  for (const { operation, method, depth, pattern, query: names } of matchers) {
    // Every call asks here, and most patterns are of another length.
    const match = depth === pathDepth ? pattern.exec(path) : null
    if (match === null) continue
    const given = names.length === 0 ? {} : matchQuery(query, names)
    const params = given && { ...match.groups, ...given }
    found.set(method, { operation, params })
  }
  return found
}

const matchQuery = (query: string, names: readonly (readonly [string, RegExp])[]) => {
  const given = new URLSearchParams(query)
  const params: Record<string, string> = {}
  for (const [name, pattern] of names) {
    const [value = '', ...more] = given.getAll(name)
    const match = more.length === 0 ? pattern.exec(value) : null
    if (match === null) return undefined
    Object.assign(params, match.groups)
  }
  return params
}
