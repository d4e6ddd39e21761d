import { useId, useRef } from 'react'
import { exactText } from '../ui/exact-text'
import { Icon } from '../ui/icon'

interface SearchBoxProps {
  /** What is searched for. */
  search: string
  /** Told each letter. */
  onSearch: (search: string) => void
  /** Told that nothing more is typed for now. */
  onDone: () => void
}

/** A box of which the list follows each letter. */
export const SearchBox = ({ search, onSearch, onDone }: SearchBoxProps) => {
  const box = useRef<HTMLInputElement>(null)
  const hint = useId()

  const clear = () => {
    onSearch('')
    onDone()
    box.current?.focus()
  }

  // What Chromium does at each letter: outside a form it looks through the page for the next field, and it styles anew
  // what a search type and a placeholder bring along. So: a form, a plain text, and a hint of its own.
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        onDone()
      }}
      {...(search === '' ? {} : { 'data-filled': '' })}
      className="group relative min-w-0 flex-1 basis-64 max-sm:basis-full"
    >
      <input
        ref={box}
        type="text"
        inputMode="search"
        enterKeyHint="search"
        aria-label="Search"
        data-search
        aria-describedby={hint}
        {...exactText}
        value={search}
        onChange={(event) => onSearch(event.target.value)}
        onBlur={onDone}
        onKeyDown={({ key }) => {
          if (key === 'Escape') clear()
        }}
        className="field-box h-9 pr-9"
      />
      <span
        id={hint}
        aria-hidden="true"
        className="pointer-events-none absolute inset-x-3 top-2 truncate text-muted group-data-filled:invisible"
      >
        Search key, description, target, owner
      </span>
      <button
        type="button"
        aria-label="Clear"
        onClick={clear}
        className="absolute top-1 right-1 inline-flex size-7 items-center justify-center rounded-small text-muted not-group-data-filled:invisible hover:text-ink"
      >
        <Icon name="close" />
      </button>
    </form>
  )
}
