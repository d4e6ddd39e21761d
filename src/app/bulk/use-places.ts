import { useState } from 'react'
import type { Owner } from '../../qovery/owner'
import { useOwnerChain } from '../owner/owner-chain'
import { ownerWord } from '../words/owner-word'
import type { Place } from './plan/place'
import { storedPlaces } from './stored-places'

/** The place that a page is about. */
export const usePlaceHere = (owner: Owner): Place => {
  const [, ...within] = useOwnerChain(owner)
  const names = within.map((each) => each.name ?? `this ${ownerWord(each.owner)}`)
  return { owner, name: names.length === 0 ? undefined : names.join(' / ') }
}

/** Where a page's aliases are to be, kept through a reload as its text is; undefined: as the page suggests. */
export const usePlaces = (
  inputId: string,
): [readonly Place[] | undefined, (places: readonly Place[]) => void] => {
  const [record] = useState(() => storedPlaces(inputId))
  const [chosen, setChosen] = useState(record.read)
  return [
    chosen,
    (next) => {
      record.write(next)
      setChosen(next)
    },
  ]
}
