import { useState } from 'react'
import { Link } from 'wouter'
import { useDrawnAhead } from '../ui/use-drawn-ahead'
import { AfterSending } from './after-sending'
import { Preview } from './preview'
import { useSubmissions, type SubmissionState } from './submission-provider'

const idle: SubmissionState = { kind: 'idle' }

/** The right-hand side: the preview, or what became of the last submission. */
export const OutcomePanel = () => {
  const submissions = useSubmissions()
  const state = useDrawnAhead() ? idle : submissions.state
  const [openedWith] = useState(state)
  const created =
    state.kind === 'done' && state.outcome.kind === 'created' ? state.outcome.secret : undefined
  const isPast = state.kind === 'done' && state.isPast
  const showsResult = created !== undefined && !isPast
  return (
    <div className="isolate grid min-w-0 gap-3">
      {state.kind !== 'idle' && (created === undefined || showsResult) && (
        <AfterSending openedWith={openedWith} />
      )}
      {!showsResult && <Preview />}
      {state.kind === 'done' && created !== undefined && isPast && (
        <p className="text-small text-muted">
          Created before:{' '}
          <Link
            className="link font-mono break-all"
            href={`/project/${state.submission.projectId}/secret/${created.id}`}
          >
            {created.key}
          </Link>
        </p>
      )}
    </div>
  )
}
