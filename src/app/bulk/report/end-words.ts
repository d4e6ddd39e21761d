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
  const { unsure } = counts
  const isCancelled = countOf(counts, 'not sent') > 0
  const bad = counts.outcomes.filter(({ name }) => !told.has(name))
  const isOnlyLeftOut = bad.every(({ name }) => name === 'left out')
  return {
    tone: unsure > 0 || !isOnlyLeftOut ? 'warning' : bad.length > 0 ? 'info' : 'ok',
    title: `${isCancelled ? 'Cancelled: ' : ''}${said(counts, ['created', 'already there'])}`,
    text: joined(
      bad.length > 0 && `${listed(bad)}. The table says why.`,
      unsure > 0 && `${doubtOf(unsure)} Retry to find out; what exists is not sent again.`,
      bad.length + unsure === 0 && 'The list shows every alias of the plan.',
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
      left > 0 && `${grouped(left)} of this job’s aliases still exist; the table says why.`,
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

const changeWords = (change: keyof typeof changed, counts: RowCounts): EndWords => {
  const { unsure, made } = counts
  const fine: readonly string[] = changed[change]
  const bad = counts.outcomes.filter(
    ({ name }) => !fine.includes(name) && name !== 'not confirmed' && name !== 'outcome unknown',
  )
  const isOnlyLeftOut = bad.every(({ name }) => name === 'left out')
  return {
    tone: unsure > 0 || !isOnlyLeftOut ? 'warning' : bad.length > 0 ? 'info' : 'ok',
    title: `${countOf(counts, 'not sent') > 0 ? 'Cancelled: ' : ''}${said(counts, fine)}`,
    text: joined(
      bad.length > 0 && `${listed(bad)}. The table says why.`,
      unsure > 0 && changeDoubt(unsure, 'Retry to find out: it looks first.'),
      made > 0 && `Undo can take ${made === 1 ? 'one change' : `${grouped(made)} changes`} back.`,
    ),
  }
}

const undoneWords = ({ undone, notUndone, unsure, outcomes }: RowCounts): EndWords => {
  const others = outcomes.reduce((sum, { count }) => sum + count, 0) - undone - notUndone
  return {
    tone: notUndone > 0 ? 'warning' : 'ok',
    title: `${counted(undone, 'change')} undone`,
    text: joined(
      notUndone > unsure &&
        `${counted(notUndone - unsure, 'change')} ${notUndone - unsure === 1 ? 'was' : 'were'} not undone; the table says why.`,
      unsure > 0 && changeDoubt(unsure, 'Go on with the undo to find out.'),
      others > 0 &&
        `${counted(others, 'row')} ${others === 1 ? 'was' : 'were'} nothing that an undo takes back.`,
      notUndone + others === 0 && 'Everything is as it was before.',
    ),
  }
}

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
