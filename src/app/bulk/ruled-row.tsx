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
    <label className="list-row flex h-9 items-center gap-2 px-3">
      <input
        type="checkbox"
        className="tick"
        aria-label={`${key}${which === '' ? '' : ` (${which})`} gets the alias ${alias}`}
        checked={isPicked}
        onChange={({ target }) => onPick(target.checked)}
      />
      <span aria-hidden="true" className="flex min-w-0 flex-1 gap-2 font-mono text-small">
        <span className="truncate">
          <Name of={key} className="" oneLine />
        </span>
        {which !== '' && <span className="truncate font-sans text-muted">{which}</span>}
        <span className="text-muted">→</span>
        <span className="truncate text-muted">
          <Name of={alias} className="" oneLine />
        </span>
      </span>
    </label>
  )
}
