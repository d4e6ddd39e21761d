import type { AnyOperation } from '../../qovery/all-routes'
import type { Answer, Backend, Call, Json } from '../http/backend'
import type { Log } from '../http/log'
import { codeOf } from '../http/error-code'
import { createCommits } from './commits'
import { createAlias } from './create-alias'
import { deleteSecret } from './delete-secret'
import { editSecret } from './edit-secret'
import { listOrganizations, listProjects, showOrganization, showProject } from './projects'
import { refuse } from './refuse'
import { once } from './remembered-answers'
import { listSecrets } from './secret-json'
import { createSentinel, deliver } from './sentinels'
import { takeTurns } from './take-turns'
import type { Store } from './store'
import { isDamage, StorageFailure } from './store-error'

/** What callers other than the page must send: the sandbox's one token, known to everybody. */
const sandboxAuthorization = 'Token qov_sandbox'

/** Answers the console's calls as Qovery does, from the store. */
export const createSandbox = (store: Store, log: Log): Backend<Json> => {
  const commit = createCommits(store)
  const sentinel = createSentinel()
  // As bytes: a text of megabytes would be made into them once for each who asked.
  const listed = takeTurns((projectId) => Buffer.from(listSecrets(store, projectId)))
  const operations: Partial<
    Record<AnyOperation, (call: Call) => Answer<Json> | Promise<Answer<Json>>>
  > = {
    listOrganizations: () => ok(listOrganizations(store)),
    getOrganization: (call) => found(call, showOrganization(store, call.params.organizationId)),
    listProjects: (call) =>
      found(
        call,
        showOrganization(store, call.params.organizationId) &&
          listProjects(store, call.params.organizationId),
      ),
    getProject: (call) => found(call, showProject(store, call.params.projectId)),
    listProjectSecrets: async (call) => {
      const { projectId } = call.params
      return found(call, showProject(store, projectId) && (await listed(projectId)))
    },
    createProjectSecretAlias: async (call) => {
      const create = () => createAlias(store, call, sentinel)
      const { answer, repeated } = await commit(() => once(store, call, create))
      return repeated ? answer : deliver(answer)
    },
    editProjectSecret: (call) => commit(() => editSecret(store, call)),
    deleteProjectSecret: (call) => commit(() => deleteSecret(store, call)),
  }

  let damage: string | undefined

  return async (received) => {
    // The guards let a call without credentials pass only from the console's own page: there nobody types the token.
    const call = { ...received, authorization: received.authorization ?? sandboxAuthorization }
    if (call.authorization !== sandboxAuthorization) return refuse(call, 401, 'Unauthorized')
    // What is damaged takes nothing more: it could acknowledge what it will not show.
    if (damage !== undefined) return refuse(call, 500, damage)
    try {
      return (await operations[call.operation]?.(call)) ?? refuse(call, 404, 'Not found')
    } catch (error) {
      if (error instanceof StorageFailure) return refuse(call, 507, notTaken(error))
      if (!isDamage(error)) throw error
      damage ??= damaged(codeOf(error))
      log(damage)
      return refuse(call, 500, damage)
    }
  }
}

const notTaken = ({ uncertain }: StorageFailure) =>
  uncertain
    ? 'The disk failed. Whether anything was changed shows once the server has been started again.'
    : 'The disk did not take it. Nothing was changed.'

const damaged = (code: string) =>
  `The sandbox’s database is damaged (${code}), and nothing more is written to it. Stop the server, and move sandbox.db out of its data folder or name another folder with DATA_DIR.`

const ok = (body: Json): Answer<Json> => ({ status: 200, body })

const found = (call: Call, body: Json | undefined): Answer<Json> =>
  body === undefined ? refuse(call, 404, 'Not found') : ok(body)
