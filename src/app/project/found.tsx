import { partsFound } from '../search/parts-found'

/** A text with the words of a search marked in it. */
export const Found = ({ text, search }: { text: string; search: string }) =>
  partsFound(text, search).map((part, index) =>
    index % 2 === 0 ? (
      part
    ) : (
      // oxlint-disable-next-line react/no-array-index-key -- nothing but its place tells a part from another
      <mark key={index} className="rounded-[3px] bg-found text-ink">
        {part}
      </mark>
    ),
  )
