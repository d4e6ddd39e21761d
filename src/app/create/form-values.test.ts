import * as z from 'zod/mini'
import { describe, expect, test } from 'vitest'
import { environmentOwner, projectOwner, serviceOwner, type Owner } from '../../qovery/owner'
import { linkTo, testList, testSecret } from '../../qovery/test-secrets'
import { makeTree } from '../queries/project-tree'
import { draft, openingValues } from './draft'
import { formSchema } from './form-schema'
import { toRequest } from './alias-request'
import { emptyForm, locate, type FormValues } from './form-values'

const id = '3c90c3cc-0d44-4b50-8888-8dd25736052a'
const aliasId = '11111111-0d44-4b50-8888-8dd25736052a'
const value = testSecret({ id, key: 'FIRST_NAME' })
const file = testSecret({ ...value, variable_type: 'FILE' })
const alias = testSecret({
  id: aliasId,
  key: 'SECOND_NAME',
  variable_type: 'ALIAS',
  aliased_secret: linkTo(value),
})
const list = testList([value, alias])
const schema = formSchema({ tree: async () => undefined, list: () => list, lists: () => [] })
const good: FormValues = { ...emptyForm, project: id, secret: id, key: 'THIRD_NAME' }

/** Field → message of everything the form complains about. */
const complaints = async (changes: Partial<FormValues>) => {
  const parsed = await z.safeParseAsync(schema, { ...good, ...changes })
  return Object.fromEntries(
    parsed.error?.issues.map(({ path, message }) => [path[0], message]) ?? [],
  )
}

test('a good form has nothing to complain about', async () => {
  expect(await complaints({})).toEqual({})
})

test('everything missing is said at once, each at its field', async () => {
  expect(Object.keys(await complaints(emptyForm))).toEqual(['project', 'secret', 'key'])
})

test('a link of Qovery’s console is as good as an id', async () => {
  expect(
    await complaints({
      project: `https://console.qovery.com/organization/${aliasId}/project/${id}`,
    }),
  ).toEqual({})
})

test('an alias cannot be aliased, and the message says what can', async () => {
  expect((await complaints({ secret: aliasId }))['secret']).toContain('Use FIRST_NAME')
})

describe('what names no secret', () => {
  const said = async (secret: string, of = list) => {
    const known = formSchema({ tree: async () => undefined, list: () => of, lists: () => [] })
    const { error } = await z.safeParseAsync(known, { ...good, secret })
    return error?.issues.find(({ path }) => path[0] === 'secret')?.message
  }

  test('is told as a key that no secret has, with what can be done', async () => {
    expect(await said(' FOOBARX ')).toBe(
      'No secret of this project is called FOOBARX. Choose one from the list, or paste an ID.',
    )
  })

  test('is told as no id where it looks like one, or nothing was read', async () => {
    for (const text of [id.slice(0, -1), `/secret/${id.slice(1)}`, `${id} ${aliasId}`])
      expect(await said(text)).toMatch(/^No ID was found/)
    const unread = formSchema({
      tree: async () => undefined,
      list: () => undefined,
      lists: () => [],
    })
    const { error } = await z.safeParseAsync(unread, { ...good, secret: 'FOOBARX' })
    expect(error?.issues[0]?.message).toMatch(/^The list is not read yet/)
  })

  test('is not called missing where it may be there', async () => {
    expect(await said('FIRST_NAME')).toMatch(/^FIRST_NAME is not chosen yet/)
    const twice = testList([value, testSecret({ ...value, id: aliasId })])
    expect(await said('FIRST_NAME', twice)).toMatch(
      /^2 secrets of this project are called FIRST_NAME/,
    )
    const odd = { why: 'contrary', id: null, tiedTo: [] } as const
    const named = { ...list, unreadable: [{ ...odd, name: 'FOOBARX' }] }
    expect(await said('FOOBARX', named)).toMatch(/could not be read/)
    expect(await said('FOOBARX', { ...list, unreadable: [{ ...odd, name: null }] })).toMatch(
      /as far as the list could be read/,
    )
  })
})

test('a key in the list is refused before it is sent', async () => {
  expect(await complaints({ key: 'SECOND_NAME' })).toHaveProperty('key')
})

describe('a key that is advised against', () => {
  test('asks for a confirmation', async () => {
    expect((await complaints({ key: 'THIRD-NAME' }))['key']).toContain('Confirm')
  })
  test('passes once it was confirmed', async () => {
    expect(await complaints({ key: 'THIRD-NAME', agreedKey: 'THIRD-NAME' })).toEqual({})
  })
  test('asks again after it was changed', async () => {
    expect(await complaints({ key: 'FOURTH-NAME', agreedKey: 'THIRD-NAME' })).toHaveProperty('key')
  })
})

describe('below a project', () => {
  const environmentId = '22222222-0d44-4b50-8888-8dd25736052a'
  const services = [
    { id: '33333333-0d44-4b50-8888-8dd25736052a', service_type: 'HELM' },
    { id: '44444444-0d44-4b50-8888-8dd25736052a', service_type: 'DATABASE' },
  ] as const
  const settled = <Read>(read: Read) => ({ status: 'fulfilled', value: read }) as const
  const tree = makeTree(
    id,
    settled({
      results: [
        {
          id: environmentId,
          name: 'prod',
          mode: 'PRODUCTION',
          created_at: null,
          expires_at: null,
        },
      ],
      unreadable: [],
    }),
    settled({
      results: services.map((service) => ({
        ...service,
        name: service.service_type,
        created_at: null,
        job_type: null,
        environment_id: environmentId,
        environment_name: 'prod',
        project_id: id,
      })),
      unreadable: [],
    }),
  )
  const inherited = testList([
    testSecret({ ...value, scope: 'PROJECT' }),
    testSecret({ id: aliasId, key: 'QOVERY_LIKE', scope: 'BUILT_IN', variable_type: 'BUILT_IN' }),
  ])
  const below = formSchema({ tree: async () => tree, list: () => inherited, lists: () => [] })
  const said = async (changes: Partial<FormValues>) => {
    const { error } = await z.safeParseAsync(below, { ...good, where: environmentId, ...changes })
    return error?.issues.map(({ path, message }) => `${String(path[0])}: ${message}`) ?? []
  }

  test('an environment and a service are found by id, and nothing else is', () => {
    const where = (text: string) => locate({ project: id, where: text }, tree)
    expect(where('')).toEqual({ owner: { kind: 'project', id } })
    expect(where(id)).toEqual({ owner: { kind: 'project', id } })
    expect(where(environmentId)).toMatchObject({ owner: { kind: 'environment', projectId: id } })
    expect(where(services[0].id)).toMatchObject({ owner: { kind: 'helm', environmentId } })
    expect(where(services[1].id)).toMatchObject({ service: { service: { name: 'DATABASE' } } })
    expect(where(aliasId)).toBeUndefined()
    expect(where('prod')).toBeUndefined()
  })

  test('a key that no secret has is told with the place that was looked at', async () => {
    expect((await said({ secret: 'FOOBARX' }))[0]).toMatch(/^secret: No secret of this environment/)
    expect((await said({ secret: 'FOOBARX', where: services[0].id }))[0]).toMatch(/of this service/)
  })

  test('a link counts for what it names, and never for what is around that', async () => {
    const other = '66666666-0d44-4b50-8888-8dd25736052a'
    const inProject = `https://console.qovery.com/organization/${aliasId}/project/${id}`
    const inEnvironment = `${inProject}/environment/${environmentId}`
    const where = (text: string, known = tree) => locate({ project: id, where: text }, known)
    expect(where(`${inProject}/environments`)).toEqual({ owner: { kind: 'project', id } })
    expect(where(`${inProject}/environment/${other}`)).toBeUndefined()
    expect(where(`${inProject}/application/${other}`)).toBeUndefined()
    expect(where(`${inEnvironment}/service/${other}`)).toBeUndefined()
    expect(where(`${id} ${other}`)).toBeUndefined()
    expect((await said({ where: `${inEnvironment}/application/${other}` }))[0]).toMatch(
      /^where: No place/,
    )
    // Its last id may be that of anything, but a tree that was not read may have it all the same.
    const run = `${inEnvironment}/deployment-logs/${other}`
    expect(where(run)).toMatchObject({ owner: { kind: 'environment' } })
    expect(where(run, { ...tree, servicesError: new Error('403') })).toBeUndefined()
    const beside = `${inProject}/deployment-logs/${other}`
    expect(locate({ project: id, where: beside }, undefined)).toBeUndefined()
    const unread = formSchema({
      tree: async () => undefined,
      list: () => undefined,
      lists: () => [],
    })
    const { error } = await z.safeParseAsync(unread, { ...good, where: inEnvironment })
    expect(error?.issues.find(({ path }) => path[0] === 'where')?.message).toMatch(/are not read/)
  })

  test('a place that is none is said at the field', async () => {
    expect(await said({})).toEqual([])
    expect((await said({ where: 'prod' }))[0]).toMatch(/^where: No place/)
    expect((await said({ where: services[1].id }))[0]).toMatch(
      /^where: A database owns no variables/,
    )
  })

  test('a secret of another environment or service is told by the list that shows it', async () => {
    const elsewhere = environmentOwner(id, '55555555-0d44-4b50-8888-8dd25736052a')
    const service = serviceOwner(elsewhere, { kind: 'helm', id: services[0].id })
    const own = testSecret({ id: aliasId, key: 'STAGED', scope: 'ENVIRONMENT' })
    const judge = async (owner: Owner, scope: string, where = environmentId) => {
      const shown = testList([{ ...own, scope }])
      const known = formSchema({
        tree: async () => tree,
        list: () => testList([]),
        lists: () => [{ owner, list: shown }],
      })
      const { error } = await z.safeParseAsync(known, { ...good, where, secret: aliasId })
      return error?.issues.find(({ path }) => path[0] === 'secret')?.message
    }
    expect(await judge(elsewhere, 'ENVIRONMENT')).toMatch(
      /^STAGED is a secret of another environment/,
    )
    expect(await judge(elsewhere, 'ENVIRONMENT', '')).toMatch(/another environment.*in Where/)
    expect(await judge(service, 'ENVIRONMENT')).toMatch(/another environment/)
    expect(await judge(service, 'HELM')).toMatch(/another service/)
    // What is around the place is left to Qovery, whatever its list lacks; whose a built-in is, nobody knows.
    expect(await judge(service, 'PROJECT')).toBeUndefined()
    expect(await judge(environmentOwner(id, environmentId), 'ENVIRONMENT')).toBeUndefined()
    expect(await judge(elsewhere, 'BUILT_IN')).toBeUndefined()
    expect(await judge(projectOwner(aliasId), 'PROJECT')).toMatch(/another project/)
  })

  test('whatever can be seen there has its key, an inherited one with its scope', async () => {
    expect((await said({ key: 'FIRST_NAME', secret: aliasId }))[0]).toMatch(
      /^key: .* at project scope/,
    )
    expect((await said({ key: 'QOVERY_LIKE' }))[0]).toMatch(/^key: /)
    expect(await said({ key: 'LIKE_NONE', secret: aliasId })).toEqual([])
  })
})

test('a lower-case key is warned about elsewhere and passes', async () => {
  expect(await complaints({ key: 'third_name' })).toEqual({})
})

test('a description ends at 255 code points, not UTF-16 units', async () => {
  expect(await complaints({ description: '😀'.repeat(255) })).toEqual({})
  expect((await complaints({ description: '😀'.repeat(257) }))['description']).toContain('by 2')
})

describe('the request', () => {
  test('carries the documented fields and no other', () => {
    expect(toRequest(good, value)).toEqual({
      key: 'THIRD_NAME',
      description: null,
      enable_interpolation_in_file: false,
    })
  })
  test('keeps key and description as they were typed', () => {
    expect(toRequest({ ...good, key: 'third_Name', description: ' why ' }, value)).toMatchObject({
      key: 'third_Name',
      description: ' why ',
    })
  })
  test('interpolates in files unless the switch was touched', () => {
    expect(toRequest(good, file).enable_interpolation_in_file).toBe(true)
    expect(toRequest({ ...good, interpolation: false }, file).enable_interpolation_in_file).toBe(
      false,
    )
    expect(toRequest({ ...good, interpolation: true }, value).enable_interpolation_in_file).toBe(
      true,
    )
  })
})

describe('the form opens with', () => {
  test('the draft, where the address says nothing', () => {
    expect(openingValues('', good)).toEqual(good)
  })
  test('what the address fills in, over the draft', () => {
    expect(openingValues('?key=A&description=b%20c&other=1', good)).toEqual({
      ...good,
      key: 'A',
      description: 'b c',
    })
  })
  test('the place that the address names, and no place of another project', () => {
    const drafted = { ...good, where: aliasId }
    expect(openingValues(`?project=${id}`, drafted).where).toBe('')
    expect(openingValues(`?environment=A&service=B`, drafted).where).toBe('B')
    expect(openingValues(`?key=B`, drafted).where).toBe(aliasId)
  })
  test('the project that the address names, and no secret of another one', () => {
    const drafted = { ...good, project: id, secret: id }
    expect(openingValues(`?project=${aliasId}`, drafted).secret).toBe('')
    expect(openingValues(`?project=${aliasId}&secret=${aliasId}`, drafted).secret).toBe(aliasId)
    expect(openingValues(`?project=${id.toUpperCase()}`, drafted).secret).toBe(id)
    expect(openingValues(`?project=${id}`, { ...drafted, project: '' }).secret).toBe(id)
  })
  test('a key as it is, of which a box shows all: a line break in it would be seen nowhere', () => {
    expect(openingValues('?key=%20X_Y%0D%0AZ', good).key).toBe(' X_Y Z')
  })
  test('an empty form, where the draft cannot be read', () => {
    expect(draft.read()).toEqual(emptyForm)
  })
})
