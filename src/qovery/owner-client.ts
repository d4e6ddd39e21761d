import * as z from 'zod/mini'
import { buildPath, type PathParams } from './build-path'
import { ownsBySecret, scopeOf, type NarrowerKind, type OwnerRef } from './owner'
import { ownerRoutes, type OwnerRouteName } from './owner-routes'
import {
  environmentList,
  serviceList,
  variable,
  variableList,
  type CreateVariableAliasRequest,
  type EditVariableRequest,
} from './owner-schema'
import {
  secret,
  secretList,
  type CreateAliasRequest,
  type EditSecretRequest,
  type Secret,
  type SecretList,
} from './schema'
import { createSend, type CallOptions, type ClientOptions } from './send-call'

/** The calls of owners whose secrets have some of their own. */
const secretCalls = {
  environment: {
    list: 'listEnvironmentSecrets',
    alias: 'createEnvironmentSecretAlias',
    edit: 'editEnvironmentSecret',
    remove: 'deleteEnvironmentSecret',
  },
  application: {
    list: 'listApplicationSecrets',
    alias: 'createApplicationSecretAlias',
    edit: 'editApplicationSecret',
    remove: 'deleteApplicationSecret',
  },
  container: {
    list: 'listContainerSecrets',
    alias: 'createContainerSecretAlias',
    edit: 'editContainerSecret',
    remove: 'deleteContainerSecret',
  },
  job: {
    list: 'listJobSecrets',
    alias: 'createJobSecretAlias',
    edit: 'editJobSecret',
    remove: 'deleteJobSecret',
  },
} as const

type NarrowerRef = OwnerRef<NarrowerKind>
type SecretOwner = OwnerRef<(typeof ownsBySecret)[number]>
const hasSecretCalls = (owner: NarrowerRef): owner is SecretOwner =>
  ownsBySecret.some((kind) => kind === owner.kind)

interface SecretAddress {
  owner: NarrowerRef
  secretId: string
}

export type OwnerClient = ReturnType<typeof createOwnerClient>

/**
 * Qovery's API about environments, services and their secrets as functions: the calls of secrets where the owner has them,
 * those of variables where it has not. Each resolves with an answer of one shape or rejects with an ApiError.
 */
export const createOwnerClient = (server: ClientOptions) => {
  const send = createSend(server)
  const call = <Name extends OwnerRouteName, Schema extends z.core.$ZodType>(
    operation: Name,
    params: PathParams<(typeof ownerRoutes)[Name]['path']>,
    rest: { expect: number; schema: Schema; body?: unknown } & CallOptions,
  ): Promise<z.infer<Schema>> =>
    send({
      ...rest,
      method: ownerRoutes[operation].method,
      path: buildPath(ownerRoutes[operation].path, params),
    })

  return {
    listEnvironments: (projectId: string, more: CallOptions = {}) =>
      call('listEnvironments', { projectId }, { ...more, expect: 200, schema: environmentList }),
    /** All services of a project. Whether Qovery looks at the project is not known: each names its own. */
    listServices: (params: { organizationId: string; projectId: string }, more: CallOptions = {}) =>
      call('listServices', params, { ...more, expect: 200, schema: serviceList }),
    /** The same of one environment, for who may not see the organization's. */
    listEnvironmentServices: (environmentId: string, more: CallOptions = {}) =>
      call(
        'listEnvironmentServices',
        { ownerId: environmentId },
        { ...more, expect: 200, schema: serviceList },
      ),
    /** All secrets that can be seen there: the owner's own, and those of everything around it. */
    listSecrets: (owner: NarrowerRef, more: CallOptions = {}): Promise<SecretList> =>
      hasSecretCalls(owner)
        ? call(
            secretCalls[owner.kind].list,
            { ownerId: owner.id },
            { ...more, expect: 200, schema: secretList },
          )
        : call(
            'listVariables',
            { ownerId: owner.id, scope: scopeOf(owner) },
            { ...more, expect: 200, schema: variableList },
          ),
    createSecretAlias: (
      { owner, secretId }: SecretAddress,
      body: CreateAliasRequest,
      more: CallOptions = {},
    ): Promise<Secret> => {
      if (hasSecretCalls(owner)) {
        return call(
          secretCalls[owner.kind].alias,
          { ownerId: owner.id, secretId },
          { ...more, expect: 201, schema: secret, body },
        )
      }
      const whole: CreateVariableAliasRequest = {
        ...body,
        alias_scope: scopeOf(owner),
        alias_parent_id: owner.id,
      }
      return call(
        'createVariableAlias',
        { secretId },
        { ...more, expect: 201, schema: variable, body: whole },
      )
    },
    /** `owner` is who owns it, not where it was seen. */
    editSecret: (
      { owner, secretId }: SecretAddress,
      body: EditSecretRequest,
      more: CallOptions = {},
    ): Promise<Secret> => {
      if (hasSecretCalls(owner)) {
        return call(
          secretCalls[owner.kind].edit,
          { ownerId: owner.id, secretId },
          { ...more, expect: 200, schema: secret, body },
        )
      }
      const whole: EditVariableRequest = body
      return call(
        'editVariable',
        { secretId },
        { ...more, expect: 200, schema: variable, body: whole },
      )
    },
    /** `owner` is who owns it, not where it was seen. Deletes its aliases and overrides too, at every narrower owner. */
    deleteSecret: async (
      { owner, secretId }: SecretAddress,
      more: CallOptions = {},
    ): Promise<void> => {
      const expected = { ...more, expect: 204, schema: z.unknown() }
      await (hasSecretCalls(owner)
        ? call(secretCalls[owner.kind].remove, { ownerId: owner.id, secretId }, expected)
        : call('deleteVariable', { secretId }, expected))
    },
  }
}
