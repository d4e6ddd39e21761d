import { asCurl } from '../../rules/as-code/as-curl'
import type { Owner } from '../../qovery/owner'
import { isWhole, type Secret } from '../../qovery/schema'
import { isAlias } from '../relations/relate'
import { apiAddress } from '../as-code/api-address'
import { CodeBlock } from '../as-code/code-block'
import { Name } from '../ui/name'

interface Owned {
  owner: Owner
  secret: Secret
}

interface MakeAgainProps {
  owner: Owner
  /** The secret that goes, and everything that goes with it. */
  seen: Secret
  dependents: readonly Owned[]
  /** Whether all that goes with it is known. */
  isKnown: boolean
}

/** What would make it again, to be kept before it goes. */
export const MakeAgain = ({ owner, seen, dependents, isKnown }: MakeAgainProps) => {
  const gone = new Set(dependents.map(({ secret }) => secret.id))
  const targetOf = ({ aliased_secret: target }: Secret) => {
    if (target === null) return { variable: 'SECRET_ID' }
    // What is made again gets another id.
    if (target.id === seen.id) return { variable: 'NEW_SECRET_ID' }
    return gone.has(target.id) ? { variable: 'NEW_OVERRIDE_ID' } : { id: target.id }
  }
  const all = [{ owner, secret: seen }, ...dependents]
  const commands = all
    .filter(({ secret }) => isAlias(secret))
    .map(({ owner: of, secret: alias }) => {
      const { key, description, enable_interpolation_in_file: interpolation } = alias
      const call = { key, description, interpolation, target: targetOf(alias) }
      return asCurl(call, of, apiAddress).code
    })
    .join('\n\n')
  return (
    <details>
      <summary className="rounded-small text-muted">Recreate it later</summary>
      <div className="mt-2 grid gap-2">
        {!isAlias(seen) && (
          <p>
            Values are never given out, so nobody but whoever has the value of{' '}
            <Name of={seen.key} /> can make it again, and it will have another ID.
            {commands !== '' && ' Its aliases come back with these lines, once that ID is known:'}
          </p>
        )}
        {!(isKnown && all.every(({ secret }) => isWhole(secret))) && (
          <p>Not all of this was read: what was not is missing from these lines.</p>
        )}
        {commands !== '' && <CodeBlock what="Commands" code={commands} low />}
      </div>
    </details>
  )
}
