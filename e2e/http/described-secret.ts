import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import { expect } from 'playwright/test'
import { secretJsonSchema } from './secret-json-schema'

const ajv = new Ajv({ allErrors: true })
addFormats.default(ajv)
const validate = ajv.compile(secretJsonSchema)

/** Holds an answer against Qovery's public description of a secret, to the letter. */
export const expectDescribedSecret = (answer: unknown) => {
  validate(answer)
  expect(validate.errors ?? []).toEqual([])
}
