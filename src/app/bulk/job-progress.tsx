import { grouped } from '../ui/count'
import { sayDuration } from './plan/estimate'
import { limitWords } from './request-words'
import type { JobView } from './run/bulk-job'

/** How far a job is, and about how long it will take; once it has ended, how far it came. */
export const JobProgress = ({ view }: { view: JobView }) => {
  const { counts, rows, pace, phase } = view
  const left = counts.underWay
  // What was cancelled or left out is over, and not done.
  const notSent = counts.outcomes
    .filter(({ name }) => name === 'not sent' || name === 'left out')
    .reduce((sum, { count }) => sum + count, 0)
  const done = rows.length - left - (phase.kind === 'ended' ? notSent : 0)
  const share = rows.length === 0 ? 0 : Math.floor((done / rows.length) * 100)
  const words = `${grouped(done)} of ${grouped(rows.length)} rows done`
  return (
    <div className="grid gap-1.5">
      <div className="flex flex-wrap justify-between gap-x-4 text-small tabular-nums">
        <span>{words}</span>
        <span className="text-muted">
          {phase.kind === 'running' && pace > 0 && left > 0
            ? `${sayDuration(left / pace)} left${limitWords(left)}`
            : ''}
        </span>
      </div>
      <div
        role="progressbar"
        aria-label="Rows done"
        aria-valuenow={share}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuetext={words}
        className="h-2 overflow-hidden rounded-full border border-line bg-sunken"
      >
        <div className="h-full bg-accent" style={{ width: `${share}%` }} />
      </div>
      {/* Read out a quarter at a time: each row would be noise. */}
      <p role="status" className="sr-only">
        {phase.kind === 'running' ? `${Math.floor(share / 25) * 25} percent` : ''}
      </p>
    </div>
  )
}
