import { scopeInSentence } from '../../../rules/api-words'
import { adviseKey } from '../../../rules/alias-key'
import type { KeyAdvice, KeyContext } from '../../../rules/alias-key-problems'
import { descriptionProblem } from '../../../rules/description-problem'
import type { OwnerRef } from '../../../qovery/owner'
import type { Secret } from '../../../qovery/schema'
import type { SecretIndex } from '../../../rules/secret-index'
import { inWords } from '../../../rules/unseen'
import { ownerWord } from '../../words/owner-word'
import { matchAlias } from '../../operations/match-alias'
import { rowText, type InputRow } from '../input/input-row'
import type { FoundTarget } from './find-named-target'

export const verdicts = [
  'create',
  'exists',
  'conflict',
  'ambiguous',
  'duplicate',
  'confirm',
  'unreadable',
  'invalid',
] as const
export type Verdict = (typeof verdicts)[number]

export interface Judgement {
  verdict: Verdict
  /** Why, in a sentence; empty where nothing is to be said. */
  reason: string
  /** The secret that the row's target means. */
  secret?: Secret
  /** What an ambiguous target can mean. */
  candidates?: readonly Secret[]
}

/** Another row of the input that wants the same key. */
export interface Twin extends Pick<InputRow, 'at' | 'file'> {
  /** Its target as a person reads it. */
  target: string
  /** Whether it has the same target, by whichever name. */
  agrees: boolean
  /** Whether it stands before the row that is judged. */
  before: boolean
}

interface Circumstances {
  /** Who is to own the alias. */
  owner: Pick<OwnerRef, 'kind'>
  index: SecretIndex
  /** Names of the places within it that have a key of their own. */
  narrower: KeyContext['narrower']
  /** What the row's target was found to mean. */
  found: FoundTarget
  /** Those that tell what is wrong with the row, in their order. */
  twins: readonly Twin[]
  /** Whether somebody agreed to use a name that is advised against. */
  agreed: boolean
}

/** Says what will become of a row before anything is sent. */
export const judgeRow = (
  row: InputRow,
  { index, owner, narrower, found, twins, agreed }: Circumstances,
): Judgement => {
  if (row.problem !== undefined) return { verdict: 'invalid', reason: row.problem }
  if (found.kind === 'unfit') {
    const reason = `${found.problem}${swapHint(row, index)}`
    return { verdict: 'invalid', reason, ...(found.secret && { secret: found.secret }) }
  }
  if (found.kind === 'unreadable') return { verdict: 'unreadable', reason: found.problem }
  if (found.kind === 'ambiguous') {
    const { candidates } = found
    const reason = `${candidates.length} secrets have this key: choose one.`
    return { verdict: 'ambiguous', reason, candidates }
  }
  const { secret } = found
  const rival = rivalOf(twins)
  if (rival !== undefined) return { verdict: 'duplicate', reason: rival, secret }
  return { ...judgeKey(row, secret, { index, owner, narrower, agreed }), secret }
}

// Whoever reads “new = old” from left to right may write it the other way round.
const swapHint = ({ key, target }: InputRow, { byKey }: SecretIndex) =>
  byKey.has(key) && !byKey.has(target) ? ` ${inWords(key)} is one: the two may be swapped.` : ''

// Rows that agree are sent once, by the first of them; rows that contradict each other are not sent at all.
const rivalOf = (twins: readonly Twin[]) => {
  const other = twins.find(({ agrees }) => !agrees)
  if (other !== undefined)
    return `${capital(rowText(other))} gives the same key to ${other.target}: keep one of the two.`
  const first = twins.find(({ before }) => before)
  return first === undefined ? undefined : `The same as ${rowText(first)}, which is sent once.`
}

const capital = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1)

const judgeKey = (
  { key, description }: InputRow,
  target: Secret,
  {
    index,
    owner,
    narrower,
    agreed,
  }: Pick<Circumstances, 'index' | 'owner' | 'narrower' | 'agreed'>,
): Judgement => {
  const existing = existingFor(key, target, { index, owner })
  if (existing !== undefined) return existing
  const problem = descriptionProblem(description)
  if (problem !== undefined) return { verdict: 'invalid', reason: problem }
  const advice = adviseKey(key, { targetKey: target.key, owner, taken: index, narrower })
  const saying = (level: KeyAdvice['level']) =>
    advice
      .filter((each) => each.level === level)
      .map(({ message }) => message)
      .join(' ')
  const blocked = saying('block')
  if (blocked !== '') return { verdict: 'invalid', reason: blocked }
  const doubts = saying('confirm')
  if (doubts !== '' && !agreed) return { verdict: 'confirm', reason: doubts }
  return { verdict: 'create', reason: saying('warn') }
}

/** What the list says of the key, by the same rule that confirms a lost answer. */
const existingFor = (
  key: string,
  target: Secret,
  { index, owner }: Pick<Circumstances, 'index' | 'owner'>,
): Judgement | undefined => {
  const match = matchAlias(
    { owner, key, secretId: target.id, existingBefore: null, askedAt: 0 },
    index,
  )
  if (match.kind === 'absent') return undefined
  if (match.kind === 'unreadable')
    return {
      verdict: 'unreadable',
      reason: `An entry of the ${ownerWord(owner)}’s list has the key ${key} and could not be read.`,
    }
  if (match.kind !== 'taken')
    return { verdict: 'exists', reason: `${key} points at ${target.key} already.` }
  const { aliased_secret: aliased, scope } = match.secret
  const what = aliased ? `and points at ${aliased.key}` : 'and is no alias'
  return {
    verdict: 'conflict',
    reason: `${key} exists at ${scopeInSentence(scope)} scope ${what}. Choose another key.`,
  }
}
