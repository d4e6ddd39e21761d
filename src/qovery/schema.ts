import * as z from 'zod/mini'
import { codePoints, descriptionMaxLength } from './limits'
import { listOf } from './list'
import { serviceKinds } from './owner'
import { optional, record, shown } from './record'
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

export const open = <Known extends string>() =>
  z.string() as z.ZodMiniType<Open<Known>, Open<Known>>
const nullish = <Schema extends z.core.SomeType>(schema: Schema) => z.optional(z.nullable(schema))

// guid, not uuid: the description allows any hexadecimal digits, RFC 9562 versions or not. They compare without case, so
// that each comes in in the one of Qovery's own lists, here and nowhere else.
export const id = z.guid().check(z.toLowerCase())
export const timestamp = z.string().check(z.refine(isTimestamp))

/** What owns secrets: see owner.ts, which costs a page no schema. */
export const owner = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('project'), id }),
  z.object({ kind: z.literal('environment'), id, projectId: id }),
  z.object({ kind: z.enum(serviceKinds), id, projectId: id, environmentId: id }),
])

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

/**
 * The secret on the other side of a link: `aliased_secret` or `overridden_secret`. Its id says which one it is; all else
 * but its key is only shown, and stands in its own entry of the list.
 */
const linkedSecret = record(
  z.object({
    id,
    key: z.string(),
    mount_path: shown(z.string()),
    scope: shown(open<(typeof knownScopes)[number]>()),
    variable_type: shown(open<(typeof knownVariableTypes)[number]>()),
    description: shown(z.string()),
    enable_interpolation_in_file: shown(z.boolean()),
  }),
)
export type LinkedSecret = z.infer<typeof linkedSecret>

/**
 * Qovery's `Secret`. What has no value is absent by the description and null in real answers: here it is null. What
 * decisions rest on must be as described: which secret it is, of what kind, and what it is tied to.
 */
export const secret = record(
  z.object({
    id,
    created_at: shown(timestamp),
    updated_at: shown(timestamp),
    key: z.string(),
    overridden_secret: optional(linkedSecret),
    aliased_secret: optional(linkedSecret),
    scope: open<(typeof knownScopes)[number]>(),
    variable_type: optional(open<(typeof knownVariableTypes)[number]>()),
    service_id: shown(id),
    service_name: shown(z.string()),
    service_type: shown(open<(typeof knownServiceTypes)[number]>()),
    owned_by: shown(z.string()),
    description: shown(z.string()),
    enable_interpolation_in_file: shown(z.boolean()),
  }),
)
export type Secret = z.infer<typeof secret>

/** Whether all of a secret could be read that is sent when it is edited or made again. */
export const isWhole = ({ unread = [] }: Secret): boolean =>
  !unread.includes('description') && !unread.includes('enable_interpolation_in_file')

const organization = record(z.object({ id, created_at: shown(timestamp), name: z.string() }))
export type Organization = z.infer<typeof organization>

export const project = record(
  z.object({
    id,
    created_at: shown(timestamp),
    name: z.string(),
    description: shown(z.string()),
    organization: z.object({ id }),
    associated_environments_count: shown(z.number()),
  }),
)
export type Project = z.infer<typeof project>

export const organizationList = listOf(organization)
export type OrganizationList = z.infer<typeof organizationList>
export const projectList = listOf(project)
export const secretList = listOf(secret)
/** A project's secrets, as far as they could be read. */
export type SecretList = z.infer<typeof secretList>

/** Body of a refusal, as clients read it. Every field may be missing or of another type. */
export const errorBody = z.object({
  detail: z.optional(z.unknown()),
  message: z.optional(z.unknown()),
  error: z.optional(z.unknown()),
  title: z.optional(z.unknown()),
  existing_variable: z.optional(z.unknown()),
  /** Of the console's own server. */
  console_failure: z.optional(z.unknown()),
})

/** Who holds a key already, as a 409 may say. */
export const existingVariable = z.object({
  id: shown(id),
  key: shown(z.string()),
  scope: shown(z.string()),
})
export type ExistingVariable = z.infer<typeof existingVariable>
