import type { ApiError } from '../../qovery/errors'
import type { Outcome } from '../outcome/outcome'
import type { Submission } from '../outcome/submission'
import { placeError, type PlacedError } from '../place-error'
import { nameInText } from '../ui/name'
import { cut } from '../ui/cut'

/** A submission that made nothing, as the form says it. `holder`: the secret that has the key, to be opened. */
export interface Landing extends PlacedError {
  error: ApiError
  holder?: { id: string; key: string }
}

/** Where an outcome lands in the form; undefined for those that the panel beside it shows. */
export const landOutcome = (
  outcome: Outcome,
  { request }: Submission,
  context: { peer: string; tokenWorked: boolean },
): Landing | undefined => {
  switch (outcome.kind) {
    case 'refused':
      return { ...placeError(outcome.error, context), error: outcome.error }
    case 'existed':
      return {
        place: 'key',
        message: `${nameInText(request.key)} existed already and points at this very secret. Nothing was created, and nothing needs to be.`,
        error: outcome.error,
        holder: outcome.secret,
      }
    case 'taken':
      return {
        place: 'key',
        message: takenMessage(outcome, request.key, context.peer),
        error: outcome.error,
        ...(outcome.holder === undefined ? {} : { holder: outcome.holder }),
      }
    case 'created':
    case 'absent':
    case 'unknown':
    case 'cancelled':
      return undefined
  }
}

const takenMessage = (
  { holder, error }: Extract<Outcome, { kind: 'taken' }>,
  key: string,
  peer: string,
) => {
  const refused = `${peer} refused the name: ${nameInText(key)} exists already`
  if (holder === undefined) {
    const scope = error.existing?.scope
    return `${refused}${scope ? `, at ${cut(scope)} scope` : ''}, outside this project’s list. Nothing was created. Choose another key.`
  }
  const target = holder.aliased_secret
    ? ` and points at ${nameInText(holder.aliased_secret.key)}`
    : ''
  return `${refused}, at ${cut(holder.scope)} scope${target}. Nothing was created. Open it, or choose another key.`
}
