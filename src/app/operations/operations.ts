import { createExecution } from './execute'
import type { Running } from './kind'
import type { Entry } from './ledger'
import { subjectOf, type Operation } from './operation'
import { runRepoint } from './repoint'
import { isOpen, type Result } from './result'
import { confirmSingle, runSingle } from './run'
import { createStatuses, type Status } from './statuses'
import type { Tools } from './tools'

/** Why nothing was sent. busy: something is under way about the same secret, maybe in another tab · not loaded: code is missing. */
export type NotStarted = 'busy' | 'not loaded'

/** Milliseconds after which it is looked whether another tab is still at it: it may have gone without a word. */
const pollDelay = 1000

/** Milliseconds for which a creation that was seen can be undone after a reload. */
const undoable = 60 * 60_000

const isUnderWay = ({ progress }: Status) => progress !== undefined
const isOf = (subject: string) => (each: Status) => subjectOf(each.operation) === subject

/** Runs operations, and keeps where each of them stands until somebody has seen what became of it. */
export const createOperations = (tools: Tools) => {
  const { ledger, loadClient, alone, isHeld, clock, newId, tab, isFormReloaded } = tools
  const statuses = createStatuses()
  const { find, put, set, drop, read, subscribe, attend } = statuses
  const { executeAlone, forgetAll, isStored, cancel } = createExecution(tools, statuses)

  const clientIfLoaded = () => loadClient().catch(() => undefined)

  /** What another tab wrote of an operation, or what it left when it went, is newer than what this one knows. */
  const refresh = async (id: string) => {
    const known = find(id)
    if (known !== undefined && isUnderWay(known)) return
    const entry = (await ledger.read()).find(({ operation }) => operation.id === id)
    if (entry !== undefined) await take(entry)
    else if (known?.isElsewhere === true || (known?.result && isOpen(known.result))) drop(id)
  }
  const take = async (entry: Entry) => {
    const { operation, mark, result, isPast } = entry
    const isOwn = entry.tab === tab
    const known = find(operation.id)
    if (known !== undefined && isUnderWay(known)) return
    // What came of it is said by the tab that knows.
    if (result !== null && !isOpen(result) && !isOwn) return drop(operation.id)
    if (isPast && clock.now() - operation.agreedAt > undoable) {
      drop(operation.id)
      return ledger.remove(operation.id)
    }
    const isElsewhere = await isHeld(subjectOf(operation))
    // What is open is asked for anew; only a re-pointing waits for somebody to go on with it.
    const isKnown = result !== null && (!isOpen(result) || operation.kind === 'repoint')
    // What came of it in this very page stays on the screen until something of this page takes its place.
    const wasPassed = known?.result === undefined ? isPast : known.isPast
    set(operation, {
      mark,
      result: isKnown ? result : undefined,
      isElsewhere,
      isOwn,
      isPast: wasPassed,
      isRestored: isFormReloaded && wasPassed && isOwn && known === undefined,
    })
    if (isElsewhere) void lookLater(operation.id)
  }

  const lookLater = async (id: string) => {
    await clock.sleep(pollDelay)
    await refresh(id)
  }

  /** Goes on with an operation that was cut off: nothing is sent that may have been heard. */
  const goOn = async (
    id: string,
    act: (status: Status, running: Running) => Promise<Result>,
  ): Promise<NotStarted | undefined> => {
    const status = find(id)
    if (status === undefined) return undefined
    if (isUnderWay(status) || status.isElsewhere) return 'busy'
    const { operation } = status
    set(operation, { progress: { kind: 'sending' } })
    const client = await clientIfLoaded()
    await isStored(subjectOf(operation))
    const ran =
      client !== undefined &&
      (await executeAlone(operation, (running) => act(status, running), { client }))
    if (ran) return undefined
    set(operation, { progress: undefined, isElsewhere: client !== undefined })
    if (client === undefined) return 'not loaded'
    void lookLater(operation.id)
    return 'busy'
  }

  return {
    read,
    subscribe,
    attend,

    /** Sends an operation, once; resolves when its result is known, or with why nothing was sent. */
    start: async (operation: Operation): Promise<NotStarted | undefined> => {
      const subject = subjectOf(operation)
      const earlier = read().filter(isOf(subject))
      if (earlier.some(isUnderWay)) return 'busy'
      put(operation, { progress: { kind: 'sending' } })
      const client = await clientIfLoaded()
      if (client === undefined) {
        drop(operation.id)
        return 'not loaded'
      }
      const before = earlier.find(
        ({ operation: { kind }, result }) =>
          kind === 'repoint' && (result === undefined || isOpen(result)),
      )
      // What is left of the same alias may have deleted it: this one takes its place, and has to know.
      const mark = before?.mark && { ...before.mark, stage: 'deleting' as const, postId: newId() }
      const known = mark && { ...mark, alias: undefined }
      // A call whose answer was lost may have been heard, or yet be: what the list shows of it is no stranger's doing.
      const lost = earlier.find(
        ({ operation: { kind }, result }) =>
          kind === operation.kind && kind !== 'create' && (result === undefined || isOpen(result)),
      )
      await isStored(subject)
      const ran = await executeAlone(
        operation,
        (running) =>
          operation.kind === 'repoint'
            ? runRepoint(operation, running, known)
            : runSingle(operation, running, { sent: lost?.mark }),
        { client, earlier, isNew: operation.kind === 'create' },
      )
      if (ran) return undefined
      drop(operation.id)
      return 'busy'
    },

    /** Finds out what became of an operation, and goes on with a re-pointing. */
    resume: (id: string) =>
      goOn(id, ({ operation, mark = { idless: 0 } }, running) =>
        operation.kind === 'repoint'
          ? runRepoint(operation, running, mark)
          : confirmSingle(operation, mark, running),
      ),

    /** Sends the same again, which the list does not show; under the same idempotency key. */
    sendAgain: (id: string) =>
      goOn(id, ({ operation, mark }, running) =>
        operation.kind === 'repoint'
          ? runRepoint(operation, running, mark)
          : runSingle(operation, running, { sent: mark }),
      ),

    /** Ends a wait for a time that the server named. */
    cancel,

    /** Forgets an operation, and what became of it. @returns false where it may be under way, and nothing was forgotten */
    forget: async (id: string): Promise<boolean> => {
      const status = find(id)
      if (status === undefined) return true
      if (isUnderWay(status)) return false
      const { operation, result } = status
      await isStored(subjectOf(operation))
      const forget = () => forgetAll([status])
      if (result !== undefined && !isOpen(result)) await forget()
      else if (!(await alone(subjectOf(operation), forget))) return false
      return true
    },

    /** To be called once somebody has seen a result that needs nobody: the next page does not say it again. */
    seen: async (id: string): Promise<void> => {
      const status = find(id)
      // Forgotten since, with its entry.
      if (status === undefined) return
      const { operation, mark, result } = status
      await isStored(subjectOf(operation))
      if (find(id) === undefined) return
      if (operation.kind !== 'create' || result?.kind !== 'done' || mark === undefined)
        return ledger.remove(id)
      await ledger.put({ operation, mark, result, tab, isPast: true })
    },

    /** To be called once something else takes the place of a creation that was seen: it can still be undone. */
    pass: (id: string) => {
      const status = find(id)
      if (status === undefined || (status.isPast && !status.isRestored)) return
      set(status.operation, { isPast: true, isRestored: false })
    },

    /** Takes in what the ledger has from before this page, and from other tabs. `moved`: what an earlier version left. */
    restore: async (moved: readonly Entry[]): Promise<void> => {
      ledger.follow((id) => void refresh(id))
      for (const entry of [...moved, ...(await ledger.read())]) await take(entry)
    },
  }
}
