import { expect } from 'playwright/test'
import {
  ApplicationSecretApi,
  Configuration,
  ContainerSecretApi,
  EnvironmentMainCallsApi,
  EnvironmentSecretApi,
  EnvironmentsApi,
  JobSecretApi,
  OrganizationMainCallsApi,
  ProjectMainCallsApi,
  ProjectSecretApi,
  ProjectsApi,
  VariableMainCallsApi,
} from 'qovery-typescript-axios'
import {
  inProduction,
  production,
  staging,
  stagingCheckout,
} from '../../src/server/sandbox/seed-environments'
import { organization, payments, storefront } from '../../src/server/sandbox/seed-projects'
import {
  expectDescribedEnvironment,
  expectDescribedLightService,
  expectDescribedOrganization,
  expectDescribedProject,
  expectDescribedSecret,
  expectDescribedService,
  expectDescribedVariable,
} from '../http/described'
import { exampleId } from '../pages/alias-form'
import { test } from '../servers/console'

// Qovery's own client, run against the sandbox: what it sends is understood, and what it gets is as described.

const configurationOf = (url: string) =>
  new Configuration({ basePath: `${url}/api`, apiKey: 'Token qov_sandbox' })

interface SecretApi {
  list: (owner: string) => Promise<{ status: number; data: { results?: { id: string }[] } }>
  create: (owner: string) => Promise<Made>
  alias: (owner: string) => Promise<Made>
  override: (owner: string) => Promise<Made>
  edit: (owner: string, secret: string) => Promise<Made>
  remove: (owner: string, secret: string) => Promise<{ status: number }>
}
interface Made {
  status: number
  data: { id: string; key: string; scope: string; variable_type?: string }
}

const secret = { key: 'OFFICIAL', value: 'v', description: 'by the client' }
const alias = { key: 'OFFICIAL_ALIAS', enable_interpolation_in_file: true }
const edit = { key: 'OFFICIAL_EDITED', description: null }

const owners: [scope: string, owner: string, api: (configuration: Configuration) => SecretApi][] = [
  [
    'ENVIRONMENT',
    staging.id,
    (configuration) => {
      const api = new EnvironmentSecretApi(configuration)
      return {
        list: (owner) => api.listEnvironmentSecrets(owner),
        create: (owner) => api.createEnvironmentSecret(owner, secret),
        alias: (owner) => api.createEnvironmentSecretAlias(owner, exampleId, alias),
        override: (owner) => api.createEnvironmentSecretOverride(owner, exampleId, { value: 'v' }),
        edit: (owner, id) => api.editEnvironmentSecret(owner, id, edit),
        remove: (owner, id) => api.deleteEnvironmentSecret(owner, id),
      }
    },
  ],
  [
    'APPLICATION',
    stagingCheckout.id,
    (configuration) => {
      const api = new ApplicationSecretApi(configuration)
      return {
        list: (owner) => api.listApplicationSecrets(owner),
        create: (owner) => api.createApplicationSecret(owner, secret),
        alias: (owner) => api.createApplicationSecretAlias(owner, exampleId, alias),
        override: (owner) => api.createApplicationSecretOverride(owner, exampleId, { value: 'v' }),
        edit: (owner, id) => api.editApplicationSecret(owner, id, edit),
        remove: (owner, id) => api.deleteApplicationSecret(owner, id),
      }
    },
  ],
  [
    'CONTAINER',
    inProduction.fraud.id,
    (configuration) => {
      const api = new ContainerSecretApi(configuration)
      return {
        list: (owner) => api.listContainerSecrets(owner),
        create: (owner) => api.createContainerSecret(owner, secret),
        alias: (owner) => api.createContainerSecretAlias(owner, exampleId, alias),
        override: (owner) => api.createContainerSecretOverride(owner, exampleId, { value: 'v' }),
        edit: (owner, id) => api.editContainerSecret(owner, id, edit),
        remove: (owner, id) => api.deleteContainerSecret(owner, id),
      }
    },
  ],
  [
    'JOB',
    inProduction.settlement.id,
    (configuration) => {
      const api = new JobSecretApi(configuration)
      return {
        list: (owner) => api.listJobSecrets(owner),
        create: (owner) => api.createJobSecret(owner, secret),
        alias: (owner) => api.createJobSecretAlias(owner, exampleId, alias),
        override: (owner) => api.createJobSecretOverride(owner, exampleId, { value: 'v' }),
        edit: (owner, id) => api.editJobSecret(owner, id, edit),
        remove: (owner, id) => api.deleteJobSecret(owner, id),
      }
    },
  ],
  ...(
    [
      ['HELM', inProduction.ingress.id],
      ['TERRAFORM', inProduction.network.id],
      ['AGENTIC_WORKFLOW', inProduction.agent.id],
    ] as const
  ).map(([scope, id]): (typeof owners)[number] => [
    scope,
    id,
    (configuration) => {
      const api = new VariableMainCallsApi(configuration)
      return {
        list: (owner) => api.listVariables(owner, scope),
        create: (owner) =>
          api.createVariable({
            ...secret,
            is_secret: true,
            variable_scope: scope,
            variable_parent_id: owner,
          }),
        alias: (owner) =>
          api.createVariableAlias(exampleId, {
            ...alias,
            alias_scope: scope,
            alias_parent_id: owner,
          }),
        override: (owner) =>
          api.createVariableOverride(exampleId, {
            value: 'v',
            override_scope: scope,
            override_parent_id: owner,
          }),
        edit: (_, variable) => api.editVariable(variable, edit),
        remove: (_, variable) => api.deleteVariable(variable),
      }
    },
  ]),
]

for (const [scope, owner, apiOf] of owners) {
  test(`every call about the secrets of scope ${scope} is answered as described`, async ({
    consoleServer,
  }) => {
    const api = apiOf(configurationOf(consoleServer.url))
    const isVariable = /HELM|TERRAFORM|AGENTIC/.test(scope)
    const expectDescribed = isVariable ? expectDescribedVariable : expectDescribedSecret
    const list = async () => {
      const { status, data } = await api.list(owner)
      expect(status).toBe(200)
      return data.results ?? []
    }
    const before = await list()
    expect(before.length).toBeGreaterThan(12)
    for (const each of before) expectDescribed(each)

    const made = [await api.create(owner), await api.alias(owner), await api.override(owner)]
    for (const { status, data } of made) {
      expect(status).toBe(201)
      expectDescribed(data)
      expect(data.scope).toBe(scope)
    }
    expect(made.map(({ data }) => data.variable_type)).toEqual(['VALUE', 'ALIAS', 'OVERRIDE'])
    expect((await list()).length).toBe(before.length + 3)

    const id = made[1]?.data.id ?? ''
    const edited = await api.edit(owner, id)
    expect([edited.status, edited.data.key]).toEqual([200, edit.key])
    expectDescribed(edited.data)

    for (const { data } of made) expect((await api.remove(owner, data.id)).status).toBe(204)
    expect(await list()).toEqual(before)
  })
}

test('organizations and projects are listed and shown as described', async ({ consoleServer }) => {
  const configuration = configurationOf(consoleServer.url)
  const organizations = new OrganizationMainCallsApi(configuration)
  const { data: all } = await organizations.listOrganization()
  expect(all.results?.map(({ id }) => id)).toEqual([organization.id])
  for (const each of all.results ?? []) expectDescribedOrganization(each)
  expectDescribedOrganization((await organizations.getOrganization(organization.id)).data)
  const { data: projects } = await new ProjectsApi(configuration).listProject(organization.id)
  expect(projects.results?.map(({ id }) => id)).toEqual([payments.id, storefront.id])
  for (const each of projects.results ?? []) expectDescribedProject(each)
  const shown = await new ProjectMainCallsApi(configuration).getProject(payments.id)
  expectDescribedProject(shown.data)
  expect(shown.data).toEqual(projects.results?.[0])
})

test('environments and services are listed as described', async ({ consoleServer }) => {
  const configuration = configurationOf(consoleServer.url)
  const environments = await new EnvironmentsApi(configuration).listEnvironment(payments.id)
  const api = new OrganizationMainCallsApi(configuration)
  const all = await api.listServicesByOrganizationId(organization.id, payments.id)
  const one = await new EnvironmentMainCallsApi(configuration).listServicesByEnvironmentId(
    production.id,
  )
  const lists: [{ results?: unknown[] }, (answer: unknown) => void, number][] = [
    [environments.data, expectDescribedEnvironment, 3],
    [all.data, expectDescribedLightService, 15],
    [one.data, expectDescribedService, 10],
  ]
  for (const [{ results = [] }, expectDescribed, count] of lists) {
    expect(results).toHaveLength(count)
    for (const each of results) expectDescribed(each)
  }
})

test('the project’s own calls are answered as they were', async ({ consoleServer }) => {
  const api = new ProjectSecretApi(configurationOf(consoleServer.url))
  const { data, status } = await api.createProjectSecretAlias(payments.id, exampleId, alias)
  expect(status).toBe(201)
  expectDescribedSecret(data)
  const edited = await api.editProjectSecret(payments.id, data.id, edit)
  expectDescribedSecret(edited.data)
  for (const each of (await api.listProjectSecrets(payments.id)).data.results ?? [])
    expectDescribedSecret(each)
  expect((await api.deleteProjectSecret(payments.id, data.id)).status).toBe(204)
})
