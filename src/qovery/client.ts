import * as z from 'zod/mini'
import type { ProjectOwner } from './owner'
import { routePath, routes, type RouteName, type RouteParams } from './routes'
import {
  organizationList,
  project,
  projectList,
  secret,
  secretList,
  type CreateAliasRequest,
  type EditSecretRequest,
} from './schema'
import { createSend, type CallOptions, type ClientOptions } from './send-call'

interface Call<Name extends RouteName, Schema extends z.core.$ZodType> extends CallOptions {
  operation: Name
  params: RouteParams<Name>
  expect: number
  schema: Schema
  body?: unknown
}

interface SecretAddress {
  owner: ProjectOwner
  secretId: string
}

/** The calls about secrets, by the kind of what owns them. */
const secretCalls = {
  project: {
    list: 'listProjectSecrets',
    createAlias: 'createProjectSecretAlias',
    edit: 'editProjectSecret',
    delete: 'deleteProjectSecret',
  },
} as const

export type Client = ReturnType<typeof createClient>

/** Qovery's API as functions. Each resolves with a decoded answer or rejects with an ApiError. */
export const createClient = (server: ClientOptions) => {
  const send = createSend(server)
  const call = <Name extends RouteName, Schema extends z.core.$ZodType>({
    operation,
    params,
    ...rest
  }: Call<Name, Schema>): Promise<z.infer<Schema>> =>
    send({ ...rest, method: routes[operation].method, path: routePath(operation, params) })

  return {
    listOrganizations: (options: CallOptions = {}) =>
      call({
        ...options,
        operation: 'listOrganizations',
        params: {},
        expect: 200,
        schema: organizationList,
      }),
    listProjects: (organizationId: string, options: CallOptions = {}) =>
      call({
        ...options,
        operation: 'listProjects',
        params: { organizationId },
        expect: 200,
        schema: projectList,
      }),
    getProject: (projectId: string, options: CallOptions = {}) =>
      call({
        ...options,
        operation: 'getProject',
        params: { projectId },
        expect: 200,
        schema: project,
      }),
    listSecrets: (owner: ProjectOwner, options: CallOptions = {}) =>
      call({
        ...options,
        operation: secretCalls[owner.kind].list,
        params: { projectId: owner.id },
        expect: 200,
        schema: secretList,
      }),
    createSecretAlias: (
      { owner, secretId }: SecretAddress,
      body: CreateAliasRequest,
      options: CallOptions = {},
    ) =>
      call({
        ...options,
        operation: secretCalls[owner.kind].createAlias,
        params: { projectId: owner.id, secretId },
        expect: 201,
        schema: secret,
        body,
      }),
    editSecret: (
      { owner, secretId }: SecretAddress,
      body: EditSecretRequest,
      options: CallOptions = {},
    ) =>
      call({
        ...options,
        operation: secretCalls[owner.kind].edit,
        params: { projectId: owner.id, secretId },
        expect: 200,
        schema: secret,
        body,
      }),
    deleteSecret: async (
      { owner, secretId }: SecretAddress,
      options: CallOptions = {},
    ): Promise<void> => {
      await call({
        ...options,
        operation: secretCalls[owner.kind].delete,
        params: { projectId: owner.id, secretId },
        expect: 204,
        schema: z.unknown(),
      })
    },
  }
}
