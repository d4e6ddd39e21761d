import type { Socket } from 'node:net'
import type { AnyRouteName } from '../../../src/qovery/all-routes'
import type { Reply } from './reply'

/** What an answer has in hand: the bare connection, and what is answered by default. */
export interface Exchange {
  socket: Socket
  defaultReply: Reply
}

/** Writes to the connection, or ends it, or does nothing at all. */
export type Answer = (exchange: Exchange) => void | Promise<void>

export interface Fault {
  /** Only this call; any call where absent. */
  operation?: AnyRouteName
  /** Only a call about this owner, project or secret, by its id. */
  about?: string
  /** Only a request whose body has this key. */
  key?: string
  /** The first matching request that is hit, counted from now on; 1 where absent. */
  nth?: number
  /** How many requests are hit from there on; 1 where absent. */
  times?: number
  /** Whether the model does what was asked before the answer fails; false where absent. */
  commit?: boolean
  answer: Answer
}

/** A queue of faults. Of several that match a request, the one planned first answers. */
export const createFaultPlan = () => {
  let planned: (Fault & { seen: number })[] = []
  return {
    add: (fault: Fault) => {
      planned.push({ ...fault, seen: 0 })
    },
    clear: () => {
      planned = []
    },
    take: (
      operation: AnyRouteName,
      { ids, key }: { ids: readonly string[]; key: string | undefined },
    ): Fault | undefined => {
      for (const fault of planned) {
        if (fault.operation !== undefined && fault.operation !== operation) continue
        if (fault.about !== undefined && !ids.includes(fault.about)) continue
        if (fault.key !== undefined && fault.key !== key) continue
        fault.seen += 1
        const first = fault.nth ?? 1
        const last = first + (fault.times ?? 1) - 1
        if (fault.seen >= last) planned = planned.filter((other) => other !== fault)
        if (fault.seen >= first) return fault
      }
      return undefined
    },
  }
}
