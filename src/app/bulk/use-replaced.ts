import { useState } from 'react'
import { storage } from '../data/site-data'
import { usePlanInput, type TextGiven } from './plan-input'

/**
 * What a file took the place of, until it is put back. The text of the box is kept through a reload, as the box's own is;
 * one that was too long for the box, as long as the page is.
 * @param isStored whether the text of the box may be stored
 */
export const useReplaced = (
  inputId: string,
  isStored: boolean,
): [TextGiven | undefined, (replaced: TextGiven | undefined) => void] => {
  const [record] = useState(() =>
    storage('sessionStorage', `alias-console:bulk-replaced:${inputId}`),
  )
  const [given, setGiven] = usePlanInput(inputId, 'replaced')
  const [replaced, setReplaced] = useState(() => {
    const text = record.read()
    return given ?? (text === undefined ? undefined : { text, files: [] })
  })
  return [
    replaced,
    (next) => {
      setReplaced(next)
      setGiven(next)
      if (next === undefined) record.clear()
      else if (isStored) record.write(next.text)
    },
  ]
}
