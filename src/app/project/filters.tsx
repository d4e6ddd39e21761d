import { memo, useId, useMemo, useState } from 'react'
import type { Secret } from '../../qovery/schema'
import { filtersInUse, type View } from '../relations/view'
import { managerWord, scopeWord, typeWord } from '../../rules/api-words'
import { cut } from '../ui/cut'
import { Icon } from '../ui/icon'
import { Order } from './order'
import { SearchBox } from './search-box'

interface FiltersProps {
  view: View
  /** Told what of the view shall be another. */
  onView: (change: Partial<View>) => void
  /** Told each letter of the search. */
  onSearch: (search: string) => void
  /** Told that no more of it is typed for now. */
  onSearchDone: () => void
  secrets: readonly Secret[]
}

/** What narrows the list. */
export const Filters = ({ view, onView, onSearch, onSearchDone, secrets }: FiltersProps) => {
  const { search, ...choices } = view
  return (
    <search className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <SearchBox search={search} onSearch={onSearch} onDone={onSearchDone} />
      <Choices {...choices} onView={onView} secrets={secrets} />
    </search>
  )
}

type ChoicesProps = Omit<View, 'search'> & Pick<FiltersProps, 'onView' | 'secrets'>

/**
 * What the list can be narrowed by beside a search, and its order. Choices are what the list holds: enumerations grow, so
 * none is written down here. A letter of the search draws none of it anew.
 */
const Choices = memo((props: ChoicesProps) => {
  const { onView, secrets } = props
  const choices = useMemo(
    () => ({
      type: distinct(secrets.map(({ variable_type }) => variable_type)),
      scope: distinct(secrets.map(({ scope }) => scope)),
      owner: distinct(secrets.map(({ owned_by }) => owned_by)),
    }),
    [secrets],
  )
  const id = useId()
  const inUse = filtersInUse(props)
  const [isOpen, setOpen] = useOpen(inUse)
  return (
    <>
      <button
        type="button"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
        className="inline-flex min-h-10 basis-full items-center gap-1.5 rounded-small pr-2 sm:hidden"
      >
        <Icon name={isOpen ? 'open' : 'closed'} />
        <span>Filters and order</span>
        {inUse > 0 && <span className="font-semibold">{` · ${inUse} in use`}</span>}
      </button>
      <div id={id} className={`contents ${isOpen ? '' : 'max-sm:hidden'}`}>
        {(['type', 'scope', 'owner'] as const).map((field) => (
          <Choice
            key={field}
            label={labels[field]}
            value={props[field]}
            values={choices[field]}
            wordOf={words[field]}
            onChange={(value) => onView({ [field]: value })}
          />
        ))}
        <Order {...props} />
        <Tick
          label="Has aliases"
          about="secrets that an alias points at."
          checked={props.hasAliases}
          onChange={(hasAliases) => onView({ hasAliases })}
        />
        <Tick
          label="Overrides"
          about="what hides a secret of the same key at a wider scope, and what is hidden so."
          checked={props.overriding}
          onChange={(overriding) => onView({ overriding })}
        />
        <Tick
          label="Orphaned"
          about="aliases whose target is not in this list: it was deleted, or is at another scope. Re-point mends them."
          checked={props.orphaned}
          onChange={(orphaned) => onView({ orphaned })}
        />
      </div>
    </>
  )
})

/** Whether the filters are shown where they would fill a small screen: at first, and when another address asks for one, where any is in use. */
const useOpen = (inUse: number) => {
  const [isOpen, setOpen] = useState(inUse > 0)
  const [known, setKnown] = useState(inUse)
  if (known !== inUse) {
    setKnown(inUse)
    // Whoever takes the last one back is still there.
    if (known === 0) setOpen(true)
  }
  return [isOpen, setOpen] as const
}

const labels = { type: 'Type', scope: 'Scope', owner: 'Owner' }
const words = { type: typeWord, scope: scopeWord, owner: managerWord }

const distinct = (texts: (string | null | undefined)[]): string[] =>
  [...new Set(texts.map((text) => text ?? ''))]
    .filter((text) => text !== '')
    .toSorted((left, right) => (left < right ? -1 : 1))

interface ChoiceProps {
  label: string
  value: string
  values: string[]
  /** A value in plain words. */
  wordOf: (value: string) => string
  onChange: (value: string) => void
}

const Choice = ({ label, value, values, wordOf, onChange }: ChoiceProps) => (
  <select
    aria-label={label}
    value={value}
    onChange={(event) => onChange(event.target.value)}
    className={`h-9 max-w-44 max-sm:h-10 max-sm:w-[calc(50%-0.375rem)] rounded-card border px-2 ${value === '' ? 'border-control text-muted' : 'border-accent font-semibold text-ink'}`}
  >
    <option value="">{`${label}: any`}</option>
    {(values.includes(value) || value === '' ? values : [value, ...values]).map((each) => (
      <option key={each} value={each}>
        {cut(wordOf(each), 60)}
      </option>
    ))}
  </select>
)

interface TickProps {
  label: string
  /** What it shows: for whoever rests on it, hears it read out, or has chosen it, which a finger can do as well. */
  about: string
  checked: boolean
  onChange: (checked: boolean) => void
}

const Tick = ({ label, about, checked, onChange }: TickProps) => {
  const aboutId = useId()
  const hint = `${label}: ${about}`
  return (
    <>
      <label title={hint} className="flex min-h-6 items-center gap-1.5 max-sm:min-h-10">
        <input
          type="checkbox"
          aria-describedby={aboutId}
          checked={checked}
          onChange={(event) => onChange(event.target.checked)}
          className="tick"
        />
        {label}
      </label>
      <p id={aboutId} hidden={!checked} className="order-last basis-full text-small text-muted">
        {hint}
      </p>
    </>
  )
}
