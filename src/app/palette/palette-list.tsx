import type { UseComboboxGetItemProps, UseComboboxGetMenuProps } from 'downshift'
import { useId } from 'react'
import { grouped } from '../ui/count'
import { cut } from '../ui/cut'
import { Name } from '../ui/name'
import { ignoreStill } from '../ui/still-pointer'
import type { Entry } from './entry'
import type { Found, Group } from './find-entries'

interface PaletteListProps {
  found: Found
  highlightedIndex: number
  getMenuProps: UseComboboxGetMenuProps
  getItemProps: UseComboboxGetItemProps<Entry>
}

/** What was found, below the name of its kind. */
export const PaletteList = ({
  found,
  highlightedIndex,
  getMenuProps,
  getItemProps,
}: PaletteListProps) => {
  const id = useId()
  const starts = startsOf(found.groups)
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- a listbox, by what is spread into it
    <div
      {...getMenuProps({ 'aria-label': 'Results', tabIndex: -1 })}
      // Focus stays in the box, also when the list is scrolled with the pointer.
      onMouseDown={(event) => event.preventDefault()}
      className="min-h-0 overflow-y-auto py-1 empty:hidden"
    >
      {found.groups.map(({ name, entries, more }, group) => (
        <div key={name} role="group" aria-labelledby={`${id}-${group}`} className="py-1">
          <p id={`${id}-${group}`} role="presentation" className="px-4 text-small text-muted">
            {more === 0 ? name : `${name} · ${grouped(more)} more: type on`}
          </p>
          {entries.map((entry, place) => {
            const index = (starts[group] ?? 0) + place
            return (
              <div
                key={entry.id}
                {...getItemProps({ item: entry, index, onMouseMove: ignoreStill })}
                aria-disabled={entry.disabledReason !== undefined}
                className={`cursor-pointer px-4 py-1.5 aria-disabled:cursor-not-allowed aria-selected:-outline-offset-2 forced-colors:aria-selected:outline-2 ${index === highlightedIndex ? 'bg-accent-tint' : ''}`}
              >
                <EntryText entry={entry} />
              </div>
            )
          })}
        </div>
      ))}
    </div>
  )
}

/** The place of each group's first entry among all. */
const startsOf = (groups: readonly Group[]) => {
  let next = 0
  return groups.map(({ entries }) => {
    const start = next
    next += entries.length
    return start
  })
}

const EntryText = ({ entry: { label, name, isKey, facts, disabledReason } }: { entry: Entry }) => (
  <span className="flex flex-wrap items-baseline gap-x-2">
    {label !== '' && (
      <span className={disabledReason === undefined ? 'font-semibold' : 'text-muted'}>{label}</span>
    )}{' '}
    {name !== '' && (
      <span
        className={`min-w-0 truncate ${label === '' ? 'font-semibold' : ''} ${isKey ? 'font-mono text-small' : ''}`}
      >
        <Name of={name} className="" oneLine />
      </span>
    )}{' '}
    <span translate="no" className="min-w-0 flex-1 truncate text-small text-muted">
      {cut(facts)}
    </span>
    {disabledReason !== undefined && (
      <span className="basis-full text-small wrap-anywhere text-muted">{disabledReason}</span>
    )}
  </span>
)
