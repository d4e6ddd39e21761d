import { useEffect, useRef } from 'react'
import { forgetProgress } from '../data/job-progress'
import { Notice } from '../ui/notice'
import { endWords } from './report/end-words'
import type { JobView } from './run/bulk-job'

interface EndedNoticeProps {
  view: JobView
  /** Whether the end of the job is news. */
  takesFocus: boolean
}

/** How a job ended. */
export const EndedNotice = ({ view, takesFocus }: EndedNoticeProps) => {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (takesFocus) heading.current?.focus()
  }, [takesFocus])
  // What every other page would tell is told here.
  useEffect(() => forgetProgress(view.projectId), [view.projectId])
  const { tone, title, text } = endWords(view.job ?? { task: 'create' }, view.counts)
  return (
    <Notice tone={tone} title={title} headingRef={heading}>
      <p>{text}</p>
    </Notice>
  )
}
