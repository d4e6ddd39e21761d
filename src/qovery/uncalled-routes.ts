/**
 * Calls of Qovery's API that the console never makes. The sandbox answers them, so that Qovery's own client and examples
 * work with it; to Qovery none of them is forwarded.
 */
export const uncalledRoutes = {
  getOrganization: { method: 'GET', path: '/organization/{organizationId}' },
  createEnvironmentSecret: { method: 'POST', path: '/environment/{ownerId}/secret' },
  createEnvironmentSecretOverride: {
    method: 'POST',
    path: '/environment/{ownerId}/secret/{secretId}/override',
  },
  createApplicationSecret: { method: 'POST', path: '/application/{ownerId}/secret' },
  createApplicationSecretOverride: {
    method: 'POST',
    path: '/application/{ownerId}/secret/{secretId}/override',
  },
  createContainerSecret: { method: 'POST', path: '/container/{ownerId}/secret' },
  createContainerSecretOverride: {
    method: 'POST',
    path: '/container/{ownerId}/secret/{secretId}/override',
  },
  createJobSecret: { method: 'POST', path: '/job/{ownerId}/secret' },
  createJobSecretOverride: { method: 'POST', path: '/job/{ownerId}/secret/{secretId}/override' },
  createVariable: { method: 'POST', path: '/variable' },
  createVariableOverride: { method: 'POST', path: '/variable/{secretId}/override' },
} as const
