import type { AnyRouteName } from '../../qovery/all-routes'
import type { Answer, Backend, Call, Json } from '../http/backend'
import type { Log } from '../http/log'
import { listEnvironments, listEnvironmentServices, listServices } from './environments'
import { listOrganizations, listProjects, showOrganization, showProject } from './projects'
import { refuse } from './refuse'
import { createSecretCalls } from './secret-calls'
import type { Store } from './store'
import { isDamage, movedCode, StorageFailure, storeCode } from './store-error'

/** What callers other than the page must send: the sandbox's one token, known to everybody. */
const sandboxAuthorization = 'Token qov_sandbox'

/** Answers the console's calls as Qovery does, from the store. */
export const createSandbox = (store: Store, log: Log): Backend<Json> => {
  const { ownedBy, variables } = createSecretCalls(store)
  const project = ownedBy('project')
  const environment = ownedBy('environment')
  const application = ownedBy('application')
  const container = ownedBy('container')
  const job = ownedBy('job')
  const operations: Record<AnyRouteName, (call: Call) => Answer<Json> | Promise<Answer<Json>>> = {
    listOrganizations: () => ok(listOrganizations(store)),
    getOrganization: (call) => found(call, showOrganization(store, call.params.organizationId)),
    listProjects: (call) =>
      found(
        call,
        showOrganization(store, call.params.organizationId) &&
          listProjects(store, call.params.organizationId),
      ),
    getProject: (call) => found(call, showProject(store, call.params.projectId)),
    listEnvironments: (call) =>
      found(
        call,
        showProject(store, call.params.projectId) && listEnvironments(store, call.params.projectId),
      ),
    listServices: (call) =>
      found(
        call,
        showOrganization(store, call.params.organizationId) &&
          listServices(store, call.params.organizationId, call.params.projectId),
      ),
    listEnvironmentServices: (call) =>
      found(call, listEnvironmentServices(store, call.params.ownerId)),
    listProjectSecrets: project.list,
    createProjectSecretAlias: project.alias,
    editProjectSecret: project.edit,
    deleteProjectSecret: project.remove,
    listEnvironmentSecrets: environment.list,
    createEnvironmentSecret: environment.create,
    createEnvironmentSecretAlias: environment.alias,
    createEnvironmentSecretOverride: environment.override,
    editEnvironmentSecret: environment.edit,
    deleteEnvironmentSecret: environment.remove,
    listApplicationSecrets: application.list,
    createApplicationSecret: application.create,
    createApplicationSecretAlias: application.alias,
    createApplicationSecretOverride: application.override,
    editApplicationSecret: application.edit,
    deleteApplicationSecret: application.remove,
    listContainerSecrets: container.list,
    createContainerSecret: container.create,
    createContainerSecretAlias: container.alias,
    createContainerSecretOverride: container.override,
    editContainerSecret: container.edit,
    deleteContainerSecret: container.remove,
    listJobSecrets: job.list,
    createJobSecret: job.create,
    createJobSecretAlias: job.alias,
    createJobSecretOverride: job.override,
    editJobSecret: job.edit,
    deleteJobSecret: job.remove,
    listVariables: variables.list,
    createVariable: variables.create,
    createVariableAlias: variables.alias,
    createVariableOverride: variables.override,
    editVariable: variables.edit,
    deleteVariable: variables.remove,
  }

  let damage: string | undefined

  return async (received) => {
    // The guards let a call without credentials pass only from the console's own page: there nobody types the token.
    const call = { ...received, authorization: received.authorization ?? sandboxAuthorization }
    if (call.authorization !== sandboxAuthorization) return refuse(call, 401, 'Unauthorized')
    // What is damaged takes nothing more: it could acknowledge what it will not show.
    if (damage !== undefined) return refuse(call, 500, damage)
    try {
      return await operations[call.operation](call)
    } catch (error) {
      if (error instanceof StorageFailure) return refuse(call, 507, notTaken(error))
      if (!isDamage(error)) throw error
      damage ??= damaged(storeCode(error))
      log(damage)
      return refuse(call, 500, damage)
    }
  }
}

const notTaken = ({ message, uncertain }: StorageFailure) => {
  if (message === movedCode) {
    return 'The sandbox’s database was moved or deleted under the server. Nothing was changed, and nothing more is written: start the server again.'
  }
  return uncertain
    ? 'The disk failed. Whether anything was changed shows once the server has been started again.'
    : 'The disk did not take it. Nothing was changed.'
}

const damaged = (code: string) =>
  `The sandbox’s database is damaged (${code}), and nothing more is written to it. Stop the server, and move sandbox.db out of its data folder or name another folder with DATA_DIR.`

const ok = (body: Json): Answer<Json> => ({ status: 200, body })

const found = (call: Call, body: Json | undefined): Answer<Json> =>
  body === undefined ? refuse(call, 404, 'Not found') : ok(body)
