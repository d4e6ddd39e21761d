import { createClient } from '../../qovery/client'
import { ApiError } from '../../qovery/errors'
import { createSecretCalls } from '../../qovery/secret-calls'
import type { ClientOptions } from '../../qovery/send-call'
import { lazyCode } from '../data/lazy-code'
import { noteAnswer, sessionHeaders } from '../session/session'

/** Qovery's API as this page reaches it: through its own server, with whatever the session adds. */
export const server: ClientOptions = {
  fetch: globalThis.fetch.bind(globalThis),
  base: '/api',
  headers: sessionHeaders,
  onAnswer: noteAnswer,
}

export const client = createClient(server)

// Environments and services are for those who ask for them: neither the first page nor a call about a project waits for it.
const lazyOwnerApi = lazyCode(() => import('./owner-api'))

/** The client for environments and services. @throws an ApiError of what was not sent, where its code cannot be had */
export const loadOwnerClient = async () => {
  try {
    return (await lazyOwnerApi.soon()).ownerClient
  } catch {
    throw new ApiError({ kind: 'network', sent: false })
  }
}

/** Secrets, whoever owns them. */
export const secretCalls = createSecretCalls(client, loadOwnerClient)
