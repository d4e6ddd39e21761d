import type { MouseEvent as PressEvent } from 'react'

interface RowTickProps {
  name: string
  checked: boolean
  /** Told whether all rows from the last one on are meant. */
  onTick: (isRange: boolean) => void
}

/** Ticks a row. The keyboard does so from the list itself, which keeps focus when this is pressed. */
export const RowTick = ({ name, checked, onTick }: RowTickProps) => (
  // As large as a finger needs it, where there is room only for a box.
  // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- hears where its box is pressed
  <label
    onMouseDown={keepFocus}
    className="absolute top-0 left-0 flex h-9 w-9 items-center justify-center max-sm:h-10"
  >
    <input
      type="checkbox"
      tabIndex={-1}
      aria-label={`Select ${name}`}
      checked={checked}
      onChange={({ nativeEvent }) =>
        onTick(nativeEvent instanceof MouseEvent && nativeEvent.shiftKey)
      }
      className="tick"
    />
  </label>
)

/** A row that is scrolled away would take focus along. With Shift, no text is to be marked. */
const keepFocus = (event: PressEvent) => {
  event.preventDefault()
  event.currentTarget.closest<HTMLElement>('[role=treegrid]')?.focus({ preventScroll: true })
}
