/** What Qovery's public description says of this console's one request and its answer, as JSON Schema. */

export const scope = {
  enum: [
    'APPLICATION',
    'BUILT_IN',
    'ENVIRONMENT',
    'PROJECT',
    'CONTAINER',
    'JOB',
    'HELM',
    'TERRAFORM',
    'AGENTIC_WORKFLOW',
  ],
}

export const variableType = {
  enum: [
    'VALUE',
    'ALIAS',
    'OVERRIDE',
    'BUILT_IN',
    'FILE',
    'EXTERNAL_SECRET',
    'FILE_EXTERNAL_SECRET',
  ],
}

export const text = { type: 'string' }
export const id = { type: 'string', format: 'uuid' }
export const instant = { type: 'string', format: 'date-time' }
const description = { type: ['string', 'null'], maxLength: 255 }
const interpolation = { type: ['boolean', 'null'] }

export const linkedServiceType = {
  enum: ['APPLICATION', 'CONTAINER', 'DATABASE', 'JOB', 'HELM', 'TERRAFORM'],
}

const linkedSecret = {
  type: 'object',
  required: ['id', 'key', 'mount_path', 'scope', 'variable_type'],
  properties: {
    id,
    key: text,
    mount_path: text,
    scope,
    variable_type: variableType,
    description,
    enable_interpolation_in_file: interpolation,
  },
}

/** Answer of `POST /project/{projectId}/secret/{secretId}/alias`: Qovery's `Secret`. */
export const secretJsonSchema = {
  type: 'object',
  required: ['id', 'created_at', 'key', 'scope'],
  properties: {
    id,
    created_at: instant,
    updated_at: instant,
    key: text,
    overridden_secret: linkedSecret,
    aliased_secret: linkedSecret,
    scope,
    variable_type: variableType,
    service_id: id,
    service_name: text,
    service_type: linkedServiceType,
    owned_by: text,
    description,
    enable_interpolation_in_file: interpolation,
  },
}

/** Body of the same call: Qovery's `Key`. */
export const createAliasJsonSchema = {
  type: 'object',
  required: ['key'],
  properties: { key: text, description, enable_interpolation_in_file: interpolation },
}
