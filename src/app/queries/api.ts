import { createClient } from '../../qovery/client'
import { ApiError } from '../../qovery/errors'
import { createSecretCalls } from '../../qovery/secret-calls'
import type { ClientOptions } from '../../qovery/send-call'
import { lazyCode } from '../data/lazy-code'
import { noteAnswer, sessionHeaders } from '../session/session'

/** Qovery's API as this page reaches it: through its own server, with whatever the session adds. */
const server: ClientOptions = {
  fetch: globalThis.fetch.bind(globalThis),
  base: '/api',
  headers: sessionHeaders,
  onAnswer: noteAnswer,
}

export const client = createClient(server)

// Environments and services are for those who ask for them: neither the first page nor a call about a project waits for it.
const lazyOwnerClient = lazyCode(() => import('../../qovery/owner-client'))

/** The client for environments and services. @throws an ApiError of what was not sent, where its code cannot be had */
export const loadOwnerClient = async () => {
  try {
    const { createOwnerClient } = await lazyOwnerClient.soon()
    return createOwnerClient(server)
  } catch {
    throw new ApiError({ kind: 'network', sent: false })
  }
}

/** Secrets, whoever owns them. */
export const secretCalls = createSecretCalls(client, loadOwnerClient)
