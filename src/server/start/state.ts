import { createAnswerMemory, type AnswerMemory } from '../api/answer-memory'
import type { Backend, Json } from '../http/backend'
import type { Settings, Upstream } from '../settings/config'
import { answeringOnce } from '../api/idempotency'
import type { Log } from '../http/log'
import type { Store } from '../sandbox/store'

/** What outlives a single request: the sandbox's database, or the answers that a live server may have to repeat. */
export type State =
  | { kind: 'sandbox'; store: Store }
  | { kind: 'live'; upstream: Upstream; memory: AnswerMemory }

// Each side is loaded where it answers: the sandbox's database takes a live server longer to load than all of its own code.

/** @throws StoreError where the data folder cannot be used. */
export const openState = async (settings: Settings): Promise<State> => {
  const { upstream, dataFolder, generated } = settings
  if (upstream !== undefined) return { kind: 'live', upstream, memory: createAnswerMemory() }
  const { openStore } = await import('../sandbox/open-store')
  return { kind: 'sandbox', store: openStore(dataFolder, generated) }
}

export const closeState = (state: State): void => {
  if (state.kind === 'sandbox') state.store.close()
}

export const createBackend = async (state: State, log: Log): Promise<Backend<Json>> => {
  if (state.kind === 'live') {
    const { createForwarder } = await import('../upstream/forward')
    return answeringOnce(state.memory, createForwarder(state.upstream, log))
  }
  const { createSandbox } = await import('../sandbox/api')
  return createSandbox(state.store, log)
}
