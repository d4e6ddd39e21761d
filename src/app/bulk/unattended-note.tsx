import { holdsToken } from '../session/session'

/** What a job needs of whoever started it, where the page would forget an idle token. */
export const UnattendedNote = () =>
  holdsToken && (
    <p className="text-small text-muted">
      Nobody has to stay: the token is kept while the job runs, waits included. Leave this tab open
      and the computer awake. Paused or ended, the token is forgotten after 15 idle minutes.
    </p>
  )
