import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { setTimeout as wait } from 'node:timers/promises'
import type { Log } from './log'
import { contentOf, replyBytes, send, type HeaderList, type Reply } from './reply'
import { letGoOfIdleReaders, type Reader } from './unread-answers'

const defaultLimits = {
  /** Milliseconds for which a client may read nothing of its answer. */
  stalled: 30_000,
  /** Milliseconds after which it counts as one who reads nothing where the memory fills. */
  hesitating: 2000,
  /** Milliseconds within which it must have read all of it. */
  reading: 300_000,
  /** Bytes of answers in all that may wait for clients who take nothing. */
  unread: 128 * 1024 ** 2,
  /** Milliseconds between two looks at who still reads. */
  interval: 1000,
  /** Milliseconds for which a connection that we have ended is still read, so that what was written last arrives. */
  linger: 2000,
  /**
   * Milliseconds for which a connection may yet bring a request when the server ends: a proxy that sends one just then
   * passes the refusal on, and would make a 502 of a connection that is closed under it.
   */
  lastCall: 500,
  /** Most requests that wait behind one that is being answered. */
  waiting: 1000,
  /** Bytes that the heads of all requests that wait may take in all. */
  heads: 32 * 1024 ** 2,
}

export type ConnectionLimits = typeof defaultLimits

interface Connection {
  /** What is being answered. */
  current: ServerResponse | undefined
  /** The request that came last; its body may still be on its way when its answer is not. */
  latest: IncomingMessage | undefined
  /** Who reads that, once all of it is there. */
  reader: Reader | undefined
  /** The requests that came behind it, in their order: what begins one, and the bytes that its head takes. */
  waiting: { answer: () => void; bytes: number }[]
  /** `closing`: nothing is answered any more after `current`; `ended`: nothing at all. */
  state: 'open' | 'closing' | 'ended'
}

/**
 * Every connection of a client, from its first byte until nothing of it is left, whatever node makes of it in between.
 * The requests of one are answered in turn: only then is none begun that stands behind an answer which says
 * `connection: close`. Source: RFC 9112, sections 9.3.2 and 9.6.
 */
export const createClientConnections = (policy: HeaderList, log: Log, limits = defaultLimits) => {
  const all = new Map<Duplex, Connection>()
  let stopping = false
  /** Bytes that the heads of what waits take in all. */
  let heads = 0

  const follow = (socket: Socket): void => {
    const waiting: Connection['waiting'] = []
    all.set(socket, {
      current: undefined,
      latest: undefined,
      reader: undefined,
      waiting,
      state: 'open',
    })
    // Node takes its own listener away with the first error, and from every socket that it hands over.
    socket.on('error', ignore)
    socket.once('close', () => {
      all.delete(socket)
      for (const { bytes } of waiting) heads -= bytes
    })
    // Node calls this after a last answer, and would close at once: over bytes that nobody has read yet a close is a reset,
    // which takes back the answer before the client has seen it.
    socket.destroySoon = () => end(socket)
  }

  /** Ends our side after some last bytes, and lets go of a client that does not close its own. */
  const end = (socket: Duplex, last?: string): void => {
    const connection = all.get(socket)
    if (connection === undefined || connection.state === 'ended') return
    connection.state = 'ended'
    if (socket.writable) socket.end(last)
    socket.resume()
    const timer = setTimeout(() => socket.destroy(), limits.linger)
    socket.once('close', () => clearTimeout(timer))
  }

  /** Ends a connection after the answer that is on its way, if one is. What waits behind that is dropped. */
  const endAfterCurrent = (socket: Duplex): void => {
    const connection = all.get(socket)
    if (connection === undefined || connection.state === 'ended') return
    const { current } = connection
    connection.state = 'closing'
    if (current === undefined) end(socket)
    else if (!current.headersSent) current.setHeader('connection', 'close')
  }

  const begin = (connection: Connection, outgoing: ServerResponse, answer: () => void): void => {
    const { socket } = outgoing.req
    connection.current = outgoing
    if (stopping || asksToSwitch(outgoing.req)) endAfterCurrent(socket)
    outgoing.once('prefinish', () => {
      const now = performance.now()
      const content = contentOf(outgoing) ?? socket
      connection.reader = { socket, content, since: now, taken: now, left: undefined }
    })
    outgoing.once('close', () => {
      connection.current = undefined
      connection.reader = undefined
      if (connection.state === 'closing') end(socket)
      else if (isOpen(socket, connection)) beginNext(connection)
    })
    answer()
  }

  const beginNext = ({ waiting }: Connection) => {
    const next = waiting.shift()
    if (next === undefined) return
    heads -= next.bytes
    next.answer()
  }

  const look = () => {
    const readers = [...all.values()].flatMap(({ reader }) => reader ?? [])
    if (readers.length > 0) letGoOfIdleReaders(readers, limits, log)
  }
  setInterval(look, limits.interval).unref()

  return {
    follow,

    /**
     * Refuses what is no request, or is none any more. Where another one is being answered, that answer is the last
     * instead: a refusal of what came behind it would pass for it.
     */
    refuse: (socket: Duplex, refusal: Reply): void => {
      const { current, latest } = all.get(socket) ?? {}
      if (current === undefined) {
        // Of a body whose request has had its answer, a refusal would pass for the answer to the next one.
        end(socket, latest?.complete === false ? undefined : replyBytes(refusal, policy))
      } else if (current.req.complete || current.headersSent) endAfterCurrent(socket)
      else send(current, refusal, policy)
    },

    /** Has a request answered once those before it on its connection are, and never on a connection that has been ended. */
    take: (incoming: IncomingMessage, outgoing: ServerResponse, answer: () => void): void => {
      const { socket } = incoming
      const connection = all.get(socket)
      incoming.on('error', ignore)
      outgoing.on('error', ignore)
      if (connection === undefined) return
      connection.latest = incoming
      const { current, waiting } = connection
      if (current === undefined && isOpen(socket, connection)) {
        begin(connection, outgoing, answer)
        return
      }
      const bytes = headBytes(incoming)
      // Who sends more than this without waiting for an answer would fill the memory.
      if (waiting.length >= limits.waiting || heads + bytes > limits.heads) {
        socket.destroy()
        return
      }
      heads += bytes
      waiting.push({ answer: () => begin(connection, outgoing, answer), bytes })
    },

    isStopping: () => stopping,

    /** How many calls are being answered. */
    answering: (): number =>
      [...all.values()].filter(({ current }) => current !== undefined).length,

    /**
     * Ends every connection after the answer that is on its way, or after the next where one comes soon, and each that comes
     * later after its first.
     * @param milliseconds after which what is left is cut.
     */
    endAll: async (milliseconds: number): Promise<void> => {
      stopping = true
      const open = [...all.keys()]
      const closed = open.map((socket) => new Promise((resolve) => socket.once('close', resolve)))
      for (const [socket, { current }] of all) {
        // An answer that is on its way already cannot say that it is the last.
        if (current?.headersSent === false) endAfterCurrent(socket)
        else setTimeout(endAfterCurrent, limits.lastCall, socket)
      }
      await Promise.race([Promise.all(closed), wait(milliseconds, undefined, { ref: false })])
      for (const socket of open) socket.destroy()
    },
  }
}

const ignore = () => undefined

/**
 * Whether a request asks for another protocol. It is answered in this one, but node drops what came behind it in the same
 * piece, so that what comes later would get the answer of another.
 */
const asksToSwitch = ({ headers: { connection = '', upgrade } }: IncomingMessage) =>
  upgrade !== undefined && /\bupgrade\b/i.test(connection)

/** About what a head takes in memory, where each short header is two texts of its own. */
const headBytes = ({ rawHeaders, url = '' }: IncomingMessage) =>
  rawHeaders.reduce((sum, text) => sum + text.length + 32, url.length)

// Where nothing is left to answer, node ends its side by itself once the client has ended its own.
const isOpen = (socket: Duplex, { state }: Connection) => state === 'open' && socket.writable
