import { useEffect, useRef } from 'react'
import { forgetProgress } from '../data/job-progress'
import { Notice } from '../ui/notice'
import { endWords } from './report/end-words'
import type { JobView } from './run/bulk-job'

interface EndedNoticeProps {
  view: JobView
  /** What was shown before; the same where its report was there when the page was opened. */
  before: JobView['phase']['kind']
}

/** How a job ended. */
export const EndedNotice = ({ view, before }: EndedNoticeProps) => {
  const heading = useRef<HTMLHeadingElement>(null)
  // What another tab came to is heard, and takes focus from nothing that somebody does here.
  const isElsewhere = before === 'elsewhere'
  const takesFocus = before !== 'ended' && !isElsewhere
  useEffect(() => {
    if (takesFocus) heading.current?.focus()
  }, [takesFocus])
  // What every other page would tell is told here.
  useEffect(() => forgetProgress(view.projectId), [view.projectId])
  const { tone, title, text } = endWords(view.job ?? { task: 'create' }, view.counts)
  return (
    <Notice tone={tone} title={title} headingRef={heading} live={isElsewhere}>
      <p>{text}</p>
    </Notice>
  )
}
