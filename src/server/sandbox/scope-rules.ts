/** Scopes that a project's aliases can reach: the alias's own and wider ones. Source: Qovery's console and Terraform. */
const reachable = new Set(['BUILT_IN', 'PROJECT'])

interface Source {
  scope: string
  variable_type: string
}

/**
 * Tells why a secret cannot have an alias at project level; undefined where it can.
 * The words are the sandbox's own: nobody has recorded Qovery's. That an override can be a source is assumed.
 */
export const aliasObstacle = ({ scope, variable_type }: Source): string | undefined => {
  if (variable_type === 'ALIAS') return "You can't create an alias on an alias"
  if (reachable.has(scope)) return undefined
  return `A secret of scope ${scope} can't have an alias at scope PROJECT`
}
