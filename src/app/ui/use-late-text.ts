import { useCallback, useLayoutEffect, useRef, type RefObject } from 'react'
import { afterPaint } from './after-paint'

interface LateText<Box> {
  box: RefObject<Box | null>
  /** What the box is to show. */
  text: string
  /** Told what was typed: after it was painted, or at once where the box is left, its form sent or the page hidden. */
  onText: (text: string) => void
}

/**
 * Leaves a text box to the browser: a letter is painted before anything of ours runs, and what is made of it follows.
 * What stood in the box before this code was there counts as typed.
 * @returns a function that tells now what has not been told yet.
 */
export const useLateText = <Box extends HTMLInputElement | HTMLTextAreaElement>({
  box,
  text,
  onText,
}: LateText<Box>): (() => void) => {
  const tell = useRef(onText)
  const known = useRef<string>(undefined)
  const takeBack = useRef<() => void>(undefined)

  const hear = useCallback(() => {
    takeBack.current?.()
    takeBack.current = undefined
    const typed = box.current?.value
    if (typed === undefined || typed === known.current) return
    known.current = typed
    tell.current(typed)
  }, [box])

  useLayoutEffect(() => {
    tell.current = onText
  })

  useLayoutEffect(() => {
    const element = box.current
    const isFirst = known.current === undefined
    known.current ??= ''
    // Newer letters are on their way, or were there before the page could hear them.
    if (element === null || takeBack.current !== undefined) return
    if (isFirst && element.value !== '') {
      hear()
      return
    }
    known.current = text
    if (element.value !== text) element.value = text
  }, [box, text, hear])

  useLayoutEffect(() => {
    const element = box.current
    if (element === null) return undefined
    const wait = () => {
      takeBack.current?.()
      takeBack.current = afterPaint(hear)
    }
    // Listened to without React: its dispatch alone takes longer than the browser's own part of a letter.
    const stop = new AbortController()
    const { signal } = stop
    element.addEventListener('input', wait, { signal })
    element.addEventListener('blur', hear, { signal })
    element.form?.addEventListener('submit', hear, { signal, capture: true })
    addEventListener('pagehide', hear, { signal })
    return () => {
      hear()
      stop.abort()
    }
  }, [box, hear])

  return hear
}
