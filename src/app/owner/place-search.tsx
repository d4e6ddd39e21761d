import type { ReactNode } from 'react'
import { counted } from '../ui/count'
import { exactText } from '../ui/exact-text'

// So many environments and services are looked through without a search.
const mostUnsearched = 12

interface PlaceSearchProps {
  /** How many environments and services there are to be searched. */
  count: number
  text: string
  onText: (text: string) => void
  /** How many have the text in their name. */
  found: number
  /** How many throwaway clones have it, or a service of theirs, and are not shown. */
  leftOut?: number
  /** What can be done with those that were found. */
  children?: ReactNode
}

/** A box that finds environments and services by name, where there are more than are taken in at once. */
export const PlaceSearch = ({
  count,
  text,
  onText,
  found,
  leftOut = 0,
  children,
}: PlaceSearchProps) =>
  count > mostUnsearched && (
    <div className="flex flex-wrap items-center gap-3">
      <input
        {...exactText}
        type="search"
        aria-label="Search environments and services"
        placeholder="Search environments and services"
        value={text}
        onChange={({ target }) => onText(target.value)}
        // A search is no answer to the form that it stands in.
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.preventDefault()
        }}
        className="field-box h-9 max-w-sm"
      />
      {children}
      <p role="status" className={found === 0 ? 'text-muted' : 'sr-only'}>
        {text.trim() !== '' &&
          (found === 0 ? notFoundText(leftOut) : counted(found, 'match', 'matches'))}
      </p>
    </div>
  )

const notFoundText = (leftOut: number) =>
  leftOut === 0
    ? 'No environment and no service has this in its name.'
    : `Nothing that lasts has this in its name: ${counted(leftOut, 'throwaway clone is', 'throwaway clones are')} left out.`
