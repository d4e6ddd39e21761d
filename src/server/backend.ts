import type { Operation, RouteParams } from '../qovery/routes'

/** One call of Qovery's API that has passed every guard. */
export interface Call {
  operation: Operation
  /** Ids in lower case; empty where the route has none of that name. */
  params: RouteParams<Operation>
  /** JSON text. */
  body: string | undefined
  /** The caller's own; undefined where the page left it to the server. */
  authorization: string | undefined
  /** A UUID in lower case; only a POST carries one. */
  idempotencyKey: string | undefined
}

export interface Answer {
  status: number
  /** JSON text; null for an answer without a body. */
  body: string | null
  headers?: Readonly<Record<string, string>>
  /** The connection is to be dropped instead of answered. */
  cut?: boolean
}

/** What answers under `/api`: the sandbox, or the forwarder to the live API. */
export type Backend = (call: Call) => Promise<Answer>
