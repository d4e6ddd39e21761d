import { buildPath } from './build-path'
import { scopeOf, type OwnerRef } from './owner'
import { ownerRoutes } from './owner-routes'
import type { CreateAliasRequest } from './schema'
import { routes } from './routes'

const own = {
  project: routes.createProjectSecretAlias,
  environment: ownerRoutes.createEnvironmentSecretAlias,
  application: ownerRoutes.createApplicationSecretAlias,
  container: ownerRoutes.createContainerSecretAlias,
  job: ownerRoutes.createJobSecretAlias,
}
const hasOwn = (kind: string): kind is keyof typeof own => Object.hasOwn(own, kind)

/**
 * The call that creates an owner's alias of a secret, as it is sent: its own where it has one, that of variables otherwise.
 * @param base what stands before Qovery's paths
 */
export const aliasCall = (
  { kind, id }: OwnerRef,
  secretId: string,
  body: CreateAliasRequest,
  base = '',
): { method: 'POST'; url: string; body: object } =>
  hasOwn(kind)
    ? {
        method: own[kind].method,
        url: base + buildPath(own[kind].path, { projectId: id, ownerId: id, secretId }),
        body,
      }
    : {
        method: ownerRoutes.createVariableAlias.method,
        url: base + buildPath(ownerRoutes.createVariableAlias.path, { secretId }),
        body: { ...body, alias_scope: scopeOf({ kind }), alias_parent_id: id },
      }
