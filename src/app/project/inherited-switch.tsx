import { useMemo } from 'react'
import type { SeenList } from '../relations/seen-list'
import { grouped } from '../ui/count'

interface InheritedSwitchProps {
  seen: SeenList
  checked: boolean
  onChange: (checked: boolean) => void
}

/** Shows what an owner sees of what is around it, beside its own. */
export const InheritedSwitch = ({ seen, checked, onChange }: InheritedSwitchProps) => {
  const count = useMemo(
    () => seen.list.results.filter((secret) => !seen.isOwn(secret)).length,
    [seen],
  )
  return (
    <label className="mb-2 flex min-h-6 w-fit items-center gap-1.5">
      <input
        type="checkbox"
        role="switch"
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
        className="tick"
      />
      Show inherited <span className="text-muted tabular-nums">({grouped(count)})</span>
    </label>
  )
}
