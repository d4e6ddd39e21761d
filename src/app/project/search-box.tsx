import { useEffect, useId, useImperativeHandle, useRef, type Ref } from 'react'
import { exactText } from '../ui/exact-text'
import { Icon } from '../ui/icon'

/** What others can do with the box. */
export interface SearchBoxHandle {
  focus: () => void
}

interface SearchBoxProps {
  handle: Ref<SearchBoxHandle>
  /** What the address asks for. */
  search: string
  /** Told what was typed: after a pause, or as soon as the box is left. */
  onSearch: (search: string) => void
}

// Milliseconds without a key. Longer than between two keys of somebody who types, so that no work meets a letter. What was
// emptied is told once that was painted: the whole list is back before the next word begins.
const [pause, shortPause] = [240, 32]

/**
 * A box that keeps its own text: a letter is on the screen before anybody else hears of it. The address and the list
 * follow when the typing pauses.
 */
export const SearchBox = ({ handle, search, onSearch }: SearchBoxProps) => {
  const box = useRef<HTMLInputElement>(null)
  const hint = useId()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  // What the box last told, to know an address that came from elsewhere: a link, the way back, “Show all”.
  const told = useRef(search)

  const tell = () => {
    clearTimeout(timer.current)
    timer.current = undefined
    const text = box.current?.value ?? ''
    if (text === told.current) return
    told.current = text
    onSearch(text)
  }
  const tellAtOnce = () => {
    if (timer.current !== undefined) tell()
  }

  useEffect(() => {
    if (search === told.current) return
    told.current = search
    clearTimeout(timer.current)
    timer.current = undefined
    if (box.current !== null) fill(box.current, search)
  }, [search])
  useEffect(() => () => clearTimeout(timer.current), [])
  // Listened to without React: its dispatch alone takes longer than the browser's own part of a letter.
  useEffect(() => {
    const element = box.current
    if (element === null) return undefined
    const wait = () => {
      clearTimeout(timer.current)
      timer.current = setTimeout(tell, element.value === '' ? shortPause : pause)
      markFilled(element)
    }
    element.addEventListener('input', wait)
    return () => element.removeEventListener('input', wait)
  })
  useImperativeHandle(handle, () => ({ focus: () => box.current?.focus() }), [])

  const clear = () => {
    if (box.current === null) return
    fill(box.current, '')
    tell()
    box.current.focus()
  }

  // What Chromium does at each letter: outside a form it looks through the page for the next field, and it styles anew
  // what a search type and a placeholder bring along. So: a form, a plain text, and a hint of its own.
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        tellAtOnce()
      }}
      {...(search === '' ? {} : { 'data-filled': '' })}
      className="group relative min-w-0 flex-1 basis-64"
    >
      <input
        ref={box}
        type="text"
        inputMode="search"
        enterKeyHint="search"
        aria-label="Search"
        aria-describedby={hint}
        {...exactText}
        defaultValue={search}
        onBlur={tellAtOnce}
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

const fill = (box: HTMLInputElement, text: string) => {
  box.value = text
  markFilled(box)
}

// By hand and at once: React would draw at each letter.
const markFilled = ({ parentElement, value }: HTMLInputElement) =>
  parentElement?.toggleAttribute('data-filled', value !== '')
