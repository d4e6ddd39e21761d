import { counted, grouped } from '../../ui/count'
import type { Job } from '../run/job'
import type { RowCounts } from './count-rows'

interface EndWords {
  tone: 'ok' | 'info' | 'warning'
  title: string
  text: string
}

/** How a job ended: what happened, what exists, and what to do next. */
export const endWords = (
  { task, change }: Pick<Job, 'task' | 'change'>,
  counts: RowCounts,
): EndWords => {
  if (change !== undefined)
    return task === 'undo' ? undoneWords(counts) : changeWords(change, counts)
  return task === 'undo' ? undoWords(counts) : createWords(counts)
}

const createWords = (counts: RowCounts): EndWords => {
  const { unsure, unshown } = counts
  const isCancelled = countOf(counts, 'not sent') > 0
  const bad = counts.outcomes.filter(({ name }) => !told.has(name))
  const isOnlyLeftOut = bad.every(({ name }) => name === 'left out')
  return {
    tone: unsure > 0 || !isOnlyLeftOut ? 'warning' : bad.length > 0 ? 'info' : 'ok',
    title: `${isCancelled ? 'Cancelled: ' : ''}${said(counts, ['created', 'already there'])}`,
    text: joined(
      bad.length > 0 && `${listed(bad)}. The table says why.`,
      unsure > 0 && `${doubtOf(unsure)} Retry to find out; what exists is not sent again.`,
      unshown > 0 &&
        `The list could not be read at the end, or not in full: it does not confirm ${counted(unshown, 'alias', 'aliases')}.`,
      bad.length + unsure + unshown === 0 && 'The list shows every alias of the plan.',
    ),
  }
}

// What the title says, or a sentence of its own.
const told = new Set(['created', 'already there', 'not confirmed', 'outcome unknown'])

const undoWords = (counts: RowCounts): EndWords => {
  const { made, unsure } = counts
  const left = made - Math.min(made, countOf(counts, 'outcome unknown'))
  return {
    tone: left + unsure > 0 ? 'warning' : 'ok',
    title: said(counts, ['deleted', 'gone already']),
    text: joined(
      left > 0 &&
        `${grouped(left)} of this job’s aliases still ${left === 1 ? 'exists' : 'exist'}; the table says why.`,
      unsure > 0 && `${doubtOf(unsure)} Go on with the undo to find out.`,
      left + unsure === 0 && 'None of this job’s aliases is left.',
    ),
  }
}

const changed = {
  edit: ['saved'],
  repoint: ['re-pointed'],
  delete: ['deleted', 'gone already'],
} as const

const toldApart = new Set(['missing', 'not confirmed', 'outcome unknown'])

const changeWords = (change: keyof typeof changed, counts: RowCounts): EndWords => {
  const { unsure, missing, made } = counts
  const fine: readonly string[] = changed[change]
  const bad = counts.outcomes.filter(({ name }) => !fine.includes(name) && !toldApart.has(name))
  const isOnlyLeftOut = bad.every(({ name }) => name === 'left out')
  return {
    tone: unsure + missing > 0 || !isOnlyLeftOut ? 'warning' : bad.length > 0 ? 'info' : 'ok',
    title: `${countOf(counts, 'not sent') > 0 ? 'Cancelled: ' : ''}${said(counts, fine)}`,
    text: joined(
      bad.length > 0 && `${listed(bad)}. The table says why.`,
      missing > 0 && missingText(missing, 'Retry'),
      unsure > 0 && changeDoubt(unsure, 'Retry to find out: it looks first.'),
      made > 0 && `Undo can take ${made === 1 ? 'one change' : `${grouped(made)} changes`} back.`,
    ),
  }
}

const undoneWords = (counts: RowCounts): EndWords => {
  const { undone, notUndone, unsure, findable, missing, outcomes } = counts
  // What the job itself left unknown: no undo is sent for what may never have happened.
  const untold = unsure - findable
  const all = outcomes.reduce((sum, { count }) => sum + count, 0)
  const others = all - undone - notUndone - unsure - missing
  return {
    tone: notUndone + unsure + missing > 0 ? 'warning' : 'ok',
    title: `${counted(undone, 'change')} undone`,
    text: joined(
      notUndone > 0 &&
        `${counted(notUndone, 'change')} ${notUndone === 1 ? 'was' : 'were'} not undone; the table says why.`,
      missing > 0 && missingText(missing, 'Go on with the undo'),
      findable > 0 && changeDoubt(findable, 'Go on with the undo to find out.'),
      untold > 0 &&
        `The answer for ${counted(untold, 'row')} was lost before the undo, which left ${untold === 1 ? 'it' : 'them'} alone: ${untold === 1 ? 'its change' : 'their changes'} may or may not have happened. Look at ${untold === 1 ? 'it' : 'them'} in Qovery.`,
      others > 0 &&
        `${counted(others, 'row')} ${others === 1 ? 'was' : 'were'} nothing that an undo takes back.`,
      notUndone + unsure + missing + others === 0 && 'Everything is as it was before.',
    ),
  }
}

const missingText = (missing: number, button: string) =>
  `${missing === 1 ? '1 alias is' : `${grouped(missing)} aliases are`} missing now: ${missing === 1 ? 'it was' : 'they were'} deleted, and as far as is known not made again; the table says why. ${button} to bring ${missing === 1 ? 'it' : 'them'} back.`

const changeDoubt = (unsure: number, next: string) =>
  `The answer for ${counted(unsure, 'row')} was lost, and the list does not show what became of ${unsure === 1 ? 'it' : 'them'}, or could not be read. ${next}`

const countOf = ({ outcomes }: RowCounts, sought: string) =>
  outcomes.find(({ name }) => name === sought)?.count ?? 0

/** “5 created, 2 already there”; the first of the names also where there is none of it. */
const said = (counts: RowCounts, names: readonly string[]) =>
  names
    .map((name, at) => ({ name, count: countOf(counts, name), at }))
    .filter(({ count, at }) => count > 0 || at === 0)
    .map(({ name, count }) => `${grouped(count)} ${name}`)
    .join(', ')

const listed = (outcomes: RowCounts['outcomes']) =>
  outcomes.map(({ name, count }) => `${grouped(count)} ${name}`).join(', ')

const doubtOf = (unsure: number) =>
  `The answer for ${counted(unsure, 'row')} was lost, and the list does not show what became of ${unsure === 1 ? 'it' : 'them'}, or could not be read: ${unsure === 1 ? 'its alias' : 'their aliases'} may or may not exist.`

const joined = (...sentences: (string | false)[]) =>
  sentences.filter((sentence) => sentence !== false).join(' ')
