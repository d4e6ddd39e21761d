import { useState } from 'react'
import * as z from 'zod/mini'
import type { Owner } from '../../qovery/owner'
import { owner as ownerShape } from '../../qovery/schema'
import { useOwnerChain } from '../owner/owner-chain'
import { ownerWord } from '../words/owner-word'
import { storage } from '../data/site-data'
import type { Place } from './plan/place'

const places = z.array(z.object({ owner: ownerShape, name: z.optional(z.string()) }))

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
  const [record] = useState(() => storage('sessionStorage', `alias-console:bulk-places:${inputId}`))
  const [chosen, setChosen] = useState<readonly Place[] | undefined>(() =>
    z
      .safeParse(places, record.readJson())
      .data?.map((place): Place => ({ owner: place.owner, name: place.name })),
  )
  return [
    chosen,
    (next) => {
      record.write(JSON.stringify(next))
      setChosen(next)
    },
  ]
}
