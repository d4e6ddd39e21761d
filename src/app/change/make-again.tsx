import { asCurl } from '../../rules/as-code/as-curl'
import type { Owner } from '../../qovery/owner'
import { isWhole, type Secret } from '../../qovery/schema'
import { isAlias } from '../relations/relate'
import { apiAddress } from '../as-code/api-address'
import { CodeBlock } from '../as-code/code-block'
import { Name } from '../ui/name'

interface MakeAgainProps {
  owner: Owner
  /** The secret that goes, and everything that goes with it. */
  seen: Secret
  along: Secret[]
}

/** What would make it again, to be kept before it goes. */
export const MakeAgain = ({ owner, seen, along }: MakeAgainProps) => {
  const gone = new Set(along.map(({ id }) => id))
  const sourceOf = ({ aliased_secret: source }: Secret) => {
    if (source === null) return { variable: 'SECRET_ID' }
    // What is made again gets another id.
    if (source.id === seen.id) return { variable: 'NEW_SECRET_ID' }
    return gone.has(source.id) ? { variable: 'NEW_OVERRIDE_ID' } : { id: source.id }
  }
  const commands = [seen, ...along]
    .filter(isAlias)
    .map((alias) => {
      const { key, description, enable_interpolation_in_file: interpolation } = alias
      const call = { key, description, interpolation, source: sourceOf(alias) }
      return asCurl(call, owner, apiAddress).code
    })
    .join('\n\n')
  return (
    <details>
      <summary className="rounded-small text-muted">How to make it again</summary>
      <div className="mt-2 grid gap-2">
        {!isAlias(seen) && (
          <p>
            Values are never given out, so nobody but whoever has the value of{' '}
            <Name of={seen.key} /> can make it again, and it will have another ID.
            {commands !== '' && ' Its aliases come back with these lines, once that ID is known:'}
          </p>
        )}
        {![seen, ...along].every(isWhole) && (
          <p>Not all of this could be read: what could not is missing from these lines.</p>
        )}
        {commands !== '' && <CodeBlock what="Commands" code={commands} low />}
      </div>
    </details>
  )
}
