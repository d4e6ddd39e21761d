import { breakable } from './breakable'
import { cut } from './cut'
import type { ReactNode } from 'react'
import { distinctName, foreignLetters } from './look-alikes'

/** A name as it stands in a sentence, a title or a label: cut, and told from others that would look the same. */
export const nameInText = (name: string): string => distinctName(cut(name))

interface NameProps {
  of: string
  /** As much of it as is drawn; as much as a sentence takes where absent. */
  shown?: string
  className?: string
  /** Whether it stays in its line: a browser would break it between its words even where white space does not wrap. */
  oneLine?: boolean
  /** Draws its letters otherwise than they are, and is told that they are a name's. */
  draw?: ((text: string, isName: true) => ReactNode) | undefined
}

/** The name of a secret or an alias, wherever it is drawn. No translator takes it for words. */
export const Name = ({
  of,
  shown,
  className = 'font-mono wrap-anywhere',
  oneLine = false,
  draw,
}: NameProps) => {
  const letters = foreignLetters(of)
  const text = shown === undefined ? nameInText(of) : distinctName(shown)
  return (
    <bdi translate="no" className={className}>
      {draw !== undefined ? draw(text, true) : oneLine ? text : breakable(text)}
      {letters !== undefined && (
        <span className="font-sans break-normal text-warning" translate="yes">
          {` (with ${letters})`}
        </span>
      )}
    </bdi>
  )
}
