import { Ajv, type SchemaObject } from 'ajv'
import addFormats from 'ajv-formats'
import { expect } from 'playwright/test'
import {
  environmentJsonSchema,
  lightServiceJsonSchema,
  organizationJsonSchema,
  projectJsonSchema,
  serviceJsonSchema,
  variableJsonSchema,
} from './owner-json-schema'
import { secretJsonSchema } from './secret-json-schema'

const ajv = new Ajv({ allErrors: true, allowUnionTypes: true })
addFormats.default(ajv)

const describedBy = (schema: SchemaObject) => {
  const validate = ajv.compile(schema)
  return (answer: unknown) => {
    validate(answer)
    expect(validate.errors ?? []).toEqual([])
  }
}

// Each of these holds an answer against Qovery's public description, to the letter.
export const expectDescribedSecret = describedBy(secretJsonSchema)
export const expectDescribedVariable = describedBy(variableJsonSchema)
export const expectDescribedOrganization = describedBy(organizationJsonSchema)
export const expectDescribedProject = describedBy(projectJsonSchema)
export const expectDescribedEnvironment = describedBy(environmentJsonSchema)
export const expectDescribedLightService = describedBy(lightServiceJsonSchema)
export const expectDescribedService = describedBy(serviceJsonSchema)
