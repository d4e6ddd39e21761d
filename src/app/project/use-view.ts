import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import { fromSearch, toSearch, type View } from '../relations/view'

// Milliseconds without a letter. Nobody waits for the address, and Safari refuses to change it more than a hundred times
// in ten seconds.
const pause = 240

/**
 * What of the list is asked for. The address holds it, so that it can be sent to somebody; a search counts as soon as it is
 * typed, and the address follows when the typing pauses.
 */
export const useView = () => {
  const [path, navigate] = useLocation()
  const asked = useSearch()
  // Counts as long as the address is the one at which it was typed.
  const [typed, setTyped] = useState<{ at: string; search: string }>()
  const unwritten = useRef<string>(undefined)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  const written = fromSearch(asked)
  const searched = typed?.at === asked ? typed.search : written.search
  const others = toSearch({ ...written, search: '' })
  // The same before and after the address follows: the rows are drawn once.
  const view = useMemo(
    (): View => ({ ...fromSearch(others), search: searched }),
    [others, searched],
  )

  /** The view at this moment, for an event. */
  const current = useCallback((): View => {
    const inAddress = fromSearch(location.search)
    return unwritten.current === undefined ? inAddress : { ...inAddress, search: unwritten.current }
  }, [])

  const show = useCallback(
    (change: Partial<View>) => {
      const search = toSearch({ ...current(), ...change })
      clearTimeout(timer.current)
      unwritten.current = undefined
      setTyped(undefined)
      navigate(search === '' ? path : `${path}?${search}`, { replace: true })
    },
    [current, navigate, path],
  )

  const type = useCallback(
    (search: string) => {
      setTyped({ at: asked, search })
      unwritten.current = search
      clearTimeout(timer.current)
      timer.current = setTimeout(() => show({}), pause)
    },
    [asked, show],
  )

  /** Writes now into the address what was typed. */
  const settle = useCallback(() => {
    if (unwritten.current !== undefined) show({})
  }, [show])

  useEffect(() => () => clearTimeout(timer.current), [])
  return { view, current, show, type, settle }
}
