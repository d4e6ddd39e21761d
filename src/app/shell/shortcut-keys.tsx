import { useEffect } from 'react'
import { useLocation } from 'wouter'
import { createIn, createPath } from '../../rules/page-paths'
import { lazyCode } from '../data/lazy-code'
import { lazyPart } from '../data/lazy-part'
import { useStore } from '../data/use-store'
import { shortcutsShown, singleKeys } from '../page/shortcuts'
import { lastOwner } from '../queries/last-owner'

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

/** What single keys do on every page: "/" searches, "c" creates, "?" tells of all of them. */
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
      if (ctrlKey || metaKey || altKey || repeat || defaultPrevented) return
      if (!Object.hasOwn(act, key) || !singleKeys.read() || isTyping(target)) return
      if (document.querySelector('dialog:modal') !== null) return
      if (act[key]?.() === true) event.preventDefault()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [navigate])

  return isShown && <ShortcutsHelp />
}
