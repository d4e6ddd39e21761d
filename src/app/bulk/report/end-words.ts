import { counted, grouped } from '../../ui/count'
import type { JobView } from '../run/bulk-job'
import { canRetry } from '../run/can-retry'
import { countUnderWay } from '../run/job'

interface EndWords {
  tone: 'ok' | 'warning'
  title: string
  text: string
}

/** How a job ended: what happened, what exists, and what to do next. */
export const endWords = (view: Pick<JobView, 'job' | 'rows' | 'counts'>): EndWords =>
  view.job?.task === 'undo' ? undoWords(view) : createWords(view)

const createWords = ({ job, rows, counts }: Pick<JobView, 'job' | 'rows' | 'counts'>): EndWords => {
  const unsure = countUnderWay(counts)
  const failed = rows.filter((row) => canRetry(row, job?.task)).length - unsure
  const bad = failed + counts.taken + counts.disappeared
  return {
    tone: bad + unsure > 0 ? 'warning' : 'ok',
    title: `${grouped(counts.created)} created, ${grouped(counts.existed)} already there`,
    text: joined(
      bad > 0 &&
        `${grouped(failed)} did not come to be, ${grouped(counts.taken)} met a taken key, ${grouped(counts.disappeared)} disappeared meanwhile. The table says why.`,
      unsure > 0 && `${doubtOf(unsure)} Retry to find out; what exists is not sent again.`,
      bad + unsure === 0 && 'The project’s list shows every alias of the plan.',
    ),
  }
}

const undoWords = ({ counts }: Pick<JobView, 'counts'>): EndWords => {
  const unsure = countUnderWay(counts)
  const { created } = counts
  return {
    tone: created + unsure > 0 ? 'warning' : 'ok',
    title: `${grouped(counts.undone)} deleted again`,
    text: joined(
      created > 0 && `${grouped(created)} of this job’s aliases still exist; the table says why.`,
      unsure > 0 && `${doubtOf(unsure)} Go on with the undo to find out.`,
      created + unsure === 0 && 'None of this job’s aliases is left.',
    ),
  }
}

const doubtOf = (unsure: number) =>
  `The answer for ${counted(unsure, 'row')} was lost, and the project’s list could not be read, or not in full: ${unsure === 1 ? 'its alias' : 'their aliases'} may or may not exist.`

const joined = (...sentences: (string | false)[]) =>
  sentences.filter((sentence) => sentence !== false).join(' ')
