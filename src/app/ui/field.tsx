import type { ReactNode } from 'react'
import { cut } from './cut'
import { Glyph, problemPath } from './glyph'

interface FieldProps {
  id: string
  label: string
  /** Stands at the right of the label, such as a counter. */
  aside?: ReactNode
  hint?: ReactNode
  /** Whether the hint says that something is likely wrong. */
  isDoubtful?: boolean
  problem?: ReactNode
  /** Lies above what follows it, as with an open list. */
  raised?: boolean
  /** Below the message: warnings, things to confirm. They are read out when they come, and with the field. */
  children?: ReactNode
  /** Stands below all of it, and is nobody's warning. */
  below?: ReactNode
  /** Draws the control with the attributes that tie it to its label and messages. */
  control: (attributes: {
    id: string
    'aria-invalid': boolean
    'aria-describedby': string
  }) => ReactNode
}

// They may name what somebody else wrote.
const inBrief = (message: ReactNode) => (typeof message === 'string' ? cut(message, 500) : message)

/** A label, its control and one line for a hint or a problem, reserved so that nothing below it moves. */
export const Field = ({
  id,
  label,
  aside,
  hint,
  isDoubtful = false,
  problem,
  raised,
  children,
  below,
  control,
}: FieldProps) => {
  const invalid = problem !== undefined && problem !== null && problem !== ''
  return (
    // A stacking context: a letter here paints nothing of the other fields anew.
    <div className={`isolate grid gap-1 ${raised === true ? 'z-1' : ''}`}>
      <div className="flex items-start justify-between gap-3">
        <label htmlFor={id} className="font-semibold">
          {label}
        </label>
        {aside}
      </div>
      {control({ id, 'aria-invalid': invalid, 'aria-describedby': `${id}-message ${id}-advice` })}
      <div id={`${id}-message`} className="min-h-5 text-small wrap-anywhere">
        {invalid ? (
          <div className="flex gap-1.5 text-danger">
            <Glyph path={problemPath} className="mt-0.5" />
            <div className="min-w-0 flex-1">{inBrief(problem)}</div>
          </div>
        ) : (
          <div className={isDoubtful ? 'text-warning' : 'text-muted'}>{inBrief(hint)}</div>
        )}
      </div>
      {/* Always there, so that what comes into it is read out; without anything in it, it takes no room. */}
      <div id={`${id}-advice`} role="status" className="-mt-1 grid gap-1 *:first:mt-1">
        {children}
      </div>
      {below}
    </div>
  )
}
