import { Link } from 'wouter'
import { ownerPath } from '../../rules/page-paths'
import { forgetChosenRows, type ChosenRows } from '../change/chosen-rows'
import { Button } from '../ui/button'
import { counted } from '../ui/count'
import { Notice } from '../ui/notice'

interface ChosenWaitsProps {
  chosen: ChosenRows
  /** Undefined as long as the job is not over. */
  onShow: (() => void) | undefined
}

/** Says that rows were chosen in a list, and are planned once the job that is shown is over. */
export const ChosenWaits = ({ chosen, onShow }: ChosenWaitsProps) => {
  const count = chosen.of.reduce((sum, { ids }) => sum + ids.length, 0)
  return (
    <Notice tone="info" title={`${counted(count, 'chosen row')} ${count === 1 ? 'waits' : 'wait'}`}>
      <p>
        {onShow === undefined
          ? 'Nothing was done to them yet. A project has one job at a time: their plan can be made once this one is over.'
          : 'Nothing was done to them yet. Their plan can be made now.'}
      </p>
      <div className="flex flex-wrap gap-2">
        {onShow !== undefined && <Button onClick={onShow}>Show their plan</Button>}
        <Button onClick={forgetChosenRows}>Drop them</Button>
      </div>
    </Notice>
  )
}

/** Says that there is a report of an earlier job, which goes when the next one begins. */
export const ReportWaits = ({ onShow }: { onShow: () => void }) => (
  <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-small text-muted">
    The report of the earlier job, and its undo, are kept until this one begins.
    <button type="button" className="link min-h-6" onClick={onShow}>
      Show the report
    </button>
  </p>
)

/** Says where the secrets come from that are picked already. */
export const ChosenLine = ({ chosen }: { chosen: ChosenRows }) => (
  <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-small text-muted">
    What you selected in the list is picked below: say how its aliases are to be called.
    <Link className="link" href={ownerPath(chosen.at)}>
      Back to the list
    </Link>
    <button type="button" className="link min-h-6" onClick={forgetChosenRows}>
      Begin without it
    </button>
  </p>
)
