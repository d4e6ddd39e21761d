import { ApiError } from '../../qovery/errors'
import type { Owner } from '../../qovery/owner'
import type { SecretCalls } from '../../qovery/secret-calls'
import type { Progress, Running } from './kind'
import { subjectOf, type Mark, type Operation } from './operation'
import { isAsWanted, refused, unknown, type Result } from './result'
import type { Status, Statuses } from './statuses'
import type { Tools } from './tools'

interface Circumstances {
  client: SecretCalls
  /** What this one takes the place of. */
  earlier?: readonly Status[]
  /** Whether it begins here, and is about nothing that another tab could be at. */
  isNew?: boolean
}

const lost = (sent: boolean) => new ApiError({ kind: 'network', sent })

const isCreationOf =
  (secretId: string) =>
  ({ operation: { kind }, result }: Status) =>
    kind === 'create' && result?.kind === 'done' && result.secret?.id === secretId

/** Does operations one by one, and stores what each came to. */
export const createExecution = (tools: Tools, { find, put, set, drop, read }: Statuses) => {
  const { ledger, alone, clock, newId, tab, onEnd, keepHistory } = tools
  const cancels = new Map<string, AbortController>()
  /** What is still being stored of operations that have ended, by their subject. */
  const storing = new Map<string, Promise<unknown>>()

  const forgetAll = async (forgotten: readonly Status[]) => {
    for (const { operation } of forgotten) {
      drop(operation.id)
      await ledger.remove(operation.id)
    }
  }

  const undoneBy = (operation: Operation) =>
    operation.kind === 'delete' ? read().filter(isCreationOf(operation.seen.id)) : []

  /** Does something about an operation, tells what it came to, and stores that. */
  const execute = async (
    operation: Operation,
    act: (running: Running) => Promise<Result>,
    { client, earlier = [], onTold }: Circumstances & { onTold: () => void },
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
    const passed = isAsWanted(result, operation) ? [...earlier, ...undoneBy(operation)] : []
    // Seen at once, and what it takes the place of goes: where the page dies before it is stored, the next one finds it out.
    set(operation, { progress: undefined, result })
    for (const each of passed) drop(each.operation.id)
    const followed = onEnd(operation, result)
    onTold()
    // Before the ledger has it as settled: where the page dies between the two, the next one settles it again, for both.
    await keepHistory(operation, result)
    if (followed !== undefined) await followed
    if (mark !== undefined) await ledger.put({ operation, mark, result, tab, isPast: false })
    await forgetAll(passed)
  }

  /**
   * Executes an operation, as the only one about its subject in any tab, which it is until all of it is stored. Resolves as
   * soon as its result is told; to false where another tab is at it, and nothing was done.
   */
  const executeAlone = (
    operation: Operation,
    act: (running: Running) => Promise<Result>,
    circumstances: Circumstances,
  ) =>
    new Promise<boolean>((resolve, reject) => {
      const subject = subjectOf(operation)
      const onTold = () => {
        storing.set(subject, stored)
        resolve(true)
      }
      const executed = () => execute(operation, act, { ...circumstances, onTold })
      const run = async () => {
        if (circumstances.isNew === true) {
          // Asked for before the ledger knows of it, and not waited for: with a slow processor, the first lock of a page
          // takes 35 to 80 ms.
          const done = executed()
          await Promise.all([done, alone(subject, () => done)])
        } else resolve(await alone(subject, executed))
        if (storing.get(subject) === stored) storing.delete(subject)
      }
      const stored = run().catch(reject)
    })

  return {
    executeAlone,
    forgetAll,
    /** To be awaited by whatever is done next about a subject: its lock is held as long. */
    isStored: async (subject: string): Promise<void> => void (await storing.get(subject)),
    /** Ends a wait for a time that the server named. */
    cancel: (id: string) => cancels.get(id)?.abort(),
  }
}
