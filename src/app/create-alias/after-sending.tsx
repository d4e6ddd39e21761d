import '../app.css'
import { useEffect, useRef } from 'react'
import { afterPaint } from '../ui/after-paint'
import { AliasAsCode } from '../alias-as-code'
import { UndoButton } from '../change/undo-button'
import { Result } from '../review/result'
import { Notice } from '../ui/notice'
import { ProgressNotice } from './progress-notice'
import { useSubmissions, type SubmissionState } from './submission-provider'
import { UnsettledNotice } from './unsettled-notice'

/** What became of the last submission, or what it waits for. Loaded beside the form, not before it. */
export const AfterSending = ({ openedWith }: { openedWith: SubmissionState }) => {
  const { state, undone } = useSubmissions()
  const heading = useRef<HTMLHeadingElement>(null)
  const focused = useRef(openedWith)

  // Focus follows an outcome that arrives, not one that was there when the page was opened.
  useEffect(() => {
    if (state === focused.current) return undefined
    focused.current = state
    if (state.kind !== 'done' && state.kind !== 'undone') return undefined
    // Focus scrolls, and so lays the page out: the outcome is seen first.
    return afterPaint(() => heading.current?.focus())
  }, [state])

  if (state.kind === 'undone') {
    return (
      <Notice
        tone="info"
        title={`${state.submission.request.key} was deleted again`}
        headingRef={heading}
      >
        <p>The project is as it was before. The form is free for the next alias.</p>
      </Notice>
    )
  }
  if (state.kind !== 'done' || state.outcome.kind !== 'created') {
    return (
      <>
        <ProgressNotice />
        <UnsettledNotice headingRef={heading} />
      </>
    )
  }
  const { submission, outcome } = state
  const { secret } = outcome
  return (
    <Result
      alias={secret}
      title="created"
      address={
        new URL(`/project/${submission.projectId}/secret/${secret.id}`, location.origin).href
      }
      headingRef={heading}
      actions={<UndoButton projectId={submission.projectId} alias={secret} onUndone={undone} />}
      after={<AliasAsCode projectId={submission.projectId} alias={secret} level={3} />}
    >
      {secret.key !== submission.request.key && (
        <Notice tone="warning" title="The server chose another key">
          <p>
            {submission.request.key} was sent, and {secret.key} was created. Use the key that was
            created, or delete it.
          </p>
        </Notice>
      )}
    </Result>
  )
}
