import { exactText } from '../ui/exact-text'

// So many environments and services are looked through without a search.
const mostUnsearched = 12

interface PlaceSearchProps {
  /** How many environments and services there are to be searched. */
  count: number
  text: string
  onText: (text: string) => void
}

/** A box that finds environments and services by name, where there are more than are taken in at once. */
export const PlaceSearch = ({ count, text, onText }: PlaceSearchProps) =>
  count > mostUnsearched && (
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
  )
