import { useEffect, useRef } from 'react'

/**
 * Where a press takes its own button away, focus goes to a heading instead of nowhere.
 * @param stage what the press changes; undefined: not begun
 */
export const useFocusKept = (
  heading: () => HTMLElement | null | undefined,
  stage: string | undefined,
  options?: FocusOptions,
) => {
  const seen = useRef(stage)
  useEffect(() => {
    const before = seen.current
    seen.current = stage
    if (before !== undefined && before !== stage && document.activeElement === document.body)
      heading()?.focus(options)
  })
}
