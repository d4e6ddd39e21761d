/** Rows that are ticked, to do one thing to all of them. */
export interface Ticks {
  /** Of their secrets; some may not be shown, or be gone. */
  ids: ReadonlySet<string>
  /** The row from which a range is counted: the one that was ticked last. */
  from: string | undefined
}

export const noTicks: Ticks = { ids: new Set(), from: undefined }

/** Ticks a row, or no longer. */
export const toggled = ({ ids }: Ticks, id: string): Ticks => {
  const next = new Set(ids)
  if (!next.delete(id)) next.add(id)
  // With nothing left to untick, a range ticks again.
  return { ids: next, from: next.size === 0 ? undefined : id }
}

/**
 * Ticks every row from the one that was ticked last to another one; what was unticked last unticks, except itself.
 * @param shown ids of the rows in their order
 * @param context those of them that nobody asked for: no range takes one along, unless it ends there
 */
export const withRange = (
  ticks: Ticks,
  to: string,
  shown: readonly string[],
  context: ReadonlySet<string> = new Set(),
): Ticks => {
  const known = ticks.from !== undefined && shown.includes(ticks.from) ? ticks.from : undefined
  const from = known ?? to
  const [start = 0, end = 0] = [shown.indexOf(from), shown.indexOf(to)].toSorted((a, b) => a - b)
  if (start === -1) return toggled(ticks, to)
  const isOn = known === undefined || known === to || ticks.ids.has(known)
  const next = new Set(ticks.ids)
  for (const id of shown.slice(start, end + 1)) {
    if (context.has(id) && id !== from && id !== to) continue
    if (isOn) next.add(id)
    else next.delete(id)
  }
  return { ids: next, from }
}

/** Ticks all of these as well. */
export const withAll = ({ ids, from }: Ticks, shown: readonly string[]): Ticks => ({
  ids: new Set([...ids, ...shown]),
  from,
})

/** Ticks none of these any longer; what is not shown stays. */
export const withNone = ({ ids }: Ticks, shown: readonly string[]): Ticks => {
  const left = new Set(ids)
  for (const id of shown) left.delete(id)
  return { ids: left, from: undefined }
}

/** Ticks two neighbours, wherever the last range began: the next one begins at the second. */
export const withNext = ({ ids }: Ticks, id: string, next: string): Ticks => ({
  ids: new Set([...ids, id, next]),
  from: next,
})

/** How many of the rows that are shown are ticked. */
export const shownTicked = (
  { ids }: Pick<Ticks, 'ids'>,
  shown: readonly string[],
): 'all' | 'some' | 'none' => {
  if (ids.size === 0) return 'none'
  const count = shown.filter((id) => ids.has(id)).length
  return count === 0 ? 'none' : count === shown.length ? 'all' : 'some'
}
