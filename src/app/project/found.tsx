import { partsFound } from '../search/parts-found'
import { breakable } from '../ui/breakable'

interface FoundProps {
  text: string
  search: string
  /** Whether the text is a name, which breaks between its words. */
  isName?: boolean | undefined
}

/** A text with the words of a search marked in it. */
export const Found = ({ text, search, isName = false }: FoundProps) => {
  let end = 0
  return partsFound(text, search).map((part, index) => {
    const from = end
    end += part.length
    const drawn = isName ? breakable(text, from, end) : part
    return index % 2 === 0 ? (
      drawn
    ) : (
      // oxlint-disable-next-line react/no-array-index-key -- nothing but its place tells a part from another
      <mark key={index} className="rounded-[3px] bg-found text-ink">
        {drawn}
      </mark>
    )
  })
}
