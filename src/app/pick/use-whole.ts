import {
  useCallback,
  useLayoutEffect,
  useRef,
  useState,
  type RefObject,
  type SyntheticEvent,
} from 'react'

/**
 * Keeps all of a box selected that holds a name, so that a letter takes its place: one added to it would be no name.
 * `select` does so once what is put into the box stands there.
 */
export const useWhole = (input: RefObject<HTMLInputElement | null>, name: string | undefined) => {
  const isWhole = useRef(false)
  const [asked, setAsked] = useState(0)
  // A name that comes while all of the box is selected is selected as well.
  useLayoutEffect(() => {
    const box = input.current
    if (isWhole.current && box === document.activeElement && box?.value === name) box?.select()
  }, [name, input])
  useLayoutEffect(() => {
    if (asked === 0 || input.current !== document.activeElement) return
    input.current?.select()
    isWhole.current = true
  }, [asked, input])
  return {
    select: useCallback(() => setAsked((count) => count + 1), []),
    onSelect: ({ currentTarget }: SyntheticEvent<HTMLInputElement>) => {
      const { selectionStart, selectionEnd, value } = currentTarget
      isWhole.current = value !== '' && selectionStart === 0 && selectionEnd === value.length
    },
  }
}
