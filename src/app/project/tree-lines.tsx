/** Pixels by which each level stands further in. */
export const step = 24

// Pixels between the edge of a row and its first cell: room for what ticks it.
const margin = 36

interface TreeLinesProps {
  /** How many levels the row stands below the top. */
  depth: number
  /** Levels at which a line goes on past the row, as bits: see rows.ts. */
  rails: number
  /** Whether it is the last one below its parent. */
  isLast: boolean
  /** Whether it overrides its parent, instead of pointing at it. */
  isOverride: boolean
}

/** The lines from a row to what it stands below: whole for an alias, dashed for an override. They cross the row itself. */
export const TreeLines = ({ depth, rails, isLast, isOverride }: TreeLinesProps) => {
  if (depth === 0) return null
  const passing = Array.from({ length: depth - 1 }, (_, index) => index + 1).filter(
    (level) => (rails & (1 << (level - 1))) !== 0,
  )
  return (
    <span aria-hidden="true" className="pointer-events-none">
      {passing.map((level) => (
        <span
          key={level}
          style={at(level)}
          className="absolute -top-px -bottom-px border-l border-control"
        />
      ))}
      {!isLast && (
        <span style={at(depth)} className="absolute -top-px -bottom-px border-l border-control" />
      )}
      <span
        style={at(depth)}
        className={`absolute -top-px h-[20px] w-2.5 rounded-bl-[4px] border-b border-l border-control ${isOverride ? 'border-dashed' : ''}`}
      />
    </span>
  )
}

// In the middle of the button that hides what is below.
const at = (level: number) => ({ left: margin + (level - 1) * step + step / 2 })
