import {
  useRef,
  useState,
  type ChangeEvent,
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  type Ref,
  type RefObject,
} from 'react'
import { Field } from '../ui/field'

/** What a combobox adds to the box, once its code is there. */
export interface Behaviour {
  onChange: (event: ChangeEvent<HTMLInputElement>) => void
  onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void
  onClick: (event: MouseEvent<HTMLInputElement>) => void
  onBlur: (event: FocusEvent<HTMLInputElement>) => void
  /** The id of what has this very name. */
  idOf: (name: string) => string | undefined
}

interface Popup {
  isOpen: boolean
  /** Id of the option that the keyboard is at. */
  active: string | undefined
}

/** How a box and its list know of each other. */
export interface PickerProps {
  id: string
  /** What was typed since the box was entered; empty while what it held still stands. */
  query: string
  input: RefObject<HTMLInputElement | null>
  behaviour: Ref<Behaviour>
  onPopup: (popup: Popup) => void
  onPick: (id: string) => void
  /** Whether somebody has entered the box: before, nothing needs to be asked for. */
  entered: boolean
}

interface PickFieldProps {
  id: string
  label: string
  aside?: ReactNode
  hint: ReactNode
  problem: ReactNode
  /** An id, or whatever was typed or pasted instead of one. */
  value: string
  /** What the value is called, where that is known. */
  name: string | undefined
  inputRef: Ref<HTMLInputElement>
  onChange: (value: string) => void
  onBlur: () => void
  /** Draws the list. It may come late, or never: the box takes an id or a link without it. */
  picker: (props: PickerProps) => ReactNode
}

export const popupId = (id: string) => `${id}-choices`

const closed: Popup = { isOpen: false, active: undefined }

/** A box that shows a name and holds an id. The same element from the first paint on, so that nothing typed is lost. */
export const PickField = (props: PickFieldProps) => {
  const { id, value, name, onChange, onBlur, picker } = props
  const [typed, setTyped] = useState<string>()
  const [entered, setEntered] = useState(false)
  const [popup, setPopup] = useState(closed)
  const input = useRef<HTMLInputElement>(null)
  const behaviour = useRef<Behaviour>(null)

  const pick = (picked: string) => {
    setTyped(undefined)
    onChange(picked)
  }
  const leave = (event: FocusEvent<HTMLInputElement>) => {
    const named = typed === undefined ? undefined : behaviour.current?.idOf(typed)
    behaviour.current?.onBlur(event)
    if (named !== undefined) onChange(named)
    setTyped(undefined)
    onBlur()
  }
  return (
    <Field
      id={id}
      label={props.label}
      aside={props.aside}
      hint={props.hint}
      problem={props.problem}
      control={(attributes) => (
        <div className="relative">
          <input
            {...attributes}
            ref={(element) => {
              input.current = element
              if (typeof props.inputRef === 'function') props.inputRef(element)
            }}
            type="text"
            role="combobox"
            aria-autocomplete="list"
            aria-expanded={popup.isOpen}
            aria-controls={popup.isOpen ? popupId(id) : undefined}
            aria-activedescendant={popup.active}
            value={typed ?? name ?? value}
            onChange={(event) => {
              setTyped(event.target.value)
              onChange(event.target.value)
              behaviour.current?.onChange(event)
            }}
            onKeyDown={(event) => behaviour.current?.onKeyDown(event)}
            onFocus={() => setEntered(true)}
            onClick={(event) => {
              // A name is replaced as a whole: a letter added to it would be no name.
              if (typed === undefined) event.currentTarget.select()
              behaviour.current?.onClick(event)
            }}
            onBlur={leave}
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            className="field-box h-9 truncate pr-9 font-mono"
          />
          <svg
            viewBox="0 0 16 16"
            className="pointer-events-none absolute top-2.5 right-3 size-4 text-muted"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.5"
            aria-hidden="true"
          >
            <path d="M4 6l4 4 4-4" />
          </svg>
          {picker({
            id,
            query: typed ?? '',
            input,
            behaviour,
            onPopup: setPopup,
            onPick: pick,
            entered,
          })}
        </div>
      )}
    />
  )
}
