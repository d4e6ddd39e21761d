import { createClient } from '../../qovery/client'
import { noteAnswer, sessionHeaders } from '../session/session'

/** Qovery's API as this page reaches it: through its own server, with whatever the session adds. */
export const client = createClient({
  fetch: globalThis.fetch.bind(globalThis),
  base: '/api',
  headers: sessionHeaders,
  onAnswer: noteAnswer,
})
