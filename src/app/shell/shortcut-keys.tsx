import { useEffect } from 'react'
import { useLocation } from 'wouter'
import { createIn, createPath } from '../../rules/page-paths'
import { lazyCode } from '../data/lazy-code'
import { lazyPart } from '../data/lazy-part'
import { useStore } from '../data/use-store'
import { shortcutsShown, singleKeys } from '../page/shortcuts'
import { lastOwner } from '../queries/last-owner'
import { isCommand } from '../ui/shortcut'

const ShortcutsHelp = lazyPart(
  lazyCode(() => import('../page/shortcuts-help')),
  (code) => code.ShortcutsHelp,
)

// Where a letter is a letter, or belongs to what is open.
const isTyping = (target: EventTarget | null) =>
  target instanceof Element &&
  target.closest(
    'input:not([type=checkbox], [type=radio]), textarea, select, dialog, [role=menu]',
  ) !== null

const agreedAt = ({ dataset }: HTMLElement) => Number(dataset['undo'])

/** Presses the Undo of what was done last, where a notice offers one. @returns whether one does */
const undoLast = () => {
  const offered = [...document.querySelectorAll<HTMLElement>('[data-undo]')]
  const last = offered.toSorted((one, other) => agreedAt(one) - agreedAt(other)).at(-1)
  last?.click()
  return last !== undefined
}

/** What keys do on every page: "/" searches, "c" creates, "?" tells of all of them, and Ctrl or ⌘ with Z undoes. */
export const PageKeys = () => {
  const [, navigate] = useLocation()
  const isShown = useStore(shortcutsShown)

  useEffect(() => {
    const act: Record<string, () => boolean> = {
      '/': () => {
        const box = document.querySelector<HTMLElement>('main [data-search]')
        box?.focus()
        return box !== null
      },
      c: () => {
        const owner = lastOwner.read()
        navigate(owner === undefined ? createPath : createIn(owner))
        return true
      },
      '?': () => {
        shortcutsShown.write(true)
        return true
      },
    }
    const press = (event: KeyboardEvent) => {
      const { key, ctrlKey, metaKey, altKey, repeat, defaultPrevented, target } = event
      if (repeat || defaultPrevented || isTyping(target)) return
      if (document.querySelector('dialog:modal') !== null) return
      if (isCommand('z', event)) {
        if (undoLast()) event.preventDefault()
        return
      }
      if (ctrlKey || metaKey || altKey || !Object.hasOwn(act, key) || !singleKeys.read()) return
      if (act[key]?.() === true) event.preventDefault()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [navigate])

  return isShown && <ShortcutsHelp />
}
