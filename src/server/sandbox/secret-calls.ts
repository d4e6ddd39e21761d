import type * as z from 'zod/mini'
import type { OwnerKind } from '../../qovery/owner'
import {
  createOverrideRequest,
  createSecretRequest,
  createVariableAliasRequest,
  createVariableOverrideRequest,
  createVariableRequest,
  editVariableRequest,
} from '../../qovery/owner-schema'
import { createAliasRequest, editSecretRequest } from '../../qovery/schema'
import type { Answer, Call, Json } from '../http/backend'
import { createCommits } from './commits'
import { createAlias } from './create-alias'
import { createOverride, createSecret } from './create-secret'
import { deleteSecret } from './delete-secret'
import { editSecret } from './edit-secret'
import { findPlace, kindOfScope, type Place } from './place'
import { readRequest } from './read-request'
import { refuse } from './refuse'
import { once } from './remembered-answers'
import { listSecrets, type Family } from './secret-json'
import { findSecret } from './secrets'
import { createSentinel, deliver } from './sentinels'
import type { Store } from './store'
import { takeTurns } from './take-turns'

/** Reads what is asked, finds where, and does it. */
const work = <Schema extends z.core.$ZodType<object>>(
  call: Call,
  schema: Schema,
  placeFor: (request: z.infer<Schema>) => Place | undefined,
  act: (place: Place, request: z.infer<Schema>) => Answer,
): Answer => {
  const request = readRequest(schema, call.body)
  if ('problem' in request) return refuse(call, 400, request.problem)
  const place = placeFor(request.data)
  return place === undefined ? refuse(call, 404, 'Not found') : act(place, request.data)
}

/** The calls about secrets and variables, by what owns them. */
export const createSecretCalls = (store: Store) => {
  const commit = createCommits(store)
  const sentinel = createSentinel()
  // As bytes: a text of megabytes would be made into them once for each who asked.
  const listOf = (family: Family) =>
    takeTurns((seen) => Buffer.from(listSecrets(store, { seen: JSON.parse(seen) }, family)))
  const listed = { secret: listOf('secret'), variable: listOf('variable') }

  const list = async (
    call: Call,
    kind: OwnerKind | undefined,
    id: string,
    family: Family,
  ): Promise<Answer<Json>> => {
    const place = kind && findPlace(store, { kind, id })
    if (place === undefined) return refuse(call, 404, 'Not found')
    return { status: 200, body: await listed[family](JSON.stringify(place.seen)) }
  }

  /** Answers a POST once for its idempotency key. */
  const post = async (call: Call, create: () => Answer): Promise<Answer> => {
    const { answer, repeated } = await commit(() => once(store, call, create))
    return repeated ? answer : deliver(answer)
  }

  /** The calls whose path names the owner. */
  const ownedBy = (kind: OwnerKind) => {
    const idOf = ({ params }: Call) => (kind === 'project' ? params.projectId : params.ownerId)
    const placeOf = (call: Call) => findPlace(store, { kind, id: idOf(call) })
    const family = 'secret'
    return {
      list: (call: Call) => list(call, kind, idOf(call), family),
      create: (call: Call) =>
        post(call, () =>
          work(
            call,
            createSecretRequest,
            () => placeOf(call),
            (place, request) => createSecret(store, call, { place, request, family }),
          ),
        ),
      alias: (call: Call) =>
        post(call, () =>
          work(
            call,
            createAliasRequest,
            () => placeOf(call),
            (place, request) => createAlias(store, call, { place, request, family, sentinel }),
          ),
        ),
      override: (call: Call) =>
        post(call, () =>
          work(
            call,
            createOverrideRequest,
            () => placeOf(call),
            (place, request) => createOverride(store, call, { place, request, family }),
          ),
        ),
      edit: (call: Call) =>
        commit(() =>
          work(
            call,
            editSecretRequest,
            () => placeOf(call),
            (place, request) => editSecret(store, call, { place, request, family }),
          ),
        ),
      remove: (call: Call) =>
        commit(() => {
          const place = placeOf(call)
          return place === undefined
            ? refuse(call, 404, 'Not found')
            : deleteSecret(store, call, { place, family })
        }),
    }
  }

  const family = 'variable'
  const placeOfScope = (scope: string, id: string) => {
    const kind = kindOfScope(scope)
    return kind && findPlace(store, { kind, id })
  }
  /** Where the call's variable is; a built-in one is anywhere, since nothing can be done to it. */
  const placeOfVariable = ({ params }: Call) => {
    const held = findSecret(store, params.secretId)
    if (held === undefined) return undefined
    const { scope, owner_id, project_id } = held
    return scope === 'BUILT_IN'
      ? {
          owner: { kind: 'project', id: owner_id } as const,
          projectId: project_id,
          seen: [owner_id] as const,
        }
      : placeOfScope(scope, owner_id)
  }

  return {
    ownedBy,
    /** The calls that name a variable alone, and its owner in their query or body. */
    variables: {
      list: (call: Call) => list(call, kindOfScope(call.params.scope), call.params.ownerId, family),
      create: (call: Call) =>
        post(call, () =>
          work(
            call,
            createVariableRequest,
            (request) => placeOfScope(request.variable_scope, request.variable_parent_id),
            (place, request) => createSecret(store, call, { place, request, family }),
          ),
        ),
      alias: (call: Call) =>
        post(call, () =>
          work(
            call,
            createVariableAliasRequest,
            (request) => placeOfScope(request.alias_scope, request.alias_parent_id),
            (place, request) => createAlias(store, call, { place, request, family, sentinel }),
          ),
        ),
      override: (call: Call) =>
        post(call, () =>
          work(
            call,
            createVariableOverrideRequest,
            (request) => placeOfScope(request.override_scope, request.override_parent_id),
            (place, request) => createOverride(store, call, { place, request, family }),
          ),
        ),
      edit: (call: Call) =>
        commit(() =>
          work(
            call,
            editVariableRequest,
            () => placeOfVariable(call),
            (place, request) => editSecret(store, call, { place, request, family }),
          ),
        ),
      remove: (call: Call) =>
        commit(() => {
          const place = placeOfVariable(call)
          return place === undefined
            ? refuse(call, 404, 'Not found')
            : deleteSecret(store, call, { place, family })
        }),
    },
  }
}
