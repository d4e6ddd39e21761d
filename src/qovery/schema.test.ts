import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { createAliasJsonSchema, secretJsonSchema } from '../../e2e/http/secret-json-schema'
import {
  createAliasRequest,
  editSecretRequest,
  knownScopes,
  knownServiceTypes,
  knownVariableTypes,
  organizationList,
  projectList,
  secret,
} from './schema'

const id = '3c90c3cc-0d44-4b50-8888-8dd25736052a'
const link = {
  id,
  key: 'DB_MASTER_PASSWORD',
  mount_path: '/etc/secret',
  scope: 'PROJECT',
  variable_type: 'FILE',
  description: 'The source',
  enable_interpolation_in_file: true,
}
const minimal = { id, created_at: '2023-11-07T05:31:56Z', key: 'A', scope: 'PROJECT' }
/** What it must have, and be as described. */
const known = ['id', 'key', 'scope']
const ties = ['overridden_secret', 'aliased_secret', 'variable_type']
const whole = {
  ...minimal,
  updated_at: '2023-11-07T05:31:56.123456Z',
  overridden_secret: { ...link, scope: 'BUILT_IN' },
  aliased_secret: link,
  variable_type: 'ALIAS',
  service_id: id,
  service_name: 'api',
  service_type: 'APPLICATION',
  owned_by: 'QOVERY',
  description: 'The alias',
  enable_interpolation_in_file: false,
}
/** As it is decoded where it leaves all out that it may. */
const nothingElse = {
  updated_at: null,
  overridden_secret: null,
  aliased_secret: null,
  variable_type: null,
  service_id: null,
  service_name: null,
  service_type: null,
  owned_by: null,
  description: null,
  enable_interpolation_in_file: null,
}
const accepts = (schema: z.core.$ZodType, value: unknown) => z.safeParse(schema, value).success
const without = (value: object, name: string) =>
  Object.fromEntries(Object.entries(value).filter(([field]) => field !== name))

describe('an answer', () => {
  test('with every documented field is kept whole', () => {
    expect(z.parse(secret, whole)).toEqual(whole)
  })

  test.each(known)('without %s is refused', (name) => {
    expect(accepts(secret, without(minimal, name))).toBe(false)
    expect(accepts(secret, { ...minimal, [name]: null })).toBe(false)
  })

  test('with the fields alone that it must have has null for all others', () => {
    expect(z.parse(secret, minimal)).toEqual({ ...minimal, ...nothingElse })
  })

  test.each(Object.keys(whole).filter((name) => !known.includes(name)))(
    'may lack %s, or carry null for it, which is the same',
    (name) => {
      for (const lacking of [without(whole, name), { ...whole, [name]: null }])
        expect(z.parse(secret, lacking)).toEqual({ ...whole, [name]: null })
    },
  )

  test.each(Object.keys(link).filter((name) => name !== 'id' && name !== 'key'))(
    'may carry a link without %s, with null for it, or with what is not as described',
    (name) => {
      for (const side of ['aliased_secret', 'overridden_secret']) {
        const decoded = { ...whole, [side]: { ...link, [name]: null } }
        expect(z.parse(secret, { ...whole, [side]: without(link, name) })).toEqual(decoded)
        expect(z.parse(secret, { ...whole, [side]: { ...link, [name]: null } })).toEqual(decoded)
        expect(z.parse(secret, { ...whole, [side]: { ...link, [name]: 5 } })).toEqual({
          ...whole,
          [side]: { ...link, [name]: null, unread: [name] },
        })
      }
    },
  )

  test.each(['id', 'key'])('with a link that has no %s is refused', (name) => {
    expect(accepts(secret, { ...whole, aliased_secret: without(link, name) })).toBe(false)
    expect(accepts(secret, { ...whole, overridden_secret: { ...link, [name]: null } })).toBe(false)
  })

  test.each([...known, ...ties])('with %s of another type is refused', (name) => {
    for (const other of [1, [], { a: 1 }, true])
      expect(accepts(secret, { ...whole, [name]: other })).toBe(false)
  })

  test.each(Object.keys(whole).filter((name) => ![...known, ...ties].includes(name)))(
    'with %s of another type lacks it, and says so',
    (name) => {
      const texts = name.endsWith('_at') || name === 'service_id' ? ['', 'yesterday', '../..'] : []
      const flag = name === 'enable_interpolation_in_file' ? 'true' : true
      for (const other of [1, [], { a: 1 }, flag, ...texts])
        expect(z.parse(secret, { ...whole, [name]: other })).toEqual({
          ...whole,
          [name]: null,
          unread: [name],
        })
    },
  )

  test('has its ids in lower case, however they came', () => {
    const upper = (value: object) => ({ ...value, id: id.toUpperCase() })
    expect(
      z.parse(secret, {
        ...upper(whole),
        service_id: id.toUpperCase(),
        aliased_secret: upper(link),
        overridden_secret: upper(whole.overridden_secret),
      }),
    ).toEqual(whole)
  })

  test('may name a scope, a type and a service type that nobody knows yet', () => {
    const newer = { ...whole, scope: 'GALAXY', variable_type: 'WISH', service_type: 'ROBOT' }
    expect(z.parse(secret, newer)).toEqual(newer)
    expect(accepts(secret, { ...whole, aliased_secret: { ...link, scope: 'GALAXY' } })).toBe(true)
  })

  test('may carry fields that nobody knows yet, which reach nothing', () => {
    const newer: unknown = JSON.parse(
      JSON.stringify({ ...whole, value: 'x', aliased_secret: { ...link, value: 'x' } }).replace(
        '{',
        '{"__proto__":{"polluted":true},"constructor":1,',
      ),
    )
    const decoded = z.parse(secret, newer)
    expect(decoded).toEqual(whole)
    expect('polluted' in decoded).toBe(false)
  })

  test.each([
    '00000000-0000-0000-0000-000000000000',
    'ffffffff-ffff-ffff-ffff-ffffffffffff',
    '12345678-1234-0234-0234-123456789abc',
    '12345678-1234-F234-F234-123456789ABC',
  ])('may have the id %s: any hexadecimal digits', (odd) => {
    expect(accepts(secret, { ...whole, id: odd, service_id: odd })).toBe(true)
  })

  test.each(['', 'x', id.slice(1), `${id}0`, `{${id}}`, `urn:uuid:${id}`, id.replaceAll('-', '')])(
    'may not have the id %j',
    (odd) => {
      expect(accepts(secret, { ...whole, id: odd })).toBe(false)
    },
  )

  test('may have any string as its key, even an empty one: it is what the server says', () => {
    for (const key of ['', ' ', '\0', '😀', 'x'.repeat(10_000)])
      expect(z.parse(secret, { ...whole, key }).key).toBe(key)
  })
})

describe('a list', () => {
  const project = { id, created_at: minimal.created_at, name: 'payments', organization: { id } }

  test('of projects and of organizations has what the console shows', () => {
    const read = (schema: z.core.$ZodType<{ results: readonly unknown[] }>, entry: object) =>
      z.parse(schema, { results: [entry] }).results.length === 1
    expect(read(projectList, project)).toBe(true)
    expect(read(projectList, { ...project, description: 5 })).toBe(true)
    expect(read(projectList, without(project, 'organization'))).toBe(false)
    expect(read(organizationList, without(project, 'organization'))).toBe(true)
    expect(read(organizationList, without(project, 'name'))).toBe(false)
  })
})

describe('a request', () => {
  test.each([
    [{ key: 'A' }],
    [{ key: 'A', description: null, enable_interpolation_in_file: null }],
    [{ key: 'A', description: '', enable_interpolation_in_file: true }],
    [{ key: 'A', description: 'x'.repeat(255) }],
    [{ key: 'A', description: '😀'.repeat(255) }],
    [{ key: ' any = string 😀\n' }],
  ])('%j is taken as it is', (body) => {
    expect(z.parse(createAliasRequest, body)).toEqual(body)
  })

  test.each([
    [{}],
    [{ key: '' }],
    [{ key: null }],
    [{ key: 1 }],
    [{ key: 'A', description: 'x'.repeat(256) }],
    [{ key: 'A', description: '😀'.repeat(256) }],
    [{ key: 'A', description: 1 }],
    [{ key: 'A', enable_interpolation_in_file: 'true' }],
    [[]],
    [null],
    ['A'],
  ])('%j is refused', (body) => {
    expect(accepts(createAliasRequest, body)).toBe(false)
  })

  test('carries the documented fields and no other', () => {
    expect(z.parse(createAliasRequest, { key: 'A', value: 'secret', scope: 'PROJECT' })).toEqual({
      key: 'A',
    })
    expect(z.parse(editSecretRequest, { key: 'A', value: 'new', scope: 'PROJECT' })).toEqual({
      key: 'A',
      value: 'new',
    })
  })
})

describe('held against the documented JSON Schema', () => {
  const ajv = new Ajv({ allowUnionTypes: true })
  addFormats.default(ajv)
  const documentedSecret = ajv.compile(secretJsonSchema)
  const documentedRequest = ajv.compile(createAliasJsonSchema)

  const hex = fc.stringMatching(/^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$/)
  const anyId = usually(hex, fc.constantFrom('', 'x', id.slice(1), `{${id}}`))
  const instant = fc.stringMatching(
    /^20[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9])[Tt ]([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]{1,9})?([Zz]|[+-](0[0-9]|1[0-9]|2[0-3]):[0-5][0-9])$/,
  )
  const notInstant = [
    '2023-02-29T00:00:00Z',
    '2023-01-01T24:00:00Z',
    '2023-01-01T12:00:60Z',
    '2016-12-31T23:59:60Z',
    '2023-01-01',
    '',
  ]
  const anyInstant = usually(instant, fc.constantFrom(...notInstant))
  const text = fc.string({ unit: 'binary', maxLength: 20 })
  const short = fc.oneof(
    text,
    fc.constantFrom('x'.repeat(255), '😀'.repeat(255)),
    fc.constant(null),
  )
  const flag = fc.constantFrom(true, false, null)
  const wrong = fc.constantFrom<unknown[]>(1, true, [], {})

  const anyLink = fc.record({
    id: anyId,
    key: usually(text, wrong),
    mount_path: text,
    scope: fc.constantFrom(...knownScopes),
    variable_type: fc.constantFrom(...knownVariableTypes),
    description: short,
    enable_interpolation_in_file: flag,
  })
  const anySecret = fc.record(
    {
      id: anyId,
      created_at: anyInstant,
      key: usually(text, wrong),
      scope: fc.constantFrom(...knownScopes),
      updated_at: anyInstant,
      overridden_secret: anyLink,
      aliased_secret: usually(anyLink, wrong),
      variable_type: fc.constantFrom(...knownVariableTypes),
      service_id: anyId,
      service_name: usually(text, wrong),
      service_type: fc.constantFrom(...knownServiceTypes),
      owned_by: text,
      description: short,
      enable_interpolation_in_file: usually(flag, fc.constant('true')),
    },
    { requiredKeys: ['id', 'created_at', 'key'] },
  )

  test('an answer is read whole exactly where the description allows it, nulls and new members aside', () => {
    const counts = { whole: 0, part: 0, refused: 0 }
    fc.assert(
      fc.property(anySecret, (value) => {
        const { data } = z.safeParse(secret, value)
        const links = [data, data?.aliased_secret, data?.overridden_secret]
        const isWhole = data !== undefined && links.every((each) => each?.unread === undefined)
        counts[isWhole ? 'whole' : data === undefined ? 'refused' : 'part'] += 1
        expect(isWhole).toBe(documentedSecret(value))
      }),
      { numRuns: 2000 },
    )
    // No side of the comparison may be one that hardly ever happens.
    expect(Math.min(...Object.values(counts))).toBeGreaterThan(200)
  })

  test('every request that is taken is one that the description allows', () => {
    const anyText = fc.oneof(
      text,
      fc
        .constantFrom('x', '😀')
        .chain((unit) => fc.integer({ min: 253, max: 257 }).map((length) => unit.repeat(length))),
    )
    const anyRequest = fc.record(
      {
        key: fc.oneof(anyText, wrong),
        description: fc.oneof(anyText, fc.constant(null), wrong),
        enable_interpolation_in_file: fc.oneof(flag, wrong),
      },
      { requiredKeys: [] },
    )
    const counts = { taken: 0, refused: 0 }
    fc.assert(
      fc.property(anyRequest, (value) => {
        const taken = accepts(createAliasRequest, value)
        counts[taken ? 'taken' : 'refused'] += 1
        expect(taken && !documentedRequest(value)).toBe(false)
      }),
      { numRuns: 2000 },
    )
    expect(Math.min(counts.taken, counts.refused)).toBeGreaterThan(200)
  })
})

/** Mostly sound, so that whole answers are, and sometimes not. */
function usually<T, U>(sound: fc.Arbitrary<T>, unsound: fc.Arbitrary<U>) {
  return fc.oneof({ weight: 12, arbitrary: sound }, { weight: 1, arbitrary: unsound })
}
