import type { Secret } from '../../qovery/schema'
import { Name } from '../ui/name'
import { factsOf } from './target-facts'

interface RuledRowProps {
  secret: Secret
  /** What its alias will be called. */
  alias: string
  /** Whether another secret of the list has its key. */
  hasNamesake: boolean
  isPicked: boolean
  onPick: (on: boolean) => void
}

/** A secret to be picked, and what its alias will be called. */
export const RuledRow = ({ secret, alias, hasNamesake, isPicked, onPick }: RuledRowProps) => {
  const { key } = secret
  const which = hasNamesake ? factsOf(secret) : ''
  return (
    <label className="list-row flex min-h-9 items-center gap-2 px-3 py-1">
      <input
        type="checkbox"
        className="tick"
        aria-label={`${key}${which === '' ? '' : ` (${which})`} gets the alias ${alias}`}
        checked={isPicked}
        onChange={({ target }) => onPick(target.checked)}
      />
      <span
        aria-hidden="true"
        className="flex min-w-0 flex-1 flex-wrap gap-x-2 font-mono text-small wrap-anywhere"
      >
        <span className="min-w-0">
          <Name of={key} className="" />
        </span>
        {which !== '' && <span className="min-w-0 font-sans text-muted">{which}</span>}
        {/* Where both have no room in one line, its arrow goes with it. */}
        <span className="min-w-0 text-muted">
          → <Name of={alias} className="" />
        </span>
      </span>
    </label>
  )
}
