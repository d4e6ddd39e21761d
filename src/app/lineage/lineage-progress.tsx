import { useRef } from 'react'
import { apiName } from '../data/setting'
import { useStore } from '../data/use-store'
import { Button } from '../ui/button'
import { counted, grouped } from '../ui/count'
import { useFocusKept } from '../ui/use-focus-kept'
import { placeText, type LineagePlan } from './lineage-plan'
import type { LineageReading } from './lineage-readings'
import { ScrolledList } from '../ui/scrolled-list'
import type { Outcome, Reading } from './read-lists'

const countOf = ({ outcomes }: Reading, wanted: Outcome) =>
  [...outcomes.values()].filter((outcome) => outcome === wanted).length

const reasons = {
  refused: 'this token may not read it',
  failed: 'failed',
  never: 'not asked for',
} as const

/** The places whose lists are not known, each with why, in the order of the plan. */
const unreadOf = ({ below, unwanted }: LineagePlan, outcomes: Reading['outcomes']) => [
  ...below.flatMap((place) => {
    const outcome = outcomes.get(place.owner.id) ?? 'never'
    return outcome === 'read' ? [] : [{ place, why: reasons[outcome] }]
  }),
  ...unwanted.map((place) => ({ place, why: 'left out, as it comes and goes' })),
]

/** How many of the lists were read, and what can be done about the rest. */
export const LineageProgress = ({ plan, reader }: LineageReading) => {
  const reading = useStore(reader.store)
  const { status, isLimited, total, outcomes } = reading
  const [read, refused, failed] = [
    countOf(reading, 'read'),
    countOf(reading, 'refused'),
    countOf(reading, 'failed'),
  ]
  const left = plan.unwanted.length
  const isOver = status === 'done' || status === 'cancelled'
  const line = useRef<HTMLParagraphElement>(null)
  useFocusKept(() => line.current, status, { preventScroll: true })
  const said = [
    status === 'done' && `${grouped(read)} of ${counted(total, 'list')} could be read.`,
    status === 'cancelled' && ', then it was cancelled.',
    refused > 0 && ` ${grouped(refused)} this token may not read.`,
    failed > 0 && ` ${grouped(failed)} failed.`,
    status === 'paused' && isLimited && ` ${apiName} asks to wait: too many requests.`,
    status === 'paused' && !isLimited && ' Paused.',
    status === 'done' &&
      left > 0 &&
      ` ${counted(left, 'environment')} that ${left === 1 ? 'comes and goes was' : 'come and go were'} left out.`,
  ]
    .filter((part) => part !== false)
    .join('')
  const unread = isOver ? unreadOf(plan, outcomes) : []
  return (
    <div className="grid gap-2">
      <p ref={line} tabIndex={-1} className="tabular-nums">
        {status === 'done' ? said : `${grouped(outcomes.size)} of ${counted(total, 'list')}${said}`}
      </p>
      {/* Its beginning and its end are heard, not each list. */}
      <p role="status" className="sr-only">
        {status === 'running' ? 'Reading lists…' : said}
      </p>
      {unread.length > 0 && (
        <details className="text-small">
          <summary className="min-h-6 w-fit text-muted">Which were not read</summary>
          <ScrolledList label="Lists that were not read">
            {unread.map(({ place, why }) => (
              <li key={place.owner.id} className="min-h-6 wrap-anywhere">
                <bdi translate="no">{placeText(place)}</bdi>{' '}
                <span className="text-muted">{why}</span>
              </li>
            ))}
          </ScrolledList>
        </details>
      )}
      {status !== 'done' && (
        <progress
          aria-label="Lists read"
          max={total}
          value={outcomes.size}
          className="h-2 w-full accent-accent"
        />
      )}
      <div className="flex flex-wrap gap-2 empty:hidden">
        {status === 'running' && <Button onClick={reader.pause}>Pause</Button>}
        {status === 'paused' && (
          <Button kind="primary" onClick={reader.resume}>
            Go on
          </Button>
        )}
        {(status === 'running' || status === 'paused') && (
          <Button onClick={reader.cancel}>Cancel</Button>
        )}
        {status === 'done' && failed > 0 && (
          <Button onClick={reader.retry}>Read those that failed again</Button>
        )}
      </div>
    </div>
  )
}
