import { buttonShape } from './button'

interface DisabledButtonProps {
  /** Id of what says why it cannot be used. */
  reasonId: string
  children: string
}

/** A button that cannot be used: it stays where it is, says why, and does nothing. */
export const DisabledButton = ({ reasonId, children }: DisabledButtonProps) => (
  <button
    type="button"
    aria-disabled
    aria-describedby={reasonId}
    className={`${buttonShape} cursor-default border-line bg-surface text-muted`}
  >
    {children}
  </button>
)
