import { sortings, type Sorting, type View } from '../relations/view'

const labels: Record<Sorting, [ascending: string, descending: string]> = {
  key: ['Key, A to Z', 'Key, Z to A'],
  target: ['Points at, A to Z', 'Points at, Z to A'],
  type: ['Type, A to Z', 'Type, Z to A'],
  scope: ['Scope, A to Z', 'Scope, Z to A'],
  owner: ['Owner, A to Z', 'Owner, Z to A'],
  description: ['Description, A to Z', 'Description, Z to A'],
  updated: ['Updated, oldest first', 'Updated, newest first'],
}

interface OrderProps extends Pick<View, 'sort' | 'descending'> {
  onView: (change: Partial<View>) => void
}

/** The order of the list where the heads of its columns have no room. */
export const Order = ({ sort, descending, onView }: OrderProps) => (
  <select
    aria-label="Order"
    value={descending ? `-${sort}` : sort}
    onChange={({ target: { value } }) => {
      const chosen = sortings.find((each) => value.endsWith(each))
      if (chosen !== undefined) onView({ sort: chosen, descending: value.startsWith('-') })
    }}
    className="h-9 max-w-48 rounded-card border border-control px-2 text-muted @min-[840px]/tree:hidden max-sm:h-10 max-sm:w-[calc(50%-0.375rem)]"
  >
    {sortings.flatMap((each) =>
      labels[each].map((label, index) => (
        <option key={label} value={index === 0 ? each : `-${each}`}>
          {label}
        </option>
      )),
    )}
  </select>
)
