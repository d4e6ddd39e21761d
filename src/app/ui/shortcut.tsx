import { useDrawnAhead } from './use-drawn-ahead'

/** Stands beside the button of a form: the keys that send it from any of its fields. */
export const Shortcut = () => {
  const drawnAhead = useDrawnAhead()
  return (
    <span className="text-small text-muted max-sm:hidden" aria-hidden="true" translate="no">
      {!drawnAhead && /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘↵' : 'Ctrl ↵'}
    </span>
  )
}
