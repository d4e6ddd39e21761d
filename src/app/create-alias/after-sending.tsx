import type { Ref } from 'react'
import { Notice } from '../ui/notice'
import { ProgressNotice } from './progress-notice'
import { useSubmission } from './submission-provider'
import { UnsettledNotice } from './unsettled-notice'
import { nameInText } from '../ui/name'

/** What a submission waits for, or what became of one that made nothing to be shown. */
export const AfterSending = ({ headingRef }: { headingRef: Ref<HTMLHeadingElement> }) => {
  const state = useSubmission()
  if (state.kind === 'undone') {
    return (
      <Notice
        tone="info"
        title={`${nameInText(state.submission.request.key)} was deleted again`}
        headingRef={headingRef}
      >
        <p>The project is as it was before. What was typed for it is in the form again.</p>
      </Notice>
    )
  }
  return (
    <>
      <ProgressNotice />
      <UnsettledNotice headingRef={headingRef} />
    </>
  )
}
