import { memo, type ReactNode, type Ref } from 'react'
import { RelationDrawing, type RelationDrawingProps } from './relation-drawing'

export interface AliasPanelProps {
  label: string
  heading: ReactNode
  headingRef?: Ref<HTMLHeadingElement> | undefined
  /** Stands at the right of the heading. */
  aside?: ReactNode
  /** Stands between the heading and the drawing. */
  notice?: ReactNode
  drawing: RelationDrawingProps
  /** Stands below the drawing. */
  below?: ReactNode
  /** Stands below the panel. */
  after?: ReactNode
}

/** An alias, planned or made, as a picture. One that is made becomes so in place: its picture stays where it was. */
export const AliasPanel = memo(
  ({ label, heading, headingRef, aside, notice, drawing, below, after }: AliasPanelProps) => (
    <section aria-label={label} className="grid min-w-0 gap-3">
      <div className="panel grid min-w-0 gap-3 p-4">
        <div className="flex min-h-6 flex-wrap items-start justify-between gap-x-4 gap-y-1">
          <h2
            ref={headingRef}
            tabIndex={-1}
            className={`flex min-w-0 gap-2 font-semibold ${drawing.state === 'made' ? 'text-lead' : 'text-small text-muted'}`}
          >
            {heading}
          </h2>
          {aside}
        </div>
        {notice}
        <RelationDrawing {...drawing} />
        {below}
      </div>
      {after}
    </section>
  ),
)
