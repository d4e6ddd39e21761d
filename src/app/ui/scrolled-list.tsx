import type { ReactNode } from 'react'

interface ScrolledListProps {
  /** What it lists, as its name says it. */
  label: string
  children: ReactNode
}

/** A list that takes little room however long it is, and scrolls by itself. */
export const ScrolledList = ({ label, children }: ScrolledListProps) => (
  <ul
    aria-label={label}
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the keyboard must reach what scrolls
    tabIndex={0}
    className="max-h-40 overflow-y-auto rounded-card border border-line bg-sunken px-3 py-2"
  >
    {children}
  </ul>
)
