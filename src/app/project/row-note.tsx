import { useEffect, useLayoutEffect, useRef } from 'react'
import { NamedText } from '../ui/named-text'
import { rowId } from './secret-row'

/** Something said in passing of a secret, such as why a key did nothing. */
export interface Note {
  secretId: string
  text: string
  /** Names that stand in it. */
  names?: readonly string[]
}

interface RowNoteProps {
  note: Note | undefined
  /** Called when somebody goes on: at the next key or press, or when the row leaves the page. */
  onDone: () => void
}

// Pixels between a row and its note.
const gap = 4

/** Says a note aloud, and shows it at its row wherever that is: a line above the list may be screens away. */
export const RowNote = ({ note, onDone }: RowNoteProps) => {
  const box = useRef<HTMLParagraphElement>(null)

  useLayoutEffect(() => {
    const element = box.current
    if (note === undefined || element === null) return undefined
    const position = () => {
      const row = document.getElementById(rowId(note.secretId))?.getBoundingClientRect()
      if (row === undefined) return onDone()
      const below = row.bottom + gap + element.offsetHeight <= innerHeight
      // At its end: keys, the next row's as well, stand at the beginning.
      element.style.right = `${document.documentElement.clientWidth - row.right + 12}px`
      element.style.top = `${below ? row.bottom + gap : row.top - gap - element.offsetHeight}px`
    }
    position()
    addEventListener('scroll', position, { passive: true })
    addEventListener('resize', position)
    return () => {
      removeEventListener('scroll', position)
      removeEventListener('resize', position)
      element.style.right = ''
      element.style.top = ''
    }
  }, [note, onDone])

  useEffect(() => {
    if (note === undefined) return undefined
    // Heard before the key is acted on, so that what it says next stays.
    addEventListener('keydown', onDone, true)
    addEventListener('pointerdown', onDone, true)
    return () => {
      removeEventListener('keydown', onDone, true)
      removeEventListener('pointerdown', onDone, true)
    }
  }, [note, onDone])

  return (
    <p
      ref={box}
      role="status"
      className={
        note === undefined
          ? 'sr-only'
          : 'fixed z-20 max-w-[min(560px,calc(100vw-56px))] rounded-card border border-control bg-surface px-3 py-1.5 text-small wrap-anywhere shadow-lg'
      }
    >
      {note !== undefined && <NamedText text={note.text} names={note.names ?? []} />}
    </p>
  )
}
