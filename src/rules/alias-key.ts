import { meaningsOf } from './alias-key-meanings'
import {
  builtIn,
  keyProblems,
  othersWith,
  type KeyAdvice,
  type KeyContext,
} from './alias-key-problems'
import { inWords } from './unseen'
import { asciiUpperCase, foldKey } from './fold-key'

/**
 * What can be said about a name before it is sent, most severe first; a name that cannot be used gets no further
 * advice. Qovery's API itself takes any string: this is about what deployments and people make of it.
 */
export const adviseKey = (key: string, context: KeyContext): KeyAdvice[] => {
  const reasons = keyProblems(key, context)
  const isBlocked = reasons.some(({ level }) => level === 'block')
  return isBlocked ? reasons : [...reasons, ...warning(key, context)]
}

/** Where a narrower place has the key: what the deployments there use is its own. */
const hiddenWithin = (places: readonly string[]): string => {
  const [first = '', ...others] = places
  const named =
    others.length > 1
      ? `${first} and ${others.length} other places`
      : [first, ...others].join(' and ')
  const isOne = places.length === 1
  return `${named} already ${isOne ? 'has' : 'have'} this key, of the lists read so far, and will keep using ${isOne ? 'its' : 'their'} own.`
}

const warning = (key: string, context: KeyContext): KeyAdvice[] => {
  const { targetKey, taken } = context
  const advice: KeyAdvice[] = []
  const warn = (code: string, message: string, names: readonly string[] = []) =>
    advice.push({ level: 'warn', code, message, names })
  if (othersWith(key, context).some(({ scope }) => scope === builtIn))
    warn('overrides-built-in', 'A built-in secret has this key: the alias will override it.')
  const alike = targetKey !== undefined && foldKey(targetKey) === foldKey(key) ? [targetKey] : []
  const listed = (taken?.alike.get(foldKey(key)) ?? []).filter(
    (other) => othersWith(other, context).length > 0,
  )
  const near = [...alike, ...listed].find((other) => other !== key)
  if (near !== undefined)
    warn(
      'near-key',
      `Differs from ${near} only by case or by “-” and “_”: the two are easily confused.`,
      [near],
    )
  const places = [...new Set(context.narrower?.(key))].map(inWords)
  if (places.length > 0) warn('hidden-within', hiddenWithin(places), places)
  for (const { code, message } of meaningsOf(key)) warn(code, message)
  if (asciiUpperCase(key) !== key)
    warn(
      'lower-case',
      'Has lower-case letters: names are case sensitive, and the same in capitals is another one.',
    )
  return advice
}
