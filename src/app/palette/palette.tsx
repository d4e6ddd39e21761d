import '../ui/app.css'
import { useCombobox, type UseComboboxProps } from 'downshift'
import { useId, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { handOverRows } from '../change/chosen-rows'
import { lazyCode } from '../data/lazy-code'
import { lazyPart } from '../data/lazy-part'
import { useSession } from '../session/session'
import { counted } from '../ui/count'
import { exactText } from '../ui/exact-text'
import { nameInText } from '../ui/name'
import { NamedText } from '../ui/named-text'
import type { Entry, Act } from './entry'
import { countOf, createFinder, type Known } from './find-entries'
import { readSubjects, searchedProjects } from './known'
import { PaletteList } from './palette-list'
import { pageEntries, type Command } from './pages'

const ChangeAsked = lazyPart(
  lazyCode(() => import('./change-asked')),
  (code) => code.ChangeAsked,
)

interface PaletteProps {
  isOpen: boolean
  /** What the frame around the pages offers. */
  commands: readonly Command[]
  onClose: () => void
}

type AskedChange = Extract<Act, { kind: 'change' }>

/** Goes to anything and does anything by its name, once it is open; and asks for the change that was chosen in it. */
export const Palette = ({ isOpen, commands, onClose }: PaletteProps) => {
  const [change, setChange] = useState<AskedChange>()
  const { ready } = useSession()
  return (
    <>
      {isOpen && <PaletteDialog commands={commands} onClose={onClose} onChange={setChange} />}
      {change !== undefined && ready && (
        <ChangeAsked {...change} onClose={() => setChange(undefined)} />
      )}
    </>
  )
}

const { stateChangeTypes: types } = useCombobox

const stateReducer: UseComboboxProps<Entry>['stateReducer'] = (state, { type, changes }) => {
  switch (type) {
    case types.InputKeyDownEnter:
    case types.ItemClick:
      return changes.selectedItem?.disabledReason === undefined
        ? { ...changes, highlightedIndex: state.highlightedIndex, inputValue: state.inputValue }
        : state
    // It lists what was typed for, whatever a pointer leaves.
    case types.MenuMouseLeave:
    case types.InputBlur:
      return state
    default:
      return changes
  }
}

interface PaletteDialogProps {
  commands: readonly Command[]
  onClose: () => void
  onChange: (change: AskedChange) => void
}

const PaletteDialog = ({ commands, onClose, onChange }: PaletteDialogProps) => {
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const [path, navigate] = useLocation()
  const { ready } = useSession()
  const [query, setQuery] = useState('')
  const [copied, setCopied] = useState('')
  // As it was when it was opened: what is read meanwhile moves nothing away from under a key.
  const [known] = useState((): Known => {
    const subjects = ready ? readSubjects() : []
    const isHere = ({ href }: { href: string }) => path === href || path.startsWith(`${href}/`)
    return {
      subjects,
      here: subjects.findLast(isHere),
      pages: pageEntries(commands),
    }
  })
  const [searched] = useState(() => (ready ? searchedProjects() : []))
  const find = useMemo(() => createFinder(known), [known])
  const found = useMemo(() => find(query), [find, query])
  const items = useMemo(() => found.groups.flatMap(({ entries }) => entries), [found])

  // A modal has no declarative form. It is closed before it leaves the page: only then does the platform return focus.
  useLayoutEffect(() => {
    const element = dialog.current
    element?.showModal()
    return () => element?.close()
  }, [])

  const act = (chosen: Act) => {
    if (chosen.kind === 'copy') {
      void copy(chosen).then(setCopied)
      return
    }
    onClose()
    if (chosen.kind === 'go') navigate(chosen.href)
    else if (chosen.kind === 'hand over') navigate(handOverRows(chosen.rows))
    else if (chosen.kind === 'change') onChange(chosen)
    else chosen.run()
  }

  const { highlightedIndex, getInputProps, getMenuProps, getItemProps } = useCombobox({
    items,
    isOpen: items.length > 0,
    inputValue: query,
    selectedItem: null,
    defaultHighlightedIndex: 0,
    initialHighlightedIndex: 0,
    itemToString: (entry) => entry?.name ?? '',
    inputId: `${id}-box`,
    menuId: `${id}-list`,
    labelId: `${id}-label`,
    getItemId: (index) => `${id}-${index}`,
    scrollIntoView: (element) => element?.scrollIntoView({ block: 'nearest' }),
    stateReducer,
    onSelectedItemChange: ({ selectedItem }) => {
      if (selectedItem) act(selectedItem.act)
    },
  })
  const { onKeyDown, ...box } = getInputProps({
    onChange: ({ currentTarget }) => {
      setQuery(currentTarget.value)
      setCopied('')
    },
  })

  return (
    <dialog
      ref={dialog}
      aria-labelledby={`${id}-label`}
      onClose={({ currentTarget }) => {
        if (!currentTarget.open) onClose()
      }}
      className="mx-auto mt-[min(12dvh,96px)] w-[min(640px,calc(100vw-24px))] overflow-hidden rounded-card border border-control bg-surface text-ink floating backdrop:bg-black/40"
    >
      <div className="grid max-h-[min(560px,calc(100dvh-min(12dvh,96px)-16px))] grid-rows-[auto_1fr_auto]">
        <div className="border-b border-line">
          <label id={`${id}-label`} htmlFor={`${id}-box`} className="sr-only">
            Go to or do
          </label>
          <input
            {...box}
            type="text"
            {...exactText}
            placeholder="A page, a project, a key, or “edit” and a key"
            onKeyDown={(event) => {
              // Escape is the dialog's.
              if (event.key !== 'Escape') onKeyDown?.(event)
            }}
            className="h-12 w-full rounded-t-card bg-surface px-4 text-lead -outline-offset-2"
          />
        </div>
        <PaletteList
          found={found}
          highlightedIndex={highlightedIndex}
          getMenuProps={getMenuProps}
          getItemProps={getItemProps}
        />
        <div className="border-t border-line px-4 py-2 text-small text-muted">
          <p role="status">{copied === '' ? statusText(countOf(found), found.isNear) : copied}</p>
          <p className="wrap-anywhere">
            <NamedText text={searchedText(searched)} names={searched} />
          </p>
        </div>
      </div>
    </dialog>
  )
}

const copy = async ({ what, text }: Extract<Act, { kind: 'copy' }>) => {
  try {
    await navigator.clipboard.writeText(text)
    return `${what} copied`
  } catch {
    return `The browser refused to copy. The ${what} is on the secret’s own page.`
  }
}

const searchedText = (projects: readonly string[]) => {
  const [first, second, ...others] = projects.map(nameInText)
  const names = [first, second, others.length > 0 ? `${others.length} more` : undefined].filter(
    (name) => name !== undefined,
  )
  return `Keys are searched in projects that were opened in this tab: ${names.length === 0 ? 'none so far' : new Intl.ListFormat('en').format(names)}.`
}

const statusText = (count: number, isNear: boolean) => {
  if (count === 0) return 'Nothing that was read in this tab has all of these words.'
  return isNear
    ? `Nothing has these words. ${counted(count, 'name')} like it:`
    : counted(count, 'result')
}
