import type { HeldSecret, Model } from './model'

/** An answer before it becomes bytes. A body of undefined sends none. */
export interface Reply {
  status: number
  body?: unknown
  /** Changes the model. Not called where a fault says that nothing was committed. */
  commit?: () => void
}

const names: Record<number, string> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  409: 'Conflict',
}

/** A refusal in the form that Qovery's clients read. */
export const refuse = (status: number, detail: string, extra: object = {}): Reply => ({
  status,
  body: {
    status,
    error: names[status] ?? 'Error',
    detail,
    timestamp: new Date().toISOString(),
    path: '/',
    ...extra,
  },
})

/** What a call asks for: the ids of its path and query in their order, and its body. */
export interface Call {
  ids: string[]
  body: unknown
}

export type Handler = (model: Model, call: Call) => Reply

/** Who holds a key, in the words of a real duplicate. */
export const taken = (existing: HeldSecret): Reply =>
  refuse(409, `Variable already exists: ${existing.key}`, {
    existing_variable: {
      id: existing.id,
      key: existing.key,
      scope: existing.scope,
      project_id: existing.project,
    },
  })
