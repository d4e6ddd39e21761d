import { useEffect, useRef, type RefObject } from 'react'

/** Where a press takes its own button away, focus goes to a heading instead of nowhere. `stage` undefined: not begun. */
export const useFocusKept = (heading: RefObject<HTMLElement | null>, stage: string | undefined) => {
  const seen = useRef(stage)
  useEffect(() => {
    const before = seen.current
    seen.current = stage
    if (before !== undefined && before !== stage && document.activeElement === document.body)
      heading.current?.focus()
  }, [heading, stage])
}
