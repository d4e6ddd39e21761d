import { STATUS_CODES } from 'node:http'
import { anyPath } from '../../qovery/all-routes'
import type { Answer, Call } from '../http/backend'
import { now } from './now'
import type { Place } from './place'

interface Extra {
  /** More fields of the body. */
  fields?: Record<string, unknown>
  headers?: Record<string, string>
}

/** A refusal in the shape of Qovery's error bodies. */
export const refuse = (
  { operation, params }: Call,
  status: number,
  detail: string,
  { fields, headers }: Extra = {},
): Answer => ({
  status,
  body: JSON.stringify({
    status,
    error: STATUS_CODES[status],
    detail,
    timestamp: now(),
    path: anyPath(operation, params).split('?', 1)[0],
    ...fields,
  }),
  ...(headers && { headers }),
})

interface Existing {
  id: string
  key: string
  scope: string
  /** Absent where it is of no consequence. */
  owner_id?: string
}

/**
 * The refusal of a key that is taken. Words and fields: seen in answers to plain creates, expected for aliases.
 * @param place where the key is wanted: what has it is there or around it.
 */
export const keyTaken = (
  call: Call,
  { id, key, scope, owner_id }: Existing,
  place?: Place,
): Answer => {
  const isOfProject = owner_id === undefined || owner_id === place?.projectId
  return refuse(call, 409, `Variable already exists: ${key}`, {
    fields: {
      existing_variable: {
        id,
        key,
        scope,
        project_id: place?.projectId ?? call.params.projectId,
        environment_id: isOfProject ? null : (place?.environmentId ?? null),
        service_id: isOfProject || owner_id === place?.environmentId ? null : owner_id,
      },
    },
  })
}
