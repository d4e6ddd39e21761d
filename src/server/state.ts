import { createAnswerMemory, type AnswerMemory } from './answer-memory'
import type { Backend } from './backend'
import type { Settings, Upstream } from './config'
import { createForwarder } from './forward'
import { answeringOnce } from './idempotency'
import { createSandbox } from './sandbox/api'
import { openStore, type Store } from './sandbox/store'

/** What outlives a single request: the sandbox's database, or the answers that a live server may have to repeat. */
export type State =
  | { kind: 'sandbox'; store: Store }
  | { kind: 'live'; upstream: Upstream; memory: AnswerMemory }

/** @throws StoreError where the data folder cannot be used. */
export const openState = ({ upstream, dataFolder, generatedSecrets }: Settings): State =>
  upstream === undefined
    ? { kind: 'sandbox', store: openStore(dataFolder, generatedSecrets) }
    : { kind: 'live', upstream, memory: createAnswerMemory() }

export const closeState = (state: State): void => {
  if (state.kind === 'sandbox') state.store.close()
}

export const createBackend = (state: State): Backend =>
  state.kind === 'sandbox'
    ? createSandbox(state.store)
    : answeringOnce(state.memory, createForwarder(state.upstream))
