import {
  useEffect,
  useEffectEvent,
  useId,
  useRef,
  useState,
  type KeyboardEvent,
  type RefObject,
} from 'react'

import { isStill } from './still-pointer'

export interface MenuItem {
  label: string
  onChoose: () => void
  /** Why it cannot be used; it then stays, says so and does nothing. */
  disabledReason?: string | undefined
  /** Whether it takes something away. */
  isDanger?: boolean
}

interface MenuProps {
  id: string
  label: string
  items: MenuItem[]
  /** Which of its items has focus at first. */
  first: 'first' | 'last'
  /** Where the pointer asked for it, in the window; undefined where it hangs on its anchor. */
  pointer: DOMRect | undefined
  /** What it hangs on. Focus goes back to where it was when the menu opened, or there where it was nowhere. */
  anchor: RefObject<HTMLElement | null>
  onClose: () => void
}

const width = 248

// Pixels between it and the edges of the window, and what it hangs on.
const [margin, gap] = [8, 4]

/** Puts a menu below its anchor, or what the pointer is at, above it, or, where it fits in neither place, at the lower edge of the window. */
const position = (menu: HTMLElement, anchor: DOMRect) => {
  const isPointer = anchor.width === 0
  const lowest = innerHeight - menu.offsetHeight - margin
  const below = anchor.bottom + gap
  const above = anchor.top - gap - menu.offsetHeight
  const top = below <= lowest ? below : above >= margin ? above : lowest
  const left = isPointer ? Math.min(anchor.left, innerWidth - width - margin) : anchor.right - width
  menu.style.left = `${Math.max(margin, left)}px`
  menu.style.top = `${Math.max(margin, top)}px`
}

/** What a button and the menu that it opens hand each other. Source: WAI-ARIA authoring practices, menu button. */
export const useMenu = () => {
  const id = useId()
  const anchor = useRef<HTMLButtonElement>(null)
  const [first, setFirst] = useState<MenuProps['first']>()
  const [pointer, setPointer] = useState<DOMRect>()
  const isOpen = first !== undefined
  const close = () => {
    setFirst(undefined)
    setPointer(undefined)
  }
  return {
    isOpen,
    /** Opens it where the pointer is. */
    openAt: ({ clientX, clientY }: { clientX: number; clientY: number }) => {
      setPointer(new DOMRect(clientX, clientY))
      setFirst((now) => now ?? 'first')
    },
    button: {
      ref: anchor,
      type: 'button',
      'aria-haspopup': 'menu',
      'aria-expanded': isOpen,
      'aria-controls': isOpen ? id : undefined,
      onClick: () => (isOpen ? close() : setFirst('first')),
      onKeyDown: (event: KeyboardEvent) => {
        if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
        event.preventDefault()
        setFirst(event.key === 'ArrowUp' ? 'last' : 'first')
      },
    },
    menu: { id, anchor, pointer, first: first ?? 'first', onClose: close },
  } as const
}

const entriesOf = (menu: HTMLElement) => [...menu.querySelectorAll<HTMLElement>('[role=menuitem]')]

/** Index of the next item after another one, or from the first one on, whose label begins with a letter. */
const nextOf = (items: readonly MenuItem[], letter: string, after: number): number | undefined => {
  if (letter.length !== 1 || letter === ' ') return undefined
  const begins = ({ label }: MenuItem) => label.toLowerCase().startsWith(letter.toLowerCase())
  const next = items.findIndex((item, index) => index > after && begins(item))
  const found = next === -1 ? items.findIndex(begins) : next
  return found === -1 ? undefined : found
}

/**
 * A menu that is open. It lies in the top layer, follows what it hangs on, and scrolls by itself where the window is too
 * low for it. It closes on Escape, Tab, a press elsewhere, or once its anchor is out of sight. A letter leads to the next
 * item that begins with it.
 */
export const Menu = ({ id, label, items, first, anchor, pointer, onClose }: MenuProps) => {
  const menu = useRef<HTMLDivElement>(null)
  const opener = useRef<HTMLElement>(undefined)
  const leave = () => {
    // Who scrolled it out of sight is not brought back, and what opened it may be taller than the window.
    const back = opener.current ?? anchor.current
    back?.focus({ preventScroll: true })
    onClose()
  }
  const leaveUnseen = useEffectEvent(() => leave())

  useEffect(() => {
    const element = menu.current
    const box = pointer ?? anchor.current?.getBoundingClientRect()
    if (element === null || box === undefined) return undefined
    const { activeElement, body } = document
    if (activeElement instanceof HTMLElement && activeElement !== body)
      opener.current = activeElement
    element.showPopover()
    position(element, box)
    entriesOf(element)
      .at(first === 'first' ? 0 : -1)
      ?.focus({ preventScroll: true })
    const follow = () => {
      const now = anchor.current?.getBoundingClientRect()
      if (now === undefined || now.bottom < 0 || now.top > innerHeight) leaveUnseen()
      else position(element, pointer ?? now)
    }
    addEventListener('scroll', follow, { passive: true })
    addEventListener('resize', follow)
    return () => {
      removeEventListener('scroll', follow)
      removeEventListener('resize', follow)
    }
  }, [anchor, pointer, first])
  const move = (event: KeyboardEvent<HTMLDivElement>) => {
    const entries = entriesOf(event.currentTarget)
    const at = entries.findIndex((entry) => entry === document.activeElement)
    const to =
      { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key] ??
      (event.ctrlKey || event.metaKey || event.altKey ? undefined : nextOf(items, event.key, at))
    event.stopPropagation()
    if (to !== undefined) {
      event.preventDefault()
      entries.at(to % entries.length)?.focus()
    } else if (event.key === 'Escape' || event.key === 'Tab') {
      event.preventDefault()
      leave()
    }
  }

  return (
    <div
      ref={menu}
      id={id}
      popover="auto"
      role="menu"
      tabIndex={-1}
      aria-label={label}
      onKeyDown={move}
      onToggle={({ newState }) => {
        if (newState === 'closed') onClose()
      }}
      style={{ width }}
      className="fixed m-0 max-h-[calc(100dvh-16px)] overflow-y-auto overscroll-contain max-w-[calc(100vw-16px)] rounded-card border border-control bg-raised p-1 text-ink shadow-lg"
    >
      {items.map(({ label: name, onChoose, disabledReason, isDanger = false }) => (
        <button
          key={name}
          type="button"
          role="menuitem"
          tabIndex={-1}
          aria-disabled={disabledReason !== undefined}
          // One item is the active one, whether a key or the pointer led there.
          onPointerMove={(event) => {
            if (!isStill(event)) event.currentTarget.focus({ preventScroll: true })
          }}
          onClick={() => {
            if (disabledReason !== undefined) return
            leave()
            onChoose()
          }}
          className={`block min-h-8 w-full rounded-small px-3 py-1.5 text-left focus:bg-sunken focus-visible:-outline-offset-2 aria-disabled:cursor-default aria-disabled:text-muted ${isDanger ? 'text-danger' : ''}`}
        >
          {name}
          {disabledReason !== undefined && (
            <span className="block text-small text-muted">{disabledReason}</span>
          )}
        </button>
      ))}
    </div>
  )
}
