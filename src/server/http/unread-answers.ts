import type { Socket } from 'node:net'
import type { Log } from './log'

/** How far a client is with an answer that is there to be read as a whole. */
export interface Reader {
  socket: Socket
  /** What holds the memory: the same for all who get one answer's bytes. */
  content: object
  /** When all of it was there, by `performance.now()`. */
  since: number
  /** When it was last seen to have taken something. */
  taken: number
  /** What it had yet to take then. */
  left: unknown
}

interface Limits {
  stalled: number
  hesitating: number
  reading: number
  unread: number
}

/** So many times more than may wait is too much also where everybody reads: a trickle would hold it for minutes. */
const atMost = 4

/**
 * Cuts off who takes nothing of an answer, or not all of it in time; and where more waits than the memory has room for, who
 * has taken nothing for a moment, the longest first. Who reads is left alone meanwhile.
 */
export const letGoOfIdleReaders = (
  readers: Iterable<Reader>,
  limits: Limits,
  log: Log,
  now = performance.now(),
): void => {
  const held = new Map<object, Reader[]>()
  const cut = new Map<string, number>()
  const letGo = (why: string, ...those: Reader[]) => {
    for (const { socket } of those) socket.destroy()
    cut.set(why, (cut.get(why) ?? 0) + those.length)
  }

  for (const reader of readers) {
    noteTaken(reader, now)
    if (now - reader.since > limits.reading) letGo('not all of it was read in time', reader)
    else if (now - reader.taken > limits.stalled) letGo('nothing of it was read', reader)
    else held.set(reader.content, [...(held.get(reader.content) ?? []), reader])
  }

  // Its memory is free once all who get it are gone: whoever still reads it keeps it for the others.
  const groups = [...held.values()].map((those) => ({
    those,
    taken: Math.max(...those.map(({ taken }) => taken)),
    bytes: Math.max(...those.map(({ socket }) => socket.writableLength)),
  }))
  let unread = groups.reduce((sum, { bytes }) => sum + bytes, 0)
  for (const { those, taken, bytes } of groups.toSorted((a, b) => a.taken - b.taken)) {
    const reads = now - taken <= limits.hesitating
    if (unread <= (reads ? atMost : 1) * limits.unread) break
    letGo('too much waited to be read', ...those)
    unread -= bytes
  }

  for (const [why, count] of cut) {
    log(`Cut off ${count === 1 ? 'a client' : `${count} clients`} in mid-answer: ${why}`)
  }
}

const noteTaken = (reader: Reader, now: number) => {
  const left = leftOf(reader.socket)
  if (left !== reader.left) reader.taken = now
  reader.left = left
}

// A write counts as one until the last of it is gone: what is left of it is known to node's handle alone, where its own
// timeouts look as well.
const leftOf = (socket: Socket): unknown => {
  const handle: unknown = Reflect.get(socket, '_handle')
  return typeof handle === 'object' && handle !== null && 'writeQueueSize' in handle
    ? handle.writeQueueSize
    : socket.writableLength
}
