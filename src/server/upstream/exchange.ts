import { toConnectError, type ConnectError } from './connect'
import type { Connection } from './connections'
import { createGatherer, TooLongError } from './gather'

export interface UpstreamRequest {
  method: string
  path: string
  headers: Record<string, string>
  /** Null for none. */
  body: string | null
}

export interface UpstreamAnswer {
  status: number
  /** By names in lower case; one that came more than once has all its values. */
  headers: ReadonlyMap<string, string>
  content: Buffer
}

/**
 * What became of a call.
 * answered: whole, within its limits · unsent: no connection came about, so that no byte of it has left · lost: nobody can
 * tell whether it was read. `unread`: no byte came back, on a connection that had carried an answer before; `reason`: a code.
 */
export type Exchanged =
  | { kind: 'answered'; answer: UpstreamAnswer; lasts: boolean }
  | { kind: 'unsent'; error: ConnectError }
  | { kind: 'lost'; unread: boolean; tooLong: boolean; reason: string }

/**
 * Bytes that an answer may take beside its body: heads, early hints, chunk lines with their extensions, trailers. undici
 * counts a single head and the body. The rest could go on for as long as the call may take, and a body in chunks of one
 * byte would hold a processor for a minute.
 */
const mostFraming = (body: number) => 1024 ** 2 + body / 4

/**
 * Sends a call on a connection, once, and reads its answer.
 * @param most bytes of the answer's body.
 */
export const exchange = async (
  connection: Connection,
  request: UpstreamRequest,
  most: number,
): Promise<Exchanged> => {
  // What has come unasked since the last answer would be read as the next one. undici looks for it once more in the turn of
  // the event loop that it is called in, where nothing new is read any more: it has to be called between two turns.
  if (connection.used) await new Promise(setImmediate)
  return dispatch(connection, request, most)
}

const dispatch = (connection: Connection, request: UpstreamRequest, most: number) =>
  new Promise<Exchanged>((resolve) => {
    const body = createGatherer(most)
    let sent: { used: boolean; before: number } | undefined
    let status = 0
    let headers = new Map<string, string>()
    const bytesRead = () => (connection.socket?.bytesRead ?? 0) - (sent?.before ?? 0)
    const end = (exchanged: Exchanged) => {
      connection.onBytes = undefined
      resolve(exchanged)
    }

    connection.client.dispatch(request, {
      onRequestStart: (controller) => {
        // undici sends a call again whose connection it has closed itself.
        if (sent !== undefined) return controller.abort(new Error('Nothing is sent twice.'))
        const { socket, used } = connection
        sent = { used, before: socket?.bytesRead ?? 0 }
        connection.onBytes = () => {
          if (bytesRead() - body.length > mostFraming(body.length))
            socket?.destroy(new Error('The answer’s framing has no end.'))
        }
      },
      onResponseStart: (_, code, fields) => {
        // Early hints and the like come before the answer.
        if (code < 200) return
        status = code
        headers = mapOf(fields)
        if (Number(headers.get('content-length')) > most) throw new TooLongError()
      },
      onResponseData: (_, piece) => body.add(piece),
      onResponseEnd: () => {
        connection.used = true
        // undici reads what came with the answer before anybody hears of its end.
        queueMicrotask(() => {
          if (isBroken(connection)) {
            return end({ kind: 'lost', unread: false, tooLong: false, reason: 'MORE_THAN_ANSWER' })
          }
          const answer = { status, headers, content: body.whole() }
          end({ kind: 'answered', answer, lasts: lasts(headers) })
        })
      },
      onResponseError: (_, error) => {
        if (sent === undefined) return end({ kind: 'unsent', error: toConnectError(error, 'api') })
        const unread = sent.used && bytesRead() === 0
        const tooLong = error instanceof TooLongError
        const reason = tooLong
          ? 'TOO_LONG'
          : toConnectError(connection.failure ?? error, 'api').reason
        end({ kind: 'lost', unread, tooLong, reason })
      },
    })
  })

const mapOf = (fields: Record<string, string | string[] | undefined>) =>
  new Map(
    Object.entries(fields).map(([name, value = '']) => [
      name,
      [value]
        .flat()
        .map((each) => each.trim())
        .join(', '),
    ]),
  )

// What came behind an answer can be taken for another one: that is no answer to anything.
const isBroken = ({ socket }: Connection) => {
  const error = socket?.errored
  return error instanceof Error && !('code' in error && error.code === 'UND_ERR_INFO')
}

/** Whether the upstream asked for nothing but to go on. */
const lasts = (headers: ReadonlyMap<string, string>) =>
  /^keep-alive$/i.test(headers.get('connection') ?? 'keep-alive')
