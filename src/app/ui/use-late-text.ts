import { useCallback, useLayoutEffect, useRef, type RefObject } from 'react'

/** Milliseconds without a letter after which what was typed is told: longer than between two letters of a fast typist. */
const pause = 160
/** The same where nothing is left of it: no letter follows from the word, and the next one has not begun. */
const shortPause = 32

interface LateText<Box> {
  boxRef: RefObject<Box | null>
  /** What the box is to show. */
  text: string
  /** Told what was typed: after a pause, or at once where its form is sent or the page hidden. */
  onText: (text: string) => void
}

/**
 * Leaves a text box to the browser: letters are painted, and nothing of ours runs before there is a pause in them.
 * What stood in the box before this code was there counts as typed.
 * @returns a function that tells now what has not been told yet.
 */
export const useLateText = <Box extends HTMLInputElement | HTMLTextAreaElement>({
  boxRef,
  text,
  onText,
}: LateText<Box>): (() => void) => {
  const tell = useRef(onText)
  const known = useRef<string>(undefined)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  const hear = useCallback(() => {
    const isNews = timer.current !== undefined
    clearTimeout(timer.current)
    timer.current = undefined
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
    if (element === null || timer.current !== undefined) return
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
      clearTimeout(timer.current)
      timer.current = setTimeout(hear, element.value === '' ? shortPause : pause)
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
