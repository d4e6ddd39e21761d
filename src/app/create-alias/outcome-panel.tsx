import { lazy, Suspense, useState } from 'react'
import { Link } from 'wouter'
import { Preview } from './preview'
import { useSubmissions } from './submission-provider'

// Asked for at once, so that it is there before anybody can press the button.
const loading = import('./after-sending')
const AfterSending = lazy(async () => ({ default: (await loading).AfterSending }))

/** The right-hand side: the preview, or what became of the last submission. */
export const OutcomePanel = ({ begunNext }: { begunNext: boolean }) => {
  const { state } = useSubmissions()
  const [openedWith] = useState(state)
  const created =
    state.kind === 'done' && state.outcome.kind === 'created' ? state.outcome.secret : undefined
  const showsResult = created !== undefined && !begunNext
  return (
    <div className="grid min-w-0 gap-3">
      {state.kind !== 'idle' && (created === undefined || showsResult) && (
        <Suspense>
          <AfterSending openedWith={openedWith} />
        </Suspense>
      )}
      {!showsResult && <Preview />}
      {state.kind === 'done' && created !== undefined && begunNext && (
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
