import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { setTimeout as wait } from 'node:timers/promises'
import { listen } from '../../http/listen'
import { createFaultPlan, type Fault } from './fault'
import { answerByDefault } from './handlers'
import { recordRequest, type Recorded } from './journal'
import { knownRoute } from './known-routes'
import { seedModel } from './model'
import { refuse, type Reply } from './reply'

/**
 * A stand-in of Qovery's API on a real socket of 127.0.0.1. It answers by default until told otherwise: see {@link Fault}.
 * @param port 0, the default, takes any free one.
 */
export const startUpstream = async (port = 0) => {
  let model = seedModel()
  let requests: Recorded[] = []
  let delay = 0
  const faults = createFaultPlan()

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const body = await text(request)
    const { method = '', url = '' } = request
    const route = knownRoute(method, url)
    requests.push(recordRequest(request, route?.operation, body))
    if (route === undefined) return send(response, refuse(404, 'No such call'))
    if (!/^(?:Token qov_|Bearer )\S+$/.test(request.headers.authorization ?? ''))
      return send(response, refuse(401, 'Authentication is required'))
    const parsed = parse(body)
    const defaultReply = answerByDefault(route.operation, model, { ids: route.ids, body: parsed })
    const fault = faults.take(route.operation, { ids: route.ids, key: keyOf(parsed) })
    if (delay > 0) await wait(delay)
    if (fault === undefined || fault.commit === true) defaultReply.commit?.()
    if (fault === undefined) return send(response, defaultReply)
    return fault.answer({ socket: request.socket, defaultReply })
  }

  const server = createServer((request, response) => {
    // A console that gives up, or a test that ends, breaks the connection: that is no failure of the stand-in.
    answer(request, response).catch(() => request.socket.destroy())
  })
  server.on('connection', (socket) => socket.on('error', () => socket.destroy()))
  // What node cannot parse is on record too: a smuggled request must not vanish.
  server.on('clientError', (error, socket) => {
    if (!('rawPacket' in error)) return socket.destroy()
    requests.push({
      method: '',
      target: '',
      operation: undefined,
      headers: [],
      body: String(error.rawPacket),
      at: Date.now(),
    })
    return socket.destroy()
  })
  const boundPort = await listen(server, port)

  return {
    port: boundPort,
    origin: `http://127.0.0.1:${boundPort}`,
    /** Plans a fault for a request to come. */
    fault: (fault: Fault) => faults.add(fault),
    /** Every request so far, oldest first. */
    get requests(): readonly Recorded[] {
      return requests
    },
    /** What is stored; change it to start from something else. */
    get model() {
      return model
    },
    /** Milliseconds that every known call takes before anything is done. */
    set delay(milliseconds: number) {
      delay = milliseconds
    },
    /** The aliases that exist, oldest first. */
    aliases: () => model.secrets.filter((secret) => secret.variable_type === 'ALIAS'),
    /** Forgets faults, requests and everything that was created. */
    reset: () => {
      faults.clear()
      delay = 0
      requests = []
      model = seedModel()
    },
    /** Ends every connection at once, hanging ones too. */
    close: async () => {
      const closed = new Promise((resolve) => {
        server.close(resolve)
      })
      server.closeAllConnections()
      await closed
    },
  }
}

let count = 0

const send = (response: ServerResponse, { status, body }: Reply) => {
  count += 1
  response.writeHead(status, {
    'content-type': 'application/json',
    'x-request-id': `upstream-${count}`,
    'x-ratelimit-limit': '1000',
    'x-ratelimit-remaining': '999',
  })
  response.end(body === undefined ? undefined : JSON.stringify(body))
}

const parse = (body: string): unknown => {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

const keyOf = (body: unknown) =>
  typeof body === 'object' && body !== null && 'key' in body && typeof body.key === 'string'
    ? body.key
    : undefined
