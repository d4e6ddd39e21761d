import { adviseKey } from '../../../qovery/alias-key'
import type { KeyAdvice } from '../../../qovery/alias-key-obstacles'
import { codePoints, descriptionMaxLength } from '../../../qovery/limits'
import type { Secret } from '../../../qovery/schema'
import { matchAlias } from '../../outcome/match-alias'
import type { InputRow } from '../input/input-row'
import { findSource } from './find-source'
import type { SecretIndex } from './secret-index'

export const verdicts = [
  'create',
  'exists',
  'conflict',
  'ambiguous',
  'duplicate',
  'confirm',
  'invalid',
] as const
export type Verdict = (typeof verdicts)[number]

export interface Judgement {
  verdict: Verdict
  /** Why, in a sentence; empty where nothing is to be said. */
  reason: string
  /** The secret that the row's source means. */
  secret?: Secret
  /** What an ambiguous source can mean. */
  candidates?: readonly Secret[]
}

/** Another row of the input that wants the same key. */
export interface Twin {
  at: number
  source: string
  /** Whether it stands before the row that is judged. */
  before: boolean
}

interface Circumstances {
  index: SecretIndex
  /** Those that tell what is wrong with the row, in their order. */
  twins: readonly Twin[]
  /** Whether somebody agreed to use a name that is advised against. */
  agreed: boolean
}

/** Says what will become of a row before anything is sent. */
export const judgeRow = (row: InputRow, { index, twins, agreed }: Circumstances): Judgement => {
  if (row.problem !== undefined) return { verdict: 'invalid', reason: row.problem }
  const found = findSource(row.source, index)
  if (found.kind === 'unfit') return { verdict: 'invalid', reason: found.problem }
  if (found.kind === 'ambiguous') {
    const { candidates } = found
    const reason = `${candidates.length} secrets have this key: choose one.`
    return { verdict: 'ambiguous', reason, candidates }
  }
  const { secret: source } = found
  const rival = rivalOf(row, twins)
  if (rival !== undefined) return { verdict: 'duplicate', reason: rival, secret: source }
  return { ...judgeKey(row, source, { index, agreed }), secret: source }
}

// Rows that agree are sent once, by the first of them; rows that contradict each other are not sent at all.
const rivalOf = ({ source }: InputRow, twins: readonly Twin[]) => {
  const other = twins.find((twin) => twin.source !== source)
  if (other !== undefined)
    return `Row ${other.at} gives the same key to ${other.source}: keep one of the two.`
  const first = twins.find(({ before }) => before)
  return first === undefined ? undefined : `The same as row ${first.at}, which is sent once.`
}

const judgeKey = (
  { key, description }: InputRow,
  source: Secret,
  { index, agreed }: Pick<Circumstances, 'index' | 'agreed'>,
): Judgement => {
  const holder = holderOf(key, source, index)
  if (holder !== undefined) return holder
  if (codePoints(description ?? '') > descriptionMaxLength) {
    const reason = `The description is longer than ${descriptionMaxLength} characters.`
    return { verdict: 'invalid', reason }
  }
  const advice = adviseKey(key, { sourceKey: source.key, taken: index.keys })
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

/** What the list says of the key, by the same rule that settles a lost answer. */
const holderOf = (key: string, source: Secret, { byKey }: SecretIndex): Judgement | undefined => {
  const match = matchAlias(
    { request: { key }, secretId: source.id, holdersBefore: null, sentAt: 0 },
    byKey.get(key) ?? [],
  )
  if (match.kind === 'absent') return undefined
  if (match.kind !== 'taken')
    return { verdict: 'exists', reason: `${key} points at ${source.key} already.` }
  const { aliased_secret: target, scope } = match.secret
  const what = target ? `and points at ${target.key}` : 'and is no alias'
  return {
    verdict: 'conflict',
    reason: `${key} exists at ${scope} scope ${what}. Choose another key.`,
  }
}
