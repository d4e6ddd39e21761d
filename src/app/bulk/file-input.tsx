import { useRef, useState, type DragEvent, type ReactNode } from 'react'
import { holdsFile } from '../ui/drops'
import { Button } from '../ui/button'
import type { TextFile } from './input/text-files'
import { Glyph, problemPath } from '../ui/glyph'

/** What became of the files that were chosen last. */
export interface FileNote {
  /** What was taken; empty where nothing was, or something was typed since. */
  taken: string
  /** Why others were not, or what is wrong with those that were; empty where nothing is. */
  problem: string
  /** Nothing was taken, so what is there is what was there before. */
  isRefused: boolean
}

export const noNote: FileNote = { taken: '', problem: '', isRefused: false }

interface FileInputProps {
  /** Several files, or a text that is too long to be shown. */
  files: readonly TextFile[]
  note: FileNote
  onFiles: (files: readonly File[]) => void
  onRemove: () => void
  /** The field for shorter texts. */
  children: ReactNode
}

/** Takes files by button or by dropping them, and shows several, or a long one, as lines instead of a text. */
export const FileInput = ({ files, note, onFiles, onRemove, children }: FileInputProps) => {
  const [over, setOver] = useState(false)
  const picker = useRef<HTMLInputElement>(null)

  const take = (chosen: FileList | null) => {
    if (chosen !== null && chosen.length > 0) onFiles([...chosen])
  }
  // Anything else that is dragged, such as a text, is the box's own.
  const drag = (event: DragEvent) => {
    if (!holdsFile(event)) return
    event.preventDefault()
    setOver(event.type === 'dragover')
    take(event.dataTransfer.files)
  }

  return (
    <div
      onDragOver={drag}
      onDragLeave={() => setOver(false)}
      onDrop={drag}
      className={`grid gap-2 rounded-card ${over ? 'outline-2 outline-offset-4 outline-accent' : ''}`}
    >
      {files.length === 0 ? (
        children
      ) : (
        <div className="flex flex-wrap items-center gap-3 rounded-card border border-line bg-sunken px-3 py-2">
          <ul aria-label="Files" className="grid max-h-40 min-w-0 overflow-y-auto break-all">
            {files.map(({ name, text }) => (
              <li key={name}>
                <bdi translate="no" className="font-semibold">
                  {name}
                </bdi>
                , {size(text.length)}
              </li>
            ))}
          </ul>
          <Button onClick={onRemove}>Remove {files.length === 1 ? 'file' : 'files'}</Button>
        </div>
      )}
      <div className="flex items-center gap-2">
        <input
          ref={picker}
          type="file"
          multiple
          aria-label="Files with aliases"
          className="sr-only"
          tabIndex={-1}
          onChange={({ target }) => {
            take(target.files)
            // The same file again is a change, too.
            target.value = ''
          }}
        />
        <Button aria-describedby="file-message" onClick={() => picker.current?.click()}>
          Choose files
        </Button>
        <span id="file-message" className="min-w-0 flex-1 text-small wrap-anywhere">
          {note.taken === '' && note.problem === '' && (
            <span className="text-muted">or drop them here, up to 10 MB</span>
          )}
          {/* What stands there by itself is no news. */}
          <span role="status">
            {note.taken !== '' && <bdi translate="no">{note.taken}</bdi>}
            {note.problem !== '' && (
              <span className="flex gap-1.5 text-danger">
                <Glyph path={problemPath} className="mt-0.5" />
                <span className="min-w-0 flex-1">{note.problem}</span>
              </span>
            )}
          </span>
        </span>
      </div>
    </div>
  )
}

const size = (characters: number) =>
  characters < 1_000_000
    ? `${Math.ceil(characters / 1000)} kB`
    : `${(characters / 1_000_000).toFixed(1)} MB`
