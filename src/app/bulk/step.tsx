import { useId, type ReactNode, type Ref } from 'react'

interface StepProps {
  number: number
  title: string
  /** Said beside the title; all that is left of a step that is done. */
  summary?: ReactNode
  /** What can still be done with a step that is done. */
  action?: ReactNode
  headingRef?: Ref<HTMLHeadingElement>
  children?: ReactNode
}

/** One of the page's three steps: open, or one line when it is done. */
export const Step = ({ number, title, summary, action, headingRef, children }: StepProps) => {
  const heading = useId()
  return (
    <section aria-labelledby={heading} className="panel min-w-0">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2.5">
        <h2
          id={heading}
          ref={headingRef}
          tabIndex={-1}
          className="flex items-center gap-2 text-lead font-semibold"
        >
          <span
            aria-hidden="true"
            className="grid size-5 place-items-center rounded-full border border-control text-small tabular-nums"
          >
            {number}
          </span>
          {title}
        </h2>
        <div className="min-w-44 flex-1 text-muted">{summary}</div>
        {action}
      </div>
      {children !== undefined && (
        <div className="grid gap-4 border-t border-line p-4">{children}</div>
      )}
    </section>
  )
}
