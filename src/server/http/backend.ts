import type { AnyRouteName, AnyParams } from '../../qovery/all-routes'

/** One call of Qovery's API that has passed every guard. */
export interface Call {
  operation: AnyRouteName
  /** Ids in lower case; empty where the route has none of that name. */
  params: AnyParams
  /** JSON text. */
  body: string | undefined
  /** The caller's own; undefined where the page left it to the server. */
  authorization: string | undefined
  /** A UUID in lower case; only a POST carries one. */
  idempotencyKey: string | undefined
}

/** JSON: its text, or the bytes of that in UTF-8. */
export type Json = string | Uint8Array

export interface Answer<Body extends Json = string> {
  status: number
  /** Null for an answer without a body. */
  body: Body | null
  headers?: Readonly<Record<string, string>>
  /** The connection is to be dropped instead of answered. */
  cut?: boolean
}

/** What answers under `/api`: the sandbox, or the forwarder to the live API. */
export type Backend<Body extends Json = string> = (call: Call) => Promise<Answer<Body>>
