import { counted, grouped } from '../../ui/count'
import type { Job } from '../run/job'
import type { RowCounts } from './count-rows'

interface EndWords {
  tone: 'ok' | 'info' | 'warning'
  title: string
  text: string
}

/** How a job ended: what happened, what exists, and what to do next. */
export const endWords = (task: Job['task'], counts: RowCounts): EndWords =>
  task === 'undo' ? undoWords(counts) : createWords(counts)

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
