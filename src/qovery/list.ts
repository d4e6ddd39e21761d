import * as z from 'zod/mini'
import { shown } from './record'

/** An entry of a list that is not as described. What it says of itself is text to be shown, and leads nowhere. */
export interface Unreadable {
  /**
   * unlike: not as described · repeated: the same as an entry before it · contrary: with the id of an entry before it that
   * says something else, so that one of the two is wrong.
   */
  why: 'unlike' | 'repeated' | 'contrary'
  /** What stands where its id should, in lower case; null where no text or number does. */
  id: string | null
  /** The same of its key, or of the name that it has instead. */
  name: string | null
  /** Ids that its links name, in lower case. */
  tiedTo: readonly string[]
}

/** A list of an answer, entry by entry: one that cannot be read takes no other along. */
export interface List<Item> {
  readonly results: readonly Item[]
  readonly unreadable: readonly Unreadable[]
}

/** The schema of a list. Fails only where the answer is no list at all. */
export const listOf = <Item extends z.ZodMiniType<{ id: string }>>(item: Item) =>
  z.pipe(
    z.object({ results: z.nullish(z.array(z.unknown())) }),
    z.transform(({ results: entries }): List<z.output<Item>> => {
      const results = new Map<string, z.output<Item>>()
      const unreadable: Unreadable[] = []
      for (const entry of entries ?? []) {
        const { data } = z.safeParse(item, entry)
        const before = data && results.get(data.id)
        if (data !== undefined && before === undefined) results.set(data.id, data)
        else unreadable.push({ why: whyNot(data, before), ...sayingsOf(entry) })
      }
      return { results: [...results.values()], unreadable }
    }),
  )

const whyNot = (read: unknown, before: unknown): Unreadable['why'] => {
  if (read === undefined) return 'unlike'
  // Both were made by one schema: the same fields in the same order.
  return JSON.stringify(read) === JSON.stringify(before) ? 'repeated' : 'contrary'
}

const text = z.pipe(z.union([z.string(), z.number()]), z.transform(String))
const link = shown(z.object({ id: shown(z.string()) }))
const sayings = z.object({
  id: shown(text),
  key: shown(text),
  name: shown(text),
  aliased_secret: link,
  overridden_secret: link,
})

const sayingsOf = (entry: unknown): Omit<Unreadable, 'why'> => {
  const read = z.safeParse(sayings, entry)
  if (!read.success) return { id: null, name: null, tiedTo: [] }
  const { id, key, name, aliased_secret: aliased, overridden_secret: overridden } = read.data
  return {
    id: id?.toLowerCase() ?? null,
    name: key ?? name,
    tiedTo: [aliased, overridden].flatMap((each) => each?.id?.toLowerCase() ?? []),
  }
}
