import { randomUUID } from 'node:crypto'
import { refusal, type RefusalStatus } from './refusal'
import { jsonReply, type Reply } from './reply'

/** A refusal that is given before a request is parsed whole: in shape and headers like all others. */
export const rawRefusal = (status: RefusalStatus, more: Record<string, string> = {}): Reply =>
  // What follows on this connection cannot be trusted to be where a request starts.
  jsonReply(refusal(status, { headers: { ...more, connection: 'close' } }), randomUUID())
