import { lazy, Suspense, useState } from 'react'
import { Link } from 'wouter'
import { untilLoaded } from '../until-loaded'
import { begun, onceBegun } from './load-late'
import { useSubmissions } from './submission-provider'

const AfterSending = lazy(async () => ({ default: (await untilLoaded(onceBegun)).AfterSending }))

// Drawn ahead, and alive once there is something to preview. Always the same element, so that nothing above it asks
// React to draw it anew before its code is there.
const Preview = lazy(async () => {
  await begun
  return { default: (await untilLoaded(onceBegun)).Preview }
})
const preview = (
  <Suspense>
    <Preview />
  </Suspense>
)

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
      {!showsResult && preview}
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
