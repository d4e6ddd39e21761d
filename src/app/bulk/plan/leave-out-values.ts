import type { OwnerRef } from '../../../qovery/owner'
import type { SecretIndex } from '../../../rules/secret-index'
import { counted } from '../../ui/count'
import type { InputRow } from '../input/input-row'
import type { Reading } from '../input/reading'
import { describesValue, saysMore } from '../input/says-value'
import { holdsSecret, isNameShaped } from '../input/secret-values'
import { tidyName } from '../input/tidy-name'
import { ownerWord } from '../../words/owner-word'
import { keyAlike, secretsNamed } from './find-named-target'

/**
 * Whether what is written where the name of a secret belongs may be the value of one: no secret is called so, and it does
 * not look like a name either.
 */
export const mayBeValue = (written: string, index: SecretIndex): boolean => {
  const name = tidyName(written)
  if (name === '' || isNameShaped(name)) return false
  return secretsNamed(written, index).length === 0 && keyAlike(name, index) === undefined
}

/** Whether a row may hold the value of a secret. Behind no “=”, anything may stand: it is told by its shape alone. */
const rowMayHoldValue = (row: InputRow, index: SecretIndex): boolean =>
  mayBeValue(row.target, index) ||
  [row.key, row.environment, row.service].some((text) => holdsSecret(text ?? '')) ||
  // A name is one word.
  (/\s/.test(row.key) && saysMore(row.key))

/** Whether what was read of a text may hold the value of a secret anywhere. */
export const mayHoldValues = (
  { rows, holdsValues }: Pick<Reading, 'rows' | 'holdsValues'>,
  index: SecretIndex,
): boolean => holdsValues || rows.some((row) => rowMayHoldValue(row, index) || isDescribed(row))

/** Whether the description of a row may say the value of a secret. */
const isDescribed = ({ description }: InputRow) =>
  description !== null && (holdsSecret(description) || describesValue(description))

interface Kept {
  rows: InputRow[]
  /** What is left out, in words; undefined where nothing is. */
  note: string | undefined
}

/**
 * Leaves out the rows that may hold values of secrets instead of names, and descriptions that may say one. Where there is
 * such a row, there may be others that look like names: what no secret is called is not shown then either, but for the line
 * and the alias.
 */
export const leaveOutValues = (
  rows: readonly InputRow[],
  index: SecretIndex,
  owner: Pick<OwnerRef, 'kind'> = { kind: 'project' },
): Kept => {
  const kept = leaveOutRows(rows, index, owner)
  const described = kept.rows.filter(isDescribed)
  if (described.length === 0) return kept
  const note = `${counted(described.length, 'description')} left out, neither shown nor sent, since ${described.length === 1 ? 'it' : 'each'} may say the value of a secret: ${linesOf(described)}.`
  return {
    rows: kept.rows.map((row) => (isDescribed(row) ? { ...row, description: null } : row)),
    note: kept.note === undefined ? note : `${kept.note} ${note}`,
  }
}

const leaveOutRows = (
  rows: readonly InputRow[],
  index: SecretIndex,
  owner: Pick<OwnerRef, 'kind'>,
): Kept => {
  const left = rows.filter((row) => rowMayHoldValue(row, index))
  if (left.length === 0) return { rows: [...rows], note: undefined }
  const leaves = new Set(left)
  return {
    rows: rows.filter((row) => !leaves.has(row)).map((row) => withoutUnknown(row, index, owner)),
    note: `${counted(left.length, 'row')} left out, neither shown nor stored, since ${left.length === 1 ? 'it looks like the value of a secret, not its name' : 'they look like values of secrets, not their names'}: ${linesOf(left)}.`,
  }
}

const linesOf = (rows: readonly InputRow[]) => {
  const [first] = rows
  const rest = rows.length > 1 ? ` and ${rows.length - 1} more` : ''
  return `line ${first?.at}${first?.file === undefined ? '' : ` of ${first.file}`}${rest}`
}

const withoutUnknown = (
  row: InputRow,
  index: SecretIndex,
  owner: Pick<OwnerRef, 'kind'>,
): InputRow => {
  if (row.problem !== undefined) return { ...row, key: '', target: '' }
  if (row.target === '' || secretsNamed(row.target, index).length > 0) return row
  return { ...row, target: '', problem: unknown(owner) }
}

/** A row as it may be stored: what no secret is called, and does not look like a name, may be the value of one. */
export const withoutValue = <Row extends { target: string; secret?: unknown }>(row: Row): Row =>
  row.secret === undefined && row.target !== '' && !isNameShaped(tidyName(row.target))
    ? { ...row, target: '' }
    : row

const unknown = (owner: Pick<OwnerRef, 'kind'>) =>
  `The ${ownerWord(owner)}’s list has no secret with the name that stands here. It is not shown, since this text holds values.`
