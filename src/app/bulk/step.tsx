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
          // As wide as the longest of its titles: what stands beside it stays where it is.
          className="flex min-w-24 items-center gap-2 text-lead font-semibold"
        >
          <StepNumber>{number}</StepNumber>
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

const StepNumber = ({ children }: { children: number }) => (
  <span
    aria-hidden="true"
    className="grid size-5 place-items-center rounded-full border border-control text-small tabular-nums"
  >
    {children}
  </span>
)

const ahead = [
  { number: 2, title: 'Plan', about: 'What will become of each row, before anything is sent.' },
  { number: 3, title: 'Run', about: 'It can be paused, and ends in a report, with an undo.' },
]

/** The steps that are still to come. */
export const StepsAhead = ({ from }: { from: 2 | 3 }) =>
  ahead
    .filter(({ number }) => number >= from)
    .map(({ number, title, about }) => (
      <p
        key={number}
        className="flex flex-wrap items-center gap-x-3 gap-y-1 rounded-card border border-line px-4 py-2.5 text-muted"
      >
        <span className="flex min-w-24 items-center gap-2 text-lead">
          <StepNumber>{number}</StepNumber>
          {title}
        </span>
        <span className="min-w-44 flex-1">{about}</span>
      </p>
    ))
