import { ApiError } from '../../../qovery/errors'
import { ownsByVariable, projectIdOf, projectOwner, type Owner } from '../../../qovery/owner'
import { attempt } from '../../operations/poll'
import type { Control } from './control'
import type { Running } from './running'

/** Milliseconds for which one answer of the project's list counts: each costs a request of the hour's. */
const lasts = 60_000
const asked = new WeakMap<Control, { until: number; isRefused: Promise<boolean> }>()

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
  if (last !== undefined && last.until > clock.now()) return last.isRefused
  const isRefused = attempt(() => client.listSecrets(projectOwner(projectIdOf(owner)))).then(
    (answer) => answer instanceof ApiError && !isOfRole(answer),
  )
  asked.set(control, { until: clock.now() + lasts, isRefused })
  return isRefused
}

// It is the token of somebody, who may not see this.
const isOfRole = ({ status }: ApiError) => status === 403 || status === 404
