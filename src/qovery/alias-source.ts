import { inWords } from './unseen'
import type { Secret } from './schema'

// Source: Qovery's console offers a project's alias these scopes and wider ones. What is not known yet is left to
// Qovery to judge, since its enumeration grows.
const narrower = new Set([
  'ENVIRONMENT',
  'APPLICATION',
  'CONTAINER',
  'JOB',
  'HELM',
  'TERRAFORM',
  'AGENTIC_WORKFLOW',
])

/** Why a secret cannot be given an alias at project level, and what to do instead; undefined where it can. */
export const aliasDisabledReason = (source: Secret): string | undefined => {
  const { scope, variable_type: type, aliased_secret: target } = source
  // An answer may leave the type out, and say by the link alone what it is.
  if (type === 'ALIAS' || (type === null && target !== null))
    return target
      ? `Qovery makes no alias of an alias: use ${inWords(target.key)}, which this one points at.`
      : 'Qovery makes no alias of an alias, and what this one points at is not known.'
  if (narrower.has(scope))
    return `Of scope ${scope}, which is narrower than the project: no alias of the project reaches it.`
  return undefined
}
