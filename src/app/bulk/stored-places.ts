import * as z from 'zod/mini'
import { owner } from '../../qovery/schema'
import { storage } from '../data/site-data'
import type { Place } from './plan/place'

const shape = z.array(z.object({ owner, name: z.optional(z.string()) }))

/** Where a page's aliases are to be, kept through a reload as its text is; undefined: as the page suggests. */
export const storedPlaces = (inputId: string) => {
  const record = storage('sessionStorage', `alias-console:bulk-places:${inputId}`)
  return {
    read: (): readonly Place[] | undefined =>
      z
        .safeParse(shape, record.readJson())
        .data?.map((place): Place => ({ owner: place.owner, name: place.name })),
    write: (places: readonly Place[]) => record.write(JSON.stringify(places)),
    clear: record.clear,
  }
}
