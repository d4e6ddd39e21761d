import { usePrerendered } from './use-prerendered'

/** Whether this machine has a ⌘ key, which does there what Ctrl does elsewhere. */
export const isApple = (): boolean => /Mac|iPhone|iPad/.test(navigator.userAgent)

/** Whether a letter is pressed with Ctrl, or with ⌘ where that takes its place, and with nothing else. */
export const isCommand = (
  letter: string,
  { key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent,
): boolean =>
  key.toLowerCase() === letter &&
  !altKey &&
  !shiftKey &&
  (isApple() ? metaKey && !ctrlKey : ctrlKey && !metaKey)

/** Stands beside the button of a form: the keys that send it from any of its fields. */
export const Shortcut = () => {
  const prerendered = usePrerendered()
  return (
    <span className="text-small text-muted max-sm:hidden" aria-hidden="true" translate="no">
      {!prerendered && isApple() ? '⌘↵' : 'Ctrl ↵'}
    </span>
  )
}
