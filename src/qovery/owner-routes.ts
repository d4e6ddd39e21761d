/**
 * The calls of Qovery's API about environments, services and what they own. Environments, applications, containers and jobs
 * have calls of their own for their secrets; Helm charts, Terraform and agentic workflows have only those of variables.
 * What stands after `?` must be there, each name once; more is not passed on.
 */
export const ownerRoutes = {
  listEnvironments: { method: 'GET', path: '/project/{projectId}/environment' },
  listServices: {
    method: 'GET',
    path: '/organization/{organizationId}/services?project_id={projectId}',
  },
  listEnvironmentServices: { method: 'GET', path: '/environment/{ownerId}/services' },

  listEnvironmentSecrets: { method: 'GET', path: '/environment/{ownerId}/secret' },
  createEnvironmentSecretAlias: {
    method: 'POST',
    path: '/environment/{ownerId}/secret/{secretId}/alias',
  },
  editEnvironmentSecret: { method: 'PUT', path: '/environment/{ownerId}/secret/{secretId}' },
  deleteEnvironmentSecret: { method: 'DELETE', path: '/environment/{ownerId}/secret/{secretId}' },

  listApplicationSecrets: { method: 'GET', path: '/application/{ownerId}/secret' },
  createApplicationSecretAlias: {
    method: 'POST',
    path: '/application/{ownerId}/secret/{secretId}/alias',
  },
  editApplicationSecret: { method: 'PUT', path: '/application/{ownerId}/secret/{secretId}' },
  deleteApplicationSecret: { method: 'DELETE', path: '/application/{ownerId}/secret/{secretId}' },

  listContainerSecrets: { method: 'GET', path: '/container/{ownerId}/secret' },
  createContainerSecretAlias: {
    method: 'POST',
    path: '/container/{ownerId}/secret/{secretId}/alias',
  },
  editContainerSecret: { method: 'PUT', path: '/container/{ownerId}/secret/{secretId}' },
  deleteContainerSecret: { method: 'DELETE', path: '/container/{ownerId}/secret/{secretId}' },

  listJobSecrets: { method: 'GET', path: '/job/{ownerId}/secret' },
  createJobSecretAlias: { method: 'POST', path: '/job/{ownerId}/secret/{secretId}/alias' },
  editJobSecret: { method: 'PUT', path: '/job/{ownerId}/secret/{secretId}' },
  deleteJobSecret: { method: 'DELETE', path: '/job/{ownerId}/secret/{secretId}' },

  listVariables: { method: 'GET', path: '/variable?parent_id={ownerId}&scope={scope}' },
  createVariableAlias: { method: 'POST', path: '/variable/{secretId}/alias' },
  editVariable: { method: 'PUT', path: '/variable/{secretId}' },
  deleteVariable: { method: 'DELETE', path: '/variable/{secretId}' },
} as const

export type OwnerRouteName = keyof typeof ownerRoutes
