import * as z from 'zod/mini'
import { codePoints, descriptionMaxLength } from './limits'
import { isTimestamp } from './timestamp'

// The strict policy forbids generated code, so this runs before any schema is defined.
z.config({ jitless: true })

export const knownScopes = [
  'APPLICATION',
  'BUILT_IN',
  'ENVIRONMENT',
  'PROJECT',
  'CONTAINER',
  'JOB',
  'HELM',
  'TERRAFORM',
  'AGENTIC_WORKFLOW',
] as const

export const knownVariableTypes = [
  'VALUE',
  'ALIAS',
  'OVERRIDE',
  'BUILT_IN',
  'FILE',
  'EXTERNAL_SECRET',
  'FILE_EXTERNAL_SECRET',
] as const

export const knownServiceTypes = [
  'APPLICATION',
  'CONTAINER',
  'DATABASE',
  'JOB',
  'HELM',
  'TERRAFORM',
] as const

// Qovery's enumerations grow (scope and variable_type did in 2026): an unknown member is data, not an error.
type Open<Known extends string> = Known | (string & Record<never, never>)

const open = <Known extends string>() => z.string() as z.ZodMiniType<Open<Known>, Open<Known>>
const nullish = <Schema extends z.core.SomeType>(schema: Schema) => z.optional(z.nullable(schema))

// guid, not uuid: the description allows any hexadecimal digits, RFC 9562 versions or not.
const id = z.guid()
const timestamp = z.string().check(z.refine(isTimestamp))

/** Body of `POST /project/{projectId}/secret/{secretId}/alias`: the documented fields and no other. */
export const createAliasRequest = z.object({
  key: z.string().check(z.minLength(1, 'key must not be empty')),
  description: nullish(
    z
      .string()
      .check(
        z.refine(
          (text) => codePoints(text) <= descriptionMaxLength,
          `description must be at most ${descriptionMaxLength} characters`,
        ),
      ),
  ),
  enable_interpolation_in_file: nullish(z.boolean()),
})
export type CreateAliasRequest = z.infer<typeof createAliasRequest>

/** Body of `PUT /project/{projectId}/secret/{secretId}`. `value` is never sent unless a person typed one. */
export const editSecretRequest = z.extend(createAliasRequest, { value: z.optional(z.string()) })
export type EditSecretRequest = z.infer<typeof editSecretRequest>

/** The secret on the other side of a link: `aliased_secret` or `overridden_secret`. */
const linkedSecret = z.object({
  id,
  key: z.string(),
  mount_path: nullish(z.string()),
  scope: open<(typeof knownScopes)[number]>(),
  variable_type: nullish(open<(typeof knownVariableTypes)[number]>()),
  description: nullish(z.string()),
  enable_interpolation_in_file: nullish(z.boolean()),
})
export type LinkedSecret = z.infer<typeof linkedSecret>

/** Qovery's `Secret`. Null is accepted wherever real answers carry it although the description does not say so. */
export const secret = z.object({
  id,
  created_at: timestamp,
  updated_at: nullish(timestamp),
  key: z.string(),
  overridden_secret: nullish(linkedSecret),
  aliased_secret: nullish(linkedSecret),
  scope: open<(typeof knownScopes)[number]>(),
  variable_type: nullish(open<(typeof knownVariableTypes)[number]>()),
  service_id: nullish(id),
  service_name: nullish(z.string()),
  service_type: nullish(open<(typeof knownServiceTypes)[number]>()),
  owned_by: nullish(z.string()),
  description: nullish(z.string()),
  enable_interpolation_in_file: nullish(z.boolean()),
})
export type Secret = z.infer<typeof secret>

export const organization = z.object({ id, created_at: timestamp, name: z.string() })
export type Organization = z.infer<typeof organization>

export const project = z.object({
  id,
  created_at: timestamp,
  name: z.string(),
  description: nullish(z.string()),
  organization: z.object({ id }),
  associated_environments_count: nullish(z.number()),
})
export type Project = z.infer<typeof project>

const list = <Item extends z.core.SomeType>(item: Item) =>
  z.object({ results: z.optional(z.array(item)) })

export const organizationList = list(organization)
export const projectList = list(project)
export const secretList = list(secret)

/** Body of a refusal, as clients read it. Every field may be missing or of another type. */
export const errorBody = z.object({
  detail: z.optional(z.unknown()),
  message: z.optional(z.unknown()),
  error: z.optional(z.unknown()),
  title: z.optional(z.unknown()),
  existing_variable: z.optional(z.unknown()),
})

/** Who holds a key already, as a 409 may say. */
export const existingVariable = z.object({
  id: nullish(id),
  key: nullish(z.string()),
  scope: nullish(z.string()),
})
export type ExistingVariable = z.infer<typeof existingVariable>
