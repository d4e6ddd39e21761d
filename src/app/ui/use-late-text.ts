import { useCallback, useLayoutEffect, useRef, type RefObject } from 'react'
import { afterPaint } from './after-paint'

interface LateText<Box> {
  boxRef: RefObject<Box | null>
  /** What the box is to show. */
  text: string
  /** Told what was typed: once that is painted, or at once where its form is sent or the page hidden. */
  onText: (text: string) => void
}

/**
 * Leaves a text box to the browser: a letter is painted before anything of ours runs. What stood in the box before this
 * code was there counts as typed.
 * @returns a function that tells now what has not been told yet.
 */
export const useLateText = <Box extends HTMLInputElement | HTMLTextAreaElement>({
  boxRef,
  text,
  onText,
}: LateText<Box>): (() => void) => {
  const tell = useRef(onText)
  const known = useRef<string>(undefined)
  /** Takes back what waits for a letter to be painted. */
  const stopWaiting = useRef<() => void>(undefined)

  const hear = useCallback(() => {
    const isNews = stopWaiting.current !== undefined
    stopWaiting.current?.()
    stopWaiting.current = undefined
    const typed = boxRef.current?.value
    // Also where it reads as before: somebody typed the same again.
    if (typed === undefined || (typed === known.current && !isNews)) return
    known.current = typed
    tell.current(typed)
  }, [boxRef])

  useLayoutEffect(() => {
    tell.current = onText
  })

  useLayoutEffect(() => {
    const element = boxRef.current
    const isFirst = known.current === undefined
    known.current ??= ''
    // Newer letters are on their way, or were there before the page could hear them.
    if (element === null || stopWaiting.current !== undefined) return
    if (isFirst && element.value !== '') {
      hear()
      return
    }
    known.current = text
    if (element.value !== text) element.value = text
  }, [boxRef, text, hear])

  useLayoutEffect(() => {
    const element = boxRef.current
    if (element === null) return undefined
    const wait = () => {
      stopWaiting.current ??= afterPaint(hear)
    }
    // Listened to without React: its dispatch alone takes longer than the browser's own part of a letter.
    const stop = new AbortController()
    const { signal } = stop
    element.addEventListener('input', wait, { signal })
    // Not when it is left: what is told can move the button on which a press has begun.
    element.form?.addEventListener('submit', hear, { signal, capture: true })
    addEventListener('pagehide', hear, { signal })
    return () => {
      hear()
      stop.abort()
    }
  }, [boxRef, hear])

  return hear
}
