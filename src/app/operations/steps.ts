import { ApiError } from '../../qovery/errors'
import type { Secret, SecretList } from '../../qovery/schema'
import { indexSecrets } from '../../rules/secret-index'
import { classify, retryIn, type Verdict } from './classify'
import { lostCall } from './failure-text'
import type { Found, Kind } from './kind'
import type { SecretCalls } from '../../qovery/secret-calls'
import type { Mark, Operation } from './operation'
import { attempt } from './poll'
import { refused, unknown, type Result } from './result'

/** A call that may have been heard: what was kept before it, and why its answer says nothing for certain. */
export interface Lost {
  mark: Mark
  failure: ApiError
}

/** What an answer says: that it is over, or why it failed. */
export type AnswerMeaning =
  | { kind: 'ended'; result: Result }
  | {
      kind: Verdict
      failure: ApiError
      /** Milliseconds after which what was refused may be sent again, where the server named a time. */
      retryIn: number | undefined
    }

/** What is to be done about an operation of one call, step by step: for one by itself, and for each of many. */
export const stepsOf = <Kinded extends Operation>(kind: Kind<Kinded>, operation: Kinded) => ({
  /**
   * What a list says before it is sent; undefined: it may be.
   * @param sent what was kept when the same was sent before, and its answer lost
   */
  judge: (list: SecretList, sent?: Mark): Result | undefined => {
    const found = sent && kind.find(operation, list, sent, lostCall)
    if (found === 'unreadable') return unknown('entry', lostCall)
    if (found !== undefined && found !== 'not shown') return found
    const why = kind.judge?.(operation, list)
    // What was sent before may have happened, before it became another one.
    return sent !== undefined && why?.kind === 'stale'
      ? { kind: 'unconfirmed', failure: lostCall, keyless: 0, because: why }
      : why
  },

  /** Sends it once. `list` is what was read before, where it had to be. */
  send: (client: SecretCalls, list?: SecretList): Promise<Secret | null | ApiError> =>
    attempt(() => kind.send(operation, client, list)),

  readAnswer: (answer: Secret | null | ApiError, now: number): AnswerMeaning => {
    if (!(answer instanceof ApiError))
      return { kind: 'ended', result: { kind: 'done', by: 'answer', secret: answer } }
    const isNotFound = answer.sent && answer.kind === 'http' && answer.status === 404
    if (isNotFound && kind.notFound !== undefined) return { kind: 'ended', result: kind.notFound }
    const verdict = classify(answer)
    return {
      kind: verdict === 'conflict' && kind.conflict === undefined ? 'refused' : verdict,
      failure: answer,
      retryIn: retryIn(answer, now),
    }
  },

  /** What a conflict means, by a list that was read after it, where that could be read. */
  conflict: (list: SecretList | undefined, failure: ApiError): Result =>
    kind.conflict?.(operation, list, failure) ?? refused(failure),

  find: (list: SecretList, { mark, failure }: Lost): Found =>
    kind.find(operation, list, mark, failure),

  /** What is told of a lost answer in the end, by the last list that could be read; undefined: none could. */
  lastWord: (list: SecretList | undefined, { mark, failure }: Lost): Result => {
    if (list === undefined) return unknown('list', failure)
    const found = kind.find(operation, list, mark, failure)
    if (found === 'unreadable') return unknown('entry', failure)
    if (found !== 'not shown') return found
    return { kind: 'unconfirmed', failure, keyless: indexSecrets(list).keyless, because: null }
  },
})
