import { grouped } from '../ui/count'
import { sayDuration } from './plan/estimate'
import { limitWords } from './request-words'
import type { JobView } from './run/bulk-job'

/** How far a job is, and about how long it will take; once it has ended, how far it came. */
export const JobProgress = ({ view }: { view: JobView }) => {
  const { counts, pace, phase } = view
  const { toSend, underWay: left, unsure } = counts
  // What was cancelled is over, and not done; of what is not certain nobody knows.
  const notSent = counts.outcomes.find(({ name }) => name === 'not sent')?.count ?? 0
  const done = toSend - left - unsure - notSent
  const share = toSend === 0 ? 0 : Math.floor((done / toSend) * 100)
  const words = [
    `${grouped(done)} of ${grouped(toSend)} rows done`,
    ...(unsure === 0 ? [] : [`${grouped(unsure)} not certain`]),
    ...(notSent === 0 ? [] : [`${grouped(notSent)} not sent`]),
  ].join(', ')
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
