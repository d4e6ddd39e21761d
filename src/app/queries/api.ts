import { createClient } from '../../qovery/client'
import type { ClientOptions } from '../../qovery/send-call'
import { noteAnswer, sessionHeaders } from '../session/session'

/** Qovery's API as this page reaches it: through its own server, with whatever the session adds. */
export const server: ClientOptions = {
  fetch: globalThis.fetch.bind(globalThis),
  base: '/api',
  headers: sessionHeaders,
  onAnswer: noteAnswer,
}

export const client = createClient(server)
