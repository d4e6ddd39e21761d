import { ApiError } from '../../qovery/errors'
import type { Owner } from '../../qovery/owner'
import type { Progress, Running } from './kind'
import type { Entry } from './ledger'
import { subjectOf, type Mark, type Operation } from './operation'
import { runRepoint } from './repoint'
import { isAsWanted, isOpen, refused, unknown, type Result } from './result'
import { confirmSingle, runSingle } from './run'
import { createStatuses, type Status } from './statuses'
import type { Tools } from './tools'

/** Why nothing was sent. busy: something is under way about the same secret, maybe in another tab · not loaded: code is missing. */
export type NotStarted = 'busy' | 'not loaded'

const lost = (sent: boolean) => new ApiError({ kind: 'network', sent })

/** Milliseconds after which it is looked whether another tab is still at it: it may have gone without a word. */
const pollDelay = 1000

/** Milliseconds for which a creation that was seen can be undone after a reload. */
const undoable = 60 * 60_000

const isUnderWay = ({ progress }: Status) => progress !== undefined
const isCreationOf =
  (secretId: string) =>
  ({ operation: { kind }, result }: Status) =>
    kind === 'create' && result?.kind === 'done' && result.secret?.id === secretId
const isOf = (subject: string) => (each: Status) => subjectOf(each.operation) === subject

/** Runs operations, and keeps where each of them stands until somebody has seen what became of it. */
export const createOperations = (tools: Tools) => {
  const { ledger, loadClient, alone, isHeld, clock, newId, tab, onEnd, keepHistory } = tools
  const cancels = new Map<string, AbortController>()
  const { find, put, set, drop, read, subscribe, attend } = createStatuses()

  const forgetAll = async (forgotten: readonly Status[]) => {
    for (const { operation } of forgotten) {
      drop(operation.id)
      await ledger.remove(operation.id)
    }
  }

  /** Does something about an operation, and keeps what it came to. */
  const execute = async (
    operation: Operation,
    act: (running: Running) => Promise<Result>,
    earlier: readonly Status[] = [],
  ) => {
    const cancel = new AbortController()
    cancels.set(operation.id, cancel)
    const save = async (mark: Mark) => {
      put(operation, { mark })
      await ledger.put({ operation, mark, result: null, tab, isPast: false })
      // This one takes their place, and knows what they did.
      await forgetAll(earlier.filter(({ operation: { kind } }) => kind === operation.kind))
    }
    let result: Result
    try {
      const client = await loadClient()
      const onProgress = (progress: Progress) => set(operation, { progress })
      const isReached = (owner: Owner) => tools.isReached(client, owner)
      result = await act({
        client,
        clock,
        cancel: cancel.signal,
        newId,
        isReached,
        save,
        onProgress,
      })
    } catch {
      // A fault of ours: what was not sent did nothing, and of what was sent nothing is certain.
      result =
        find(operation.id)?.mark === undefined ? refused(lost(false)) : unknown('list', lost(true))
    }
    cancels.delete(operation.id)
    const mark = find(operation.id)?.mark
    // Seen at once: where the page dies before it is stored, the next one finds it out again.
    set(operation, { progress: undefined, result })
    onEnd(operation, result)
    // Before the ledger has it as settled: where the page dies between the two, the next one settles it again, for both.
    await keepHistory(operation, result)
    if (mark !== undefined) await ledger.put({ operation, mark, result, tab, isPast: false })
    if (isAsWanted(result, operation)) await forgetAll(earlier)
    if (isAsWanted(result, operation) && operation.kind === 'delete')
      await forgetAll(read().filter(isCreationOf(operation.seen.id)))
  }

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
    const isLoaded = await loadClient().then(
      () => true,
      () => false,
    )
    const ran =
      isLoaded &&
      (await alone(subjectOf(operation), () =>
        execute(operation, (running) => act(status, running)),
      ))
    if (ran) return undefined
    set(operation, { progress: undefined, isElsewhere: isLoaded })
    if (!isLoaded) return 'not loaded'
    void lookLater(operation.id)
    return 'busy'
  }

  return {
    read,
    subscribe,
    attend,

    /** Sends an operation, once; resolves when it has ended, or with why nothing was sent. */
    start: async (operation: Operation): Promise<NotStarted | undefined> => {
      const subject = subjectOf(operation)
      const earlier = read().filter(isOf(subject))
      if (earlier.some(isUnderWay)) return 'busy'
      put(operation, { progress: { kind: 'sending' } })
      try {
        await loadClient()
      } catch {
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
      const ran = await alone(subject, () =>
        execute(
          operation,
          (running) =>
            operation.kind === 'repoint'
              ? runRepoint(operation, running, known)
              : runSingle(operation, running),
          earlier,
        ),
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
    cancel: (id: string) => cancels.get(id)?.abort(),

    /** Forgets an operation, and what became of it. @returns false where it may be under way, and nothing was forgotten */
    forget: async (id: string): Promise<boolean> => {
      const status = find(id)
      if (status === undefined) return true
      if (isUnderWay(status)) return false
      const { operation, result } = status
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
      if (operation.kind !== 'create' || result?.kind !== 'done' || mark === undefined)
        return ledger.remove(id)
      await ledger.put({ operation, mark, result, tab, isPast: true })
    },

    /** To be called once something else takes the place of a creation that was seen: it can still be undone. */
    pass: (id: string) => {
      const status = find(id)
      if (status !== undefined && !status.isPast) set(status.operation, { isPast: true })
    },

    /** Takes in what the ledger has from before this page, and from other tabs. `moved`: what an earlier version left. */
    restore: async (moved: readonly Entry[]): Promise<void> => {
      ledger.follow((id) => void refresh(id))
      for (const entry of [...moved, ...(await ledger.read())]) await take(entry)
    },
  }
}
