import { useCombobox } from 'downshift'
import {
  useCallback,
  useDeferredValue,
  useEffect,
  useEffectEvent,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import type { VirtualizerHandle } from 'virtua'
import { findId, findPlaceIds } from '../../rules/console-link'
import { counted, grouped } from '../ui/count'
import { beginningAt, fixedReducer, floatingReducer } from './combobox-state'
import type { Option } from './option'
import { OptionList } from './option-list'
import { popupId, type PickerProps } from './pick-field'
import { recent } from './recent'
import { optionNamed, searchOptions } from './search-options'

interface ComboboxProps extends PickerProps {
  kind: 'project' | 'secret' | 'place'
  options: readonly Option[]
  /** How many more there are that could not be read. */
  unread: number
  /** Said instead of the list where there is none yet, or none at all. */
  message: string | undefined
  /** Whether the list stands in its place all the time, as in a dialog, which would cut off what opens over it. */
  isFixed?: boolean
}

/** The list of a box: opened by typing, by the arrows or by a click; searched; operated by keyboard and pointer. */
export const Combobox = (props: ComboboxProps) => {
  const {
    id,
    kind,
    query,
    chosen,
    opening,
    input,
    behaviour,
    onOpen,
    onActive,
    onPick,
    onOptions,
    options,
    message,
    unread,
  } = props
  const { isFixed = false } = props
  const [used, setUsed] = useState(recent.read)
  useEffect(() => {
    if (options.length > 0) onOptions()
  }, [options, onOptions])
  // The letter is painted first; the list follows when there is time.
  const searched = useDeferredValue(query)
  const itemsFor = useCallback(
    (text: string) => {
      const wanted = isFixed ? idIn(text, kind) : undefined
      // A tree is walked as it stands; words find the best of it first.
      if (kind === 'place') return text.trim() === '' ? [...options] : searchOptions(options, text)
      return wanted === undefined
        ? searchOptions(options, text, used)
        : options.filter((option) => option.id === wanted)
    },
    [options, used, isFixed, kind],
  )
  const items = useMemo(() => itemsFor(searched), [itemsFor, searched])

  const chosenId = query === '' ? idIn(chosen, kind) : undefined
  const indexOfChosen = () => {
    if (chosenId === undefined) return -1
    const found = searched === query ? items : itemsFor(query)
    return found.findIndex((option) => option.id === chosenId)
  }

  const pick = (option: Option | undefined | null) => {
    if (!option || option.disabledReason !== undefined) return
    if (kind !== 'place') setUsed(recent.add(option.id))
    onPick(option.id)
  }

  const { isOpen, highlightedIndex, getInputProps, getMenuProps, getItemProps, ...list } =
    useCombobox({
      items,
      inputId: id,
      menuId: popupId(id),
      labelId: `${id}-label`,
      getItemId: (index) => optionId(id, index),
      itemToString: (option) => option?.name ?? '',
      inputValue: query,
      selectedItem: null,
      ...(isFixed ? { isOpen: true } : { initialIsOpen: opening !== undefined }),
      ...(opening === 'arrow' ? { initialHighlightedIndex: 0 } : {}),
      // Without a search, the arrow that opens the list says where to begin.
      ...(query === '' ? {} : { defaultHighlightedIndex: 0 }),
      // The list scrolls itself: it draws only what is seen.
      scrollIntoView: () => undefined,
      stateReducer: beginningAt(indexOfChosen, isFixed ? fixedReducer : floatingReducer),
      onSelectedItemChange: ({ selectedItem }) => pick(selectedItem),
    })
  const { ref, onKeyDown, onClick, onBlur } = getInputProps({}, { suppressRefError: true })
  useLayoutEffect(() => {
    if (typeof ref === 'function') ref(input.current)
  }, [ref, input])

  // The list is drawn before it is opened, so that opening only shows it; where it was left, it does not begin again.
  const rows = useRef<VirtualizerHandle>(null)
  const at = useRef(-1)
  useLayoutEffect(() => {
    at.current = highlightedIndex
    if (!isOpen || items.length === 0 || highlightedIndex < 0) return
    rows.current?.scrollToIndex(highlightedIndex, { align: 'nearest' })
  }, [isOpen, items, highlightedIndex])
  useLayoutEffect(() => {
    // Another list begins at its beginning; one that a pointer leaves stays where it is.
    if (!isOpen || items.length === 0 || at.current >= 0) return
    rows.current?.scrollToIndex(0, { align: 'nearest' })
  }, [isOpen, items])
  // Opening begins at what is chosen: that is drawn before, too.
  const showChosen = useEffectEvent(() => {
    const index = indexOfChosen()
    if (index >= 0) rows.current?.scrollToIndex(index, { align: 'nearest' })
  })
  useEffect(() => {
    if (!isOpen && items.length > 0 && chosenId !== undefined) showChosen()
  }, [isOpen, items, chosenId])
  // A list that comes while it is open begins as one that was there.
  const isThere = options.length > 0
  const beginLate = useEffectEvent(() => {
    const index = isOpen && !isFixed ? indexOfChosen() : -1
    if (index >= 0) list.setHighlightedIndex(index)
  })
  useLayoutEffect(() => {
    if (isThere) beginLate()
  }, [isThere])

  const active =
    isOpen && highlightedIndex >= 0 && highlightedIndex < items.length
      ? optionId(id, highlightedIndex)
      : undefined
  useLayoutEffect(() => {
    onOpen(isOpen)
    onActive(active)
  }, [isOpen, active, onOpen, onActive])

  const isId = (text: string) => idIn(text, kind) !== undefined
  useImperativeHandle(behaviour, () => ({
    isId,
    onText: (text) => {
      // An id or a link is taken as it is: there is nothing to choose.
      if (!isId(text)) {
        list.openMenu()
        list.setHighlightedIndex(text === '' ? -1 : 0)
      } else list.closeMenu()
    },
    onKeyDown: (event) => {
      const { key } = event
      const named = key === 'Enter' && query !== '' ? optionNamed(options, query) : undefined
      // Whoever wrote its whole name means it, and is told why it cannot be, as after leaving the box.
      if (named?.disabledReason !== undefined && !isFixed && highlightedIndex <= 0) {
        event.preventDefault()
        list.closeMenu()
        onPick(named.id)
        return
      }
      // Enter on a list that has not caught up with the letters takes what these letters mean.
      const isBehind = searched !== query
      if (key === 'Enter' && isOpen && (isBehind || (query !== '' && highlightedIndex < 0))) {
        const first =
          query === '' ? itemsFor(query)[highlightedIndex] : searchOptions(options, query, used)[0]
        // What is there all the time leaves to the form around it what is no choice.
        if (first === undefined && isFixed) return
        event.preventDefault()
        if (first?.disabledReason === undefined) {
          list.closeMenu()
          list.setHighlightedIndex(-1)
        }
        pick(first)
        return
      }
      // Escape has nothing to close here: it is the dialog's.
      const isIdle = key === 'Escape' || (key === 'Enter' && items[highlightedIndex] === undefined)
      if (isFixed && isIdle) return
      // It leads back out of the list, and chooses nothing.
      if (key === 'ArrowUp' && event.altKey) list.closeMenu()
      // The last of what these letters mean, which the list may not show yet.
      else if (isBehind && leadsToLast(key, isOpen, highlightedIndex)) {
        event.preventDefault()
        list.openMenu()
        list.setHighlightedIndex(itemsFor(query).length - 1)
      }
      // The caret moves: what is read out is the box again.
      else if (key === 'ArrowLeft' || key === 'ArrowRight') list.setHighlightedIndex(-1)
      else onKeyDown?.(event)
    },
    onClick: (event) => onClick?.(event),
    onBlur: (event) => onBlur?.(event),
    idOf: (name) => optionNamed(options, name)?.id,
  }))

  return (
    <div
      role="presentation"
      data-open={isOpen}
      // Focus stays in the box, also when the list is scrolled with the pointer.
      onMouseDown={(event) => event.preventDefault()}
      className={`overflow-hidden rounded-card border border-control bg-surface contain-content ${isFixed ? fixed : floating}`}
    >
      <OptionList
        label={labels[kind]}
        getMenuProps={getMenuProps}
        items={items}
        handle={rows}
        highlightedIndex={highlightedIndex}
        chosenId={chosenId}
        getItemProps={getItemProps}
      />
      <p role="status" className="px-3 py-1.5 text-small text-muted">
        {isOpen ? (message ?? count(items.length, options.length, { kind, unread })) : ''}
      </p>
    </div>
  )
}

const labels = { project: 'Projects', secret: 'Secrets', place: 'Places' }

const leadsToLast = (key: string, isOpen: boolean, highlightedIndex: number) =>
  (key === 'End' && isOpen) || (key === 'ArrowUp' && (!isOpen || highlightedIndex <= 0))

const idIn = (text: string, kind: ComboboxProps['kind']) =>
  kind === 'place' ? findPlaceIds(text)[0]?.id : findId(text, kind)

const floating =
  'absolute inset-x-0 top-full z-10 mt-1 floating data-[open=false]:invisible data-[open=false]:h-0'
const fixed = 'flex h-full flex-col justify-between'

const optionId = (id: string, index: number) => `${id}-choice-${index}`

const count = (found: number, all: number, { kind, unread }: { kind: string; unread: number }) => {
  const others = unread === 0 ? '' : `, and ${grouped(unread)} that could not be read`
  const anId = 'An ID or a link is taken as well.'
  if (all === 0) return `There is no ${kind} here${others}. ${anId}`
  if (found === 0) return `No ${kind} has all of these words${others}. ${anId}`
  return (
    (found === all ? counted(all, kind) : `${grouped(found)} of ${counted(all, kind)}`) + others
  )
}
