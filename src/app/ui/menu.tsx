import { useEffect, useRef, type KeyboardEvent, type RefObject } from 'react'

export interface MenuItem {
  label: string
  onChoose: () => void
  /** Why it cannot be used; it then stays, says so and does nothing. */
  obstacle?: string | undefined
}

interface MenuProps {
  label: string
  items: MenuItem[]
  /** What it hangs on. Focus goes back to where it was when the menu opened, or there where it was nowhere. */
  anchor: RefObject<HTMLElement | null>
  onClose: () => void
}

const width = 248
// Pixels between the menu and what it hangs on, and between it and the edge of the window.
const [gap, edge] = [4, 8]

/**
 * A menu that is open. It lies in the top layer, stays with what it hangs on while the page scrolls, and closes on Escape,
 * Tab, a press elsewhere, or once that has gone out of sight.
 */
export const Menu = ({ label, items, anchor, onClose }: MenuProps) => {
  const menu = useRef<HTMLDivElement>(null)
  const opener = useRef<HTMLElement>(undefined)
  const close = useRef(onClose)
  useEffect(() => {
    close.current = onClose
  })

  useEffect(() => {
    const element = menu.current
    if (element === null) return undefined
    const { activeElement, body } = document
    if (activeElement instanceof HTMLElement && activeElement !== body)
      opener.current = activeElement
    const stay = () => {
      const box = anchor.current?.getBoundingClientRect()
      if (box === undefined || box.bottom < 0 || box.top > innerHeight) close.current()
      else place(element, box)
    }
    element.showPopover()
    stay()
    element.querySelector<HTMLElement>('[role=menuitem]')?.focus({ preventScroll: true })
    addEventListener('scroll', stay, { passive: true })
    addEventListener('resize', stay)
    return () => {
      removeEventListener('scroll', stay)
      removeEventListener('resize', stay)
      // It may go along with its row, and focus with it.
      if (document.activeElement === body) opener.current?.focus({ preventScroll: true })
    }
  }, [anchor])

  const leave = () => {
    // What it hangs on is in sight, and what opened it may be taller than the window.
    const back = opener.current ?? anchor.current
    back?.focus({ preventScroll: true })
    onClose()
  }
  const move = (event: KeyboardEvent<HTMLDivElement>) => {
    const entries = [...event.currentTarget.querySelectorAll<HTMLElement>('[role=menuitem]')]
    const at = entries.findIndex((entry) => entry === document.activeElement)
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key]
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
      popover="auto"
      role="menu"
      tabIndex={-1}
      aria-label={label}
      onKeyDown={move}
      onToggle={({ newState }) => {
        if (newState === 'closed') onClose()
      }}
      style={{ width }}
      className="fixed m-0 max-h-[calc(100dvh-16px)] max-w-[calc(100vw-16px)] overflow-y-auto overscroll-contain rounded-card border border-line bg-surface p-1 text-ink shadow-lg"
    >
      {items.map(({ label: name, onChoose, obstacle }) => (
        <button
          key={name}
          type="button"
          role="menuitem"
          tabIndex={-1}
          aria-disabled={obstacle !== undefined}
          onClick={() => {
            if (obstacle !== undefined) return
            leave()
            onChoose()
          }}
          className="block min-h-8 w-full rounded-small px-3 py-1.5 text-left hover:bg-sunken focus-visible:bg-sunken focus-visible:-outline-offset-2 aria-disabled:cursor-default aria-disabled:text-muted"
        >
          {name}
          {obstacle !== undefined && (
            <span className="block text-small text-muted">{obstacle}</span>
          )}
        </button>
      ))}
    </div>
  )
}

/** Below what it hangs on, else above, else over it: one that is taller than the window scrolls by itself. */
const place = (menu: HTMLElement, anchor: DOMRect) => {
  const { offsetHeight: height } = menu
  const [below, above] = [anchor.bottom + gap, anchor.top - gap - height]
  const last = innerHeight - edge - height
  const top = below <= last ? below : above >= edge ? above : last
  menu.style.left = `${Math.max(edge, anchor.right - width)}px`
  menu.style.top = `${Math.max(edge, top)}px`
}
