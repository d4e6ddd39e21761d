import { id, instant, linkedServiceType, scope, text, variableType } from './secret-json-schema'

/** What Qovery's public description says of variables, environments and services, as JSON Schema. */

const nullableText = { type: ['string', 'null'] }
// What Qovery's `Base` gives to each of these.
const base = { id, created_at: instant, updated_at: instant }
const reference = { type: 'object', required: ['id'], properties: { id } }

const linkedVariable = {
  type: 'object',
  required: ['id', 'key', 'mount_path', 'scope', 'variable_type'],
  properties: {
    id,
    key: text,
    value: nullableText,
    mount_path: text,
    scope,
    variable_type: variableType,
  },
}

/** Qovery's `VariableResponse`. */
export const variableJsonSchema = {
  type: 'object',
  required: ['id', 'created_at', 'key', 'value', 'scope', 'variable_type', 'is_secret'],
  properties: {
    ...base,
    key: text,
    value: nullableText,
    mount_path: nullableText,
    overridden_variable: linkedVariable,
    aliased_variable: linkedVariable,
    scope,
    variable_type: variableType,
    service_id: id,
    service_name: text,
    service_type: linkedServiceType,
    owned_by: text,
    is_secret: { type: 'boolean' },
    description: text,
    enable_interpolation_in_file: { type: 'boolean' },
    secret_manager_access_id: { type: ['string', 'null'], format: 'uuid' },
  },
}

const plan = {
  enum: [
    'FREE',
    'TEAM',
    'TEAM_YEARLY',
    'ENTERPRISE',
    'ENTERPRISE_YEARLY',
    'PROFESSIONAL',
    'BUSINESS',
    'USER_2025',
    'TEAM_2025',
    'BUSINESS_2025',
    'ENTERPRISE_2025',
  ],
}

/** Qovery's `Organization`. */
export const organizationJsonSchema = {
  type: 'object',
  required: ['id', 'created_at', 'name', 'plan'],
  properties: {
    ...base,
    name: text,
    description: nullableText,
    plan,
    website_url: nullableText,
    repository: nullableText,
    logo_url: nullableText,
    icon_url: nullableText,
    owner: id,
    billing_deployment_restriction: nullableText,
  },
}

/** Qovery's `Project`. */
export const projectJsonSchema = {
  type: 'object',
  required: ['id', 'created_at', 'name', 'organization', 'associated_environments_count'],
  properties: {
    ...base,
    name: text,
    description: text,
    associated_environments_count: { type: 'integer' },
    organization: reference,
  },
}

/** Qovery's `Environment`. */
export const environmentJsonSchema = {
  type: 'object',
  required: [
    'id',
    'created_at',
    'name',
    'cloud_provider',
    'mode',
    'cluster_id',
    'project',
    'organization',
  ],
  properties: {
    ...base,
    name: text,
    organization: reference,
    project: reference,
    last_updated_by: id,
    cloud_provider: { type: 'object', properties: { provider: text, cluster: text } },
    mode: { enum: ['DEVELOPMENT', 'PREVIEW', 'PRODUCTION', 'STAGING'] },
    cluster_id: id,
    cluster_name: text,
    expires_at: { type: ['string', 'null'], format: 'date-time' },
  },
}

const serviceType = { enum: [...linkedServiceType.enum, 'ARGOCD_APP', 'AGENTIC_WORKFLOW'] }
const jobType = { enum: ['CRON', 'LIFECYCLE'] }

/** Qovery's `ServiceLightResponse`. */
export const lightServiceJsonSchema = {
  type: 'object',
  required: [
    'id',
    'name',
    'description',
    'icon_uri',
    'service_type',
    'project_id',
    'project_name',
    'environment_id',
    'environment_name',
    'cluster_id',
  ],
  properties: {
    id,
    name: text,
    description: text,
    icon_uri: { type: 'string', format: 'uri' },
    service_type: serviceType,
    project_id: id,
    project_name: text,
    environment_id: id,
    environment_name: text,
    cluster_id: id,
    job_type: jobType,
  },
}

/** What Qovery's eight kinds of service have in common. */
export const serviceJsonSchema = {
  type: 'object',
  required: ['id', 'created_at', 'name', 'service_type'],
  properties: {
    ...base,
    name: text,
    description: text,
    icon_uri: text,
    environment: reference,
    service_type: serviceType,
    job_type: jobType,
  },
}
