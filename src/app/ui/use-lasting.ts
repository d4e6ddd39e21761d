import { useEffect, useState } from 'react'

/** Milliseconds within which something is done at once: to say meanwhile that it is under way would only flicker. */
const atOnce = 150

/** Whether something has been under way for so long that somebody wants to be told. */
export const useLasting = (isUnderWay: boolean): boolean => {
  const [isLasting, setLasting] = useState(false)
  useEffect(() => {
    if (!isUnderWay) return undefined
    const timer = setTimeout(setLasting, atOnce, true)
    return () => {
      clearTimeout(timer)
      setLasting(false)
    }
  }, [isUnderWay])
  return isUnderWay && isLasting
}
