import { unattendedLimit } from '../session/idle'
import { holdsToken } from '../session/session'

const hours = unattendedLimit / 3_600_000

/** What a job needs of whoever started it, where the page could forget its token meanwhile. */
export const RunsAlone = () =>
  holdsToken && (
    <p className="text-small text-muted">
      Nobody has to stay: while the job runs, its token is kept until this page was left alone for{' '}
      {hours} hours. Leave this tab open and the computer awake.
    </p>
  )
