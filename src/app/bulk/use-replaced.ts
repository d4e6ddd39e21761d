import { useState } from 'react'
import { kept } from '../data/site-data'
import { useLeftPlanning, type TextGiven } from './left-planning'

/**
 * What a file took the place of, until it is put back. The text of the box is kept through a reload, as the box's own is;
 * one that was too long for the box, as long as the page is.
 * @param isKept whether the text of the box may be stored
 */
export const useReplaced = (
  projectId: string,
  isKept: boolean,
): [TextGiven | undefined, (replaced: TextGiven | undefined) => void] => {
  const [record] = useState(() =>
    kept('sessionStorage', `alias-console:bulk-replaced:${projectId}`),
  )
  const [left, setLeft] = useLeftPlanning(projectId, 'replaced')
  const [replaced, setReplaced] = useState(() => {
    const text = record.read()
    return left ?? (text === undefined ? undefined : { text, files: [] })
  })
  return [
    replaced,
    (next) => {
      setReplaced(next)
      setLeft(next)
      if (next === undefined) record.clear()
      else if (isKept) record.write(next.text)
    },
  ]
}
