import type { Secret } from '../../qovery/schema'
import { findId } from '../../qovery/console-link'
import { sameId } from '../outcome/same-secret'

/** The one secret that a typed key, id or link means, or why it is none. */
export const findTarget = (
  typed: string,
  sources: readonly Secret[],
): { secret: Secret } | { problem: string } => {
  const id = findId(typed, 'secret')
  const text = typed.trim()
  const found = sources.filter((each) =>
    id === undefined ? each.key === text : sameId(each.id, id),
  )
  const [only, ...more] = found
  if (text === '') return { problem: 'Say what it is to point at.' }
  if (only === undefined)
    return { problem: 'No secret of this project that can have an alias has this key or ID.' }
  if (more.length > 0)
    return { problem: `${found.length} secrets have this key. Give the ID of the one you mean.` }
  return { secret: only }
}
