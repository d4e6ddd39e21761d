import { meaningsOf } from './alias-key-meanings'
import {
  builtIn,
  keyProblems,
  othersWith,
  type KeyAdvice,
  type KeyContext,
} from './alias-key-problems'
import { asciiUpperCase, foldKey } from './fold-key'

/**
 * What can be said about a name before it is sent, most severe first; a name that cannot be used gets no further
 * advice. Qovery's API itself takes any string: this is about what deployments and people make of it.
 */
export const adviseKey = (key: string, context: KeyContext = {}): KeyAdvice[] => {
  const reasons = keyProblems(key, context)
  const isBlocked = reasons.some(({ level }) => level === 'block')
  return isBlocked ? reasons : [...reasons, ...warning(key, context)]
}

const warning = (key: string, context: KeyContext): KeyAdvice[] => {
  const { sourceKey, taken } = context
  const advice: KeyAdvice[] = []
  const warn = (code: string, message: string, names: readonly string[] = []) =>
    advice.push({ level: 'warn', code, message, names })
  if (othersWith(key, context).some(({ scope }) => scope === builtIn))
    warn('overrides-built-in', 'A built-in variable has this key: the alias will override it.')
  const alike = sourceKey !== undefined && foldKey(sourceKey) === foldKey(key) ? [sourceKey] : []
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
  for (const { code, message } of meaningsOf(key)) warn(code, message)
  if (asciiUpperCase(key) !== key)
    warn(
      'lower-case',
      `Has lower-case letters: names are case sensitive, and ${asciiUpperCase(key)} is another one.`,
      [asciiUpperCase(key)],
    )
  return advice
}
