import { randomUUID } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { allRoutes, noParams, type AnyRouteName } from '../../qovery/all-routes'
import type { Call } from '../http/backend'
import { scopeOf, type OwnerRef } from '../../qovery/owner'
import { createSandbox } from './api'
import { openStore } from './open-store'
import type { Generated } from './seed'
import type { Store } from './store'

/** Project and secret of Qovery's documented example. */
export const exampleId = '3c90c3cc-0d44-4b50-8888-8dd25736052a'

const lists = {
  project: 'listProjectSecrets',
  environment: 'listEnvironmentSecrets',
  application: 'listApplicationSecrets',
  container: 'listContainerSecrets',
  job: 'listJobSecrets',
} as const
const lister = (kind: OwnerRef['kind']): AnyRouteName =>
  kind === 'helm' || kind === 'terraform' || kind === 'agentic_workflow'
    ? 'listVariables'
    : lists[kind]

interface Ask extends Partial<Omit<Call, 'params' | 'body'>> {
  organization?: string
  project?: string
  /** An environment or a service. */
  owner?: string
  secret?: string
  scope?: string
  body?: unknown
}

interface TestSandbox {
  generated?: Partial<Generated>
  /** Gives the sandbox a store with something of its own around it. */
  around?: (store: Store) => Store
}

/** A sandbox on a data folder of its own, with its answers decoded. */
export const createTestSandbox = ({
  generated = {},
  around = (store) => store,
}: TestSandbox = {}) => {
  const folder = join(tmpdir(), `alias-console-${randomUUID()}`)
  let store = openStore(folder, generated)
  const lines: string[] = []
  const log = (line: string) => lines.push(line)
  let backend = createSandbox(around(store), log)

  const ask = async (operation: AnyRouteName, more: Ask = {}) => {
    const {
      project = exampleId,
      organization = project,
      owner = '',
      secret = exampleId,
      scope = '',
      body,
      ...rest
    } = more
    const answer = await backend({
      operation,
      params: {
        ...noParams,
        organizationId: organization,
        projectId: project,
        ownerId: owner,
        secretId: secret,
        scope,
      },
      body: allRoutes[operation].method.startsWith('P') ? JSON.stringify(body) : undefined,
      authorization: undefined,
      idempotencyKey: undefined,
      ...rest,
    })
    const text = answer.body === null ? null : Buffer.from(answer.body).toString()
    return { ...answer, body: text, json: decode(text) }
  }

  return {
    ask,
    /** Creates an alias of the example secret. */
    alias: (key: string, more: Ask = {}) =>
      ask('createProjectSecretAlias', { body: { key }, ...more }),
    list: async (project = exampleId) => {
      const { json } = await ask('listProjectSecrets', { project })
      return json.results ?? []
    },
    /** What can be seen at any owner, by the calls of secrets or of variables. */
    listAt: async (kind: OwnerRef['kind'], id: string) => {
      const where = { owner: id, project: id, scope: scopeOf({ kind }) }
      return (await ask(lister(kind), where)).json.results ?? []
    },
    store: () => store,
    folder,
    /** What went to the log. */
    lines,
    restart: (more = generated) => {
      store.close()
      store = openStore(folder, more)
      backend = createSandbox(around(store), log)
    },
    /** Closes it. What it leaves is the folder, for the test to remove: only the store touches the disk here. */
    close: () => {
      store.close()
      return folder
    },
  }
}

interface Json extends Record<string, unknown> {
  results?: Json[]
}

const decode = (text: string | null): Json => {
  try {
    return JSON.parse(text ?? '{}')
  } catch {
    return {}
  }
}
