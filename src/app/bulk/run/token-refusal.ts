import { ApiError } from '../../../qovery/errors'
import { ownsByVariable, projectIdOf, projectOwner, type Owner } from '../../../qovery/owner'
import { attempt } from '../../operations/poll'
import type { Control } from './control'
import type { Running } from './running'

/** Milliseconds for which one answer of the project's list counts: each costs a request of the hour's. */
const lasts = 60_000
const asked = new WeakMap<Control, { until: number; epoch: number; isRefused: Promise<boolean> }>()

/**
 * Whether a 401 to a call about an owner is about the token, so that no other call is worth sending. A policy can forbid the
 * calls of variables alone; then the same token still reads the project's list.
 */
export const isTokenRefused = async (
  { client, control, clock }: Pick<Running, 'client' | 'control' | 'clock'>,
  owner: Owner,
): Promise<boolean> => {
  if (!ownsByVariable.some((kind) => kind === owner.kind)) return true
  const last = asked.get(control)
  // Another token since then may do what the one before could not.
  const { epoch } = control
  if (last?.epoch === epoch && last.until > clock.now()) return last.isRefused
  const isRefused = attempt(() => client.listSecrets(projectOwner(projectIdOf(owner)))).then(
    // A list that says nothing, or that somebody may not see, says nothing of the token.
    (answer) => answer instanceof ApiError && answer.status === 401,
  )
  asked.set(control, { epoch, until: clock.now() + lasts, isRefused })
  return isRefused
}
