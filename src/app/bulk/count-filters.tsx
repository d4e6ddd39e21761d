import type { ReactNode } from 'react'
import { grouped } from '../ui/count'

interface CountFiltersProps<Name extends string> {
  label: string
  /** In the order in which they are shown; those of zero are left out. */
  counts: readonly { name: Name; label: ReactNode; count: number }[]
  chosen: Name | undefined
  onChoose: (name: Name | undefined) => void
}

/** Counts that are filters: pressing one shows its rows alone, pressing it again shows all. */
export const CountFilters = <Name extends string>({
  label,
  counts,
  chosen,
  onChoose,
}: CountFiltersProps<Name>) => (
  <div role="group" aria-label={label} className="flex max-h-40 flex-wrap gap-2 overflow-y-auto">
    {counts
      .filter(({ count }) => count > 0)
      .map(({ name, label: words, count }) => (
        <button
          key={name}
          type="button"
          aria-pressed={chosen === name}
          onClick={() => onChoose(chosen === name ? undefined : name)}
          className="min-h-7 rounded-small border border-line px-2 text-small tabular-nums hover:bg-sunken aria-pressed:border-accent aria-pressed:bg-accent-tint"
        >
          <b className="font-semibold">{grouped(count)}</b> {words}
        </button>
      ))}
  </div>
)
