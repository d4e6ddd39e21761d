import {
  memo,
  useCallback,
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useRef,
  useState,
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  type Ref,
  type RefObject,
} from 'react'
import { exactText } from '../ui/exact-text'
import { Field } from '../ui/field'
import { isSending } from '../ui/form'
import { usePrerendered } from '../ui/use-prerendered'
import { useWhole } from './use-whole'

/** What a combobox adds to the box, once its code is there. */
export interface Behaviour {
  onText: (text: string) => void
  onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void
  onClick: (event: MouseEvent<HTMLInputElement>) => void
  onBlur: (event: FocusEvent<HTMLInputElement>) => void
  /** Whether a text has an id of what is listed. */
  isId: (text: string) => boolean
  /** The id of what has this very name. */
  idOf: (name: string) => string | undefined
}

/** How a box and its list know of each other. */
export interface PickerProps {
  id: string
  /** What was typed since the box was entered; empty while what it held still stands. */
  query: string
  /** What the box holds: an id, or whatever was typed instead of one. */
  chosen: string
  /** How the list was asked for before its code was there; undefined where it was not. */
  opening: 'press' | 'arrow' | undefined
  /** Whether somebody has entered the box: before, nothing needs to be asked for. */
  entered: boolean
  input: RefObject<HTMLInputElement | null>
  behaviour: Ref<Behaviour>
  onOpen: (isOpen: boolean) => void
  /** Told the id of the option that the keyboard is at. */
  onActive: (id: string | undefined) => void
  onPick: (id: string) => void
  /** Called when there are other options than before. */
  onOptions: () => void
}

interface PickFieldProps {
  id: string
  label: string
  aside?: ReactNode
  hint: ReactNode
  /** Whether the hint says that something is likely wrong. */
  isDoubtful?: boolean
  problem: ReactNode
  /** Below the message. */
  children?: ReactNode
  /** An id, or whatever was typed or pasted instead of one. */
  value: string
  /** The id of what the value stands for, where that is another. */
  chosen?: string | undefined
  /** What the value is called, where that is known. */
  name: string | undefined
  input: RefObject<HTMLInputElement | null>
  onChange: (value: string) => void
  onBlur: (event: FocusEvent<HTMLInputElement>) => void
  /** Whether the list stands below the box's message all the time, instead of opening over it. */
  isFixed?: boolean
  /** Draws the list. It may come late, or never: the box takes an id or a link without it. */
  picker: (props: PickerProps) => ReactNode
}

export const popupId = (id: string) => `${id}-choices`

/** A box that shows a name and holds an id. The same element from the first paint on, so that nothing typed is lost. */
export const PickField = (props: PickFieldProps) => {
  const { id, input, value, name, onChange, onBlur, isFixed = false } = props
  const [typed, setTyped] = useState<string>()
  const [entered, setEntered] = useState(false)
  const [opening, setOpening] = useState<'press' | 'arrow'>()
  const [isOpen, setOpen] = useState(false)
  const [active, setActive] = useState<string>()
  const behaviour = useRef<Behaviour>(null)
  const isHydrating = usePrerendered()

  /** What stood in the box before somebody began to type. */
  const before = useRef('')
  const { select, onSelect } = useWhole(input, name)

  const shown = typed ?? name ?? value
  const change = (text: string, isPasted = false) => {
    if (typed === undefined) before.current = value
    // What was typed and left before this code was there is a value like any other; what was pasted whole, and is an id or
    // a link, has the name of what it means at once.
    if (document.activeElement === input.current)
      setTyped(isPasted && behaviour.current?.isId(text) === true ? undefined : text)
    onChange(text)
    behaviour.current?.onText(text)
  }
  const takeEarly = useEffectEvent(() => {
    setEntered(document.activeElement === input.current)
    const early = input.current?.value ?? ''
    if (early !== shown) change(early)
  })
  useEffect(() => takeEarly(), [])

  const latest = useRef({ value, onChange })
  useLayoutEffect(() => {
    latest.current = { value, onChange }
  })
  const put = useCallback(
    (held: string) => {
      setTyped(undefined)
      select()
      latest.current.onChange(held)
    },
    [select],
  )
  // A name that was typed and left before its list was there means what it names all the same.
  const findNamed = useCallback(() => {
    const { value: text, onChange: take } = latest.current
    if (text === '' || document.activeElement === input.current) return
    const found = behaviour.current?.isId(text) === true ? undefined : behaviour.current?.idOf(text)
    if (found !== undefined) take(found)
  }, [input])
  /** Takes a search back whose list is closed. An id that was typed is a choice, and stays. */
  const takeBack = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || isOpen || isFixed || typed === undefined) return false
    event.preventDefault()
    put(behaviour.current?.isId(typed) === true ? value : before.current)
    return true
  }
  /** The id of what was typed out by its name. */
  const named = () => (typed === undefined ? undefined : behaviour.current?.idOf(typed))
  const leave = (event: FocusEvent<HTMLInputElement>) => {
    const found = named()
    behaviour.current?.onBlur(event)
    if (found !== undefined) onChange(found)
    setTyped(undefined)
    onBlur(event)
  }
  // What is sent from here is what stands in the box, whatever its list is at.
  const beforeSending = () => {
    const found = named()
    if (found === undefined) return
    behaviour.current?.onText(found)
    put(found)
  }

  // Not prerendered: what is hydrated may not change before its code is there.
  const choices = !isHydrating && (
    <Choices
      picker={props.picker}
      id={id}
      query={typed ?? ''}
      chosen={props.chosen ?? value}
      opening={opening ?? (typed === undefined ? undefined : 'press')}
      entered={entered}
      input={input}
      behaviour={behaviour}
      onOpen={setOpen}
      onActive={setActive}
      onPick={put}
      onOptions={findNamed}
    />
  )

  return (
    <Field
      id={id}
      label={props.label}
      aside={props.aside}
      hint={props.hint}
      isDoubtful={props.isDoubtful ?? false}
      problem={props.problem}
      raised={isOpen}
      control={(attributes) => (
        <div className="relative">
          <input
            {...attributes}
            ref={input}
            value={shown}
            onChange={({ target, nativeEvent }) =>
              change(target.value, Reflect.get(nativeEvent, 'inputType') === 'insertFromPaste')
            }
            type="text"
            role="combobox"
            aria-autocomplete="list"
            aria-expanded={isOpen}
            aria-controls={isOpen ? popupId(id) : undefined}
            aria-activedescendant={active}
            onKeyDown={(event) => {
              if (takeBack(event)) return
              if (isSending(event)) beforeSending()
              else if (behaviour.current !== null) behaviour.current.onKeyDown(event)
              else if (/^Arrow(?:Up|Down)$/.test(event.key)) {
                event.preventDefault()
                setOpening('arrow')
              }
            }}
            onFocus={() => setEntered(true)}
            onSelect={onSelect}
            onClick={(event) => {
              if (typed === undefined) event.currentTarget.select()
              if (behaviour.current === null) setOpening('press')
              else behaviour.current.onClick(event)
            }}
            onBlur={leave}
            {...exactText}
            className="field-box h-9 truncate pr-9 font-mono text-small"
          />
          {!isFixed && (
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
          )}
          {!isFixed && choices}
        </div>
      )}
      below={isFixed && choices}
    >
      {props.children}
    </Field>
  )
}

// A form tells its fields of every step of a submission, which is nothing to their lists.
const Choices = memo(({ picker, ...choices }: PickerProps & Pick<PickFieldProps, 'picker'>) =>
  picker(choices),
)
