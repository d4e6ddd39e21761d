import { useState, type ReactNode } from 'react'
import { grouped } from './count'
import { cut } from './cut'

interface LongTextProps {
  text: string
  /** What of it is drawn unasked. */
  shortened?: string
  /** Where its button stands. */
  className?: string
  /** Draws as much of it as is given. */
  children: (shown: string) => ReactNode
}

/** UTF-16 units of a text that are drawn unasked: more than the 255 code points that Qovery takes as a description can be. */
const unasked = 600
/** The same of a line of code, which may hold such a description and what surrounds it. */
const unaskedOfLine = 1000

/**
 * A text of any length, of which the beginning is drawn, and all of it on demand: 100,000 characters without a space take
 * Firefox seconds to lay out.
 */
export const LongText = ({
  text,
  shortened = cut(text, unasked),
  className = '',
  children,
}: LongTextProps) => {
  const [whole, setWhole] = useState(false)
  if (shortened === text) return children(text)
  return (
    <>
      {children(whole ? text : shortened)}
      <button
        type="button"
        aria-expanded={whole}
        onClick={() => setWhole(!whole)}
        className={`link block text-small ${className}`}
      >
        {whole ? 'Show the beginning' : `Show all ${grouped(text.length)} characters`}
      </button>
    </>
  )
}

/** The same of text in lines, of which each may be long. */
export const shortenLines = (text: string): string =>
  // Only at the start of a line: from each of its letters on it would be read once more.
  text.replaceAll(/^[^\n]{1001,}/gm, (line) => cut(line, unaskedOfLine))
