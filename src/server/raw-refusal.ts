import { randomUUID } from 'node:crypto'
import { reasonPhrase, refusal, type RefusalStatus } from './refusal'
import { jsonReply, wholeHeaders, type HeaderList, type Reply } from './reply'

/** A refusal that is given before a request is parsed whole: in shape and headers like all others. */
export const rawRefusal = (status: RefusalStatus, more: Record<string, string> = {}): Reply =>
  // What follows on this connection cannot be trusted to be where a request starts.
  jsonReply(refusal(status, { headers: { ...more, connection: 'close' } }), randomUUID())

/** The same as it goes over the wire, where node made no response object. */
export const rawRefusalBytes = (
  policy: HeaderList,
  status: RefusalStatus,
  more?: Record<string, string>,
): string => {
  const reply = rawRefusal(status, more)
  const lines = wholeHeaders(reply, policy).map((part, index) =>
    index % 2 === 0 ? `${part}: ` : `${part}\r\n`,
  )
  const top = `HTTP/1.1 ${status} ${reasonPhrase(status)}\r\n`
  return `${top}${lines.join('')}\r\n${String(reply.content)}`
}
