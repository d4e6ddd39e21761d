import { usePrerendered } from './use-prerendered'

/** Stands beside the button of a form: the keys that send it from any of its fields. */
export const Shortcut = () => {
  const prerendered = usePrerendered()
  return (
    <span className="text-small text-muted max-sm:hidden" aria-hidden="true" translate="no">
      {!prerendered && /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘↵' : 'Ctrl ↵'}
    </span>
  )
}
