import '../app.css'
import { useEffect, useRef, useState } from 'react'
import { Link } from 'wouter'
import { AliasPanel, type AliasPanelProps } from '../review/alias-panel'
import { useSession } from '../session/session'
import { afterPaint } from '../ui/after-paint'
import { moveFocus } from '../ui/move-focus'
import { useDrawnAhead } from '../ui/use-drawn-ahead'
import { AfterSending } from './after-sending'
import { createdAlias } from './created-alias'
import { OpenSubmissions } from './open-submissions'
import { usePlannedAlias } from './planned-alias'
import { useSubmission, useSubmissionActions } from './submission-provider'
import type { SubmissionState } from './submissions'
import { Name } from '../ui/name'

const idle: SubmissionState = { kind: 'idle' }

/** The right-hand side: what will be made, or what became of the last submission. */
export const OutcomePanel = () => <Outcome planned={usePlannedAlias()} />

// Apart: an outcome works nothing of the plan out.
const Outcome = ({ planned }: { planned: () => AliasPanelProps }) => {
  const submission = useSubmission()
  const { ready } = useSession()
  const sent = useDrawnAhead() ? idle : submission
  const { undone } = useSubmissionActions()
  const heading = useFocusOnOutcome(sent)
  // What Qovery gave out of a secret goes from the screen with the token, and comes back with one.
  const isMade = sent.kind === 'done' && sent.outcome.kind === 'created'
  const state = isMade && !ready ? idle : sent
  const created =
    state.kind === 'done' && state.outcome.kind === 'created'
      ? { submission: state.submission, alias: state.outcome.secret, isPast: state.isPast }
      : undefined
  return (
    <div className="isolate grid min-w-0 gap-3">
      <OpenSubmissions />
      {state.kind !== 'idle' && created === undefined && <AfterSending headingRef={heading} />}
      <AliasPanel
        {...(created === undefined || created.isPast
          ? planned()
          : createdAlias({ ...created, headingRef: heading, onUndone: undone }))}
      />
      {created?.isPast === true && (
        <p className="text-small text-muted">
          Created before:{' '}
          <Link
            className="link"
            href={`/project/${created.submission.projectId}/secret/${created.alias.id}`}
          >
            <Name of={created.alias.key} />
          </Link>
        </p>
      )}
    </div>
  )
}

/** Focus follows an outcome that arrives, not one that was there when the page was opened. */
const useFocusOnOutcome = (state: SubmissionState) => {
  const heading = useRef<HTMLHeadingElement>(null)
  const [openedWith] = useState(state)
  const focused = useRef(openedWith)
  useEffect(() => {
    if (state === focused.current) return undefined
    focused.current = state
    if (state.kind !== 'done' && state.kind !== 'undone') return undefined
    // Focus scrolls, and so lays the page out: the outcome is seen first.
    return afterPaint(() => moveFocus(heading.current))
  }, [state])
  return heading
}
