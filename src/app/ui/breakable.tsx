import { Fragment, type ReactNode } from 'react'

/** Characters of a name that breaks between its words: a hostile one would be thousands of elements. */
const longest = 200

/** Where a name has the beginning of a word that `_`, `-` or `.` joins to the one before it. */
const wordStarts = (name: string) =>
  Array.from(name.matchAll(/(?<=[^_.-][_.-]+)(?=[^_.\-\p{M}])/gu), ({ index }) => index)

/**
 * A part of a name which, where its line is too short, goes on with a word in the next one rather than with a letter. That it
 * may, an element says: a character would be copied and read out with the name.
 */
export const breakable = (name: string, from = 0, to = name.length): ReactNode => {
  const starts = name.length > longest ? [] : wordStarts(name).filter((at) => at >= from && at < to)
  if (starts.length === 0) return name.slice(from, to)
  const [first = to] = starts
  return [
    name.slice(from, first),
    ...starts.map((at, index) => (
      <Fragment key={at}>
        <wbr />
        {name.slice(at, starts[index + 1] ?? to)}
      </Fragment>
    )),
  ]
}
