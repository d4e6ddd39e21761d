import { buildPath, type PathParams } from './build-path'

/**
 * The calls of Qovery's API about organizations, projects and what projects own: all that the console's first page needs.
 * Those about environments and services stand in owner-routes.ts.
 */
export const routes = {
  listOrganizations: { method: 'GET', path: '/organization' },
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

export type RouteName = keyof typeof routes

export type RouteParams<Name extends RouteName> = PathParams<(typeof routes)[Name]['path']>

/** Builds a route's path. */
export const routePath = <Name extends RouteName>(name: Name, params: RouteParams<Name>): string =>
  buildPath(routes[name].path, params)
