import type { Operation } from '../../qovery/routes'
import type { Answer, Backend, Call } from '../backend'
import { createCommits } from './commits'
import { createAlias } from './create-alias'
import { deleteSecret } from './delete-secret'
import { editSecret } from './edit-secret'
import { listOrganizations, listProjects, showOrganization, showProject } from './projects'
import { refuse } from './refuse'
import { once } from './remembered-answers'
import { listSecrets } from './secret-json'
import { createSentinel, deliver } from './sentinels'
import { StorageFailure, type Store } from './store'

/** What callers other than the page must send: the sandbox's one token, known to everybody. */
const sandboxAuthorization = 'Token qov_sandbox'

/** Answers the console's calls as Qovery does, from the store. */
export const createSandbox = (store: Store): Backend => {
  const commit = createCommits(store)
  const sentinel = createSentinel()
  const operations: Record<Operation, (call: Call) => Answer | Promise<Answer>> = {
    listOrganizations: () => ok(listOrganizations(store)),
    getOrganization: (call) => found(call, showOrganization(store, call.params.organizationId)),
    listProjects: (call) =>
      found(
        call,
        showOrganization(store, call.params.organizationId) &&
          listProjects(store, call.params.organizationId),
      ),
    getProject: (call) => found(call, showProject(store, call.params.projectId)),
    listProjectSecrets: (call) =>
      found(
        call,
        showProject(store, call.params.projectId) && listSecrets(store, call.params.projectId),
      ),
    createProjectSecretAlias: async (call) => {
      const create = () => createAlias(store, call, sentinel)
      const { answer, repeated } = await commit(() => once(store, call, create))
      return repeated ? answer : deliver(answer)
    },
    editProjectSecret: (call) => commit(() => editSecret(store, call)),
    deleteProjectSecret: (call) => commit(() => deleteSecret(store, call)),
  }

  return async (received) => {
    // The guards let a call without credentials pass only from the console's own page: there nobody types the token.
    const call = { ...received, authorization: received.authorization ?? sandboxAuthorization }
    if (call.authorization !== sandboxAuthorization) return refuse(call, 401, 'Unauthorized')
    try {
      return await operations[call.operation](call)
    } catch (error) {
      if (!(error instanceof StorageFailure)) throw error
      return refuse(call, 507, 'The disk did not take it. Nothing was changed.')
    }
  }
}

const ok = (body: string): Answer => ({ status: 200, body })

const found = (call: Call, body: string | undefined): Answer =>
  body === undefined ? refuse(call, 404, 'Not found') : ok(body)
