import * as z from 'zod/mini'
import { listOf } from './list'
import { record, shown } from './record'
import { createAliasRequest, id, knownScopes, open, secret, secretList, timestamp } from './schema'

export const knownModes = ['DEVELOPMENT', 'PREVIEW', 'PRODUCTION', 'STAGING'] as const
export const knownServiceKinds = [
  'APPLICATION',
  'DATABASE',
  'CONTAINER',
  'JOB',
  'HELM',
  'TERRAFORM',
  'ARGOCD_APP',
  'AGENTIC_WORKFLOW',
] as const

const environment = record(
  z.object({
    id,
    created_at: shown(timestamp),
    name: z.string(),
    mode: shown(open<(typeof knownModes)[number]>()),
    /** Set for throwaway clones only, which are made for one run of an agentic workflow. */
    expires_at: shown(timestamp),
  }),
)
export type Environment = z.infer<typeof environment>

const serviceFields = record(
  z.object({
    id,
    created_at: shown(timestamp),
    name: z.string(),
    service_type: open<(typeof knownServiceKinds)[number]>(),
    /** CRON or LIFECYCLE, of a JOB. */
    job_type: shown(z.string()),
    environment_id: shown(id),
    /** Of the organization's list alone. */
    environment_name: shown(z.string()),
    project_id: shown(id),
  }),
)

const ofEnvironment = z.object({ environment: z.object({ id: z.string() }) })

/** A service, as the list of an organization has it; that of an environment names the environment in an object. */
const service = z.pipe(
  z.pipe(
    z.unknown(),
    z.transform((entry) => {
      const { data } = z.safeParse(ofEnvironment, entry)
      return data === undefined ? entry : { ...Object(entry), environment_id: data.environment.id }
    }),
  ),
  serviceFields,
)
export type Service = z.infer<typeof service>

export const environmentList = listOf(environment)
/** A project's or an environment's services, as far as they could be read. */
export const serviceList = listOf(service)

const fields = z.record(z.string(), z.unknown())

/** An entry of a variable's shape as one of a secret's: its links have other names, and its value goes no further. */
const toSecret = (entry: unknown): unknown => {
  const read = z.safeParse(fields, entry)
  if (!read.success) return entry
  const { value: _, aliased_variable, overridden_variable, ...rest } = read.data
  return {
    ...rest,
    aliased_secret: aliased_variable,
    overridden_secret: overridden_variable,
  }
}

const plain = z.object({ is_secret: z.literal(false) })

/** Qovery's `VariableResponse` as a secret. */
export const variable = z.pipe(z.pipe(z.unknown(), z.transform(toSecret)), secret)

/** The secrets of a list of variables. What says that it is no secret is none of the console's business. */
export const variableList = z.pipe(
  z.pipe(
    z.object({ results: z.nullish(z.array(z.unknown())) }),
    z.transform(({ results }): { results?: unknown[] | null | undefined } => ({
      results: (results ?? []).filter((entry) => !z.safeParse(plain, entry).success).map(toSecret),
    })),
  ),
  secretList,
)

const scope = z.enum(knownScopes, 'the scope is none of Qovery’s')
const overrideFields = z.omit(createAliasRequest, { key: true })

/** Body of `POST /{owner}/{id}/secret`. */
export const createSecretRequest = z.extend(createAliasRequest, {
  value: z.optional(z.string()),
  mount_path: z.optional(z.nullable(z.string())),
})
export type CreateSecretRequest = z.infer<typeof createSecretRequest>

/** Body of `POST /{owner}/{id}/secret/{secretId}/override`. */
export const createOverrideRequest = z.extend(overrideFields, { value: z.optional(z.string()) })
export type CreateOverrideRequest = z.infer<typeof createOverrideRequest>

/** Body of `POST /variable`. */
export const createVariableRequest = z.extend(createSecretRequest, {
  value: z.string(),
  is_secret: z.boolean(),
  variable_scope: scope,
  variable_parent_id: id,
})
export type CreateVariableRequest = z.infer<typeof createVariableRequest>

/** Body of `POST /variable/{variableId}/alias`. */
export const createVariableAliasRequest = z.extend(createAliasRequest, {
  alias_scope: scope,
  alias_parent_id: id,
})
export type CreateVariableAliasRequest = z.infer<typeof createVariableAliasRequest>

/** Body of `POST /variable/{variableId}/override`. */
export const createVariableOverrideRequest = z.extend(overrideFields, {
  value: z.string(),
  override_scope: scope,
  override_parent_id: id,
})
export type CreateVariableOverrideRequest = z.infer<typeof createVariableOverrideRequest>

/** Body of `PUT /variable/{variableId}`. */
export const editVariableRequest = z.extend(createAliasRequest, {
  value: z.optional(z.nullable(z.string())),
})
export type EditVariableRequest = z.infer<typeof editVariableRequest>
