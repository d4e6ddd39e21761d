import { useRef, useState, type DragEvent, type ReactNode } from 'react'
import { holdsFile } from '../drops'
import { Button } from '../ui/button'
import { Glyph, problemPath } from '../ui/glyph'

interface FileInputProps {
  /** A text that is too long to be shown. */
  file: { name: string; text: string } | undefined
  /** Why the file that was chosen last is not taken; empty where it is. */
  problem: string
  onFile: (file: File) => void
  onRemove: () => void
  /** The field for shorter texts. */
  children: ReactNode
}

/** Takes a file by button or by dropping it, and shows a long one as a line instead of a text. */
export const FileInput = ({ file, problem, onFile, onRemove, children }: FileInputProps) => {
  const [over, setOver] = useState(false)
  const picker = useRef<HTMLInputElement>(null)

  const take = (chosen: File | undefined) => {
    if (chosen !== undefined) onFile(chosen)
  }
  // Anything else that is dragged, such as a text, is the box's own.
  const drag = (event: DragEvent) => {
    if (!holdsFile(event)) return
    event.preventDefault()
    setOver(event.type === 'dragover')
    take(event.dataTransfer.files[0])
  }

  return (
    <div
      onDragOver={drag}
      onDragLeave={() => setOver(false)}
      onDrop={drag}
      className={`grid gap-2 rounded-card ${over ? 'outline-2 outline-offset-4 outline-accent' : ''}`}
    >
      {file === undefined ? (
        children
      ) : (
        <p className="flex flex-wrap items-center gap-3 rounded-card border border-line bg-sunken px-3 py-2">
          <span className="min-w-0 break-all">
            <bdi className="font-semibold">{file.name}</bdi>, {size(file.text.length)}
          </span>
          <Button onClick={onRemove}>Remove file</Button>
        </p>
      )}
      <div className="flex items-center gap-2">
        <input
          ref={picker}
          type="file"
          aria-label="File with aliases"
          className="sr-only"
          tabIndex={-1}
          onChange={({ target }) => {
            take(target.files?.[0])
            // The same file again is a change, too.
            target.value = ''
          }}
        />
        <Button aria-describedby="file-message" onClick={() => picker.current?.click()}>
          Choose a file
        </Button>
        <span id="file-message" role="status" className="min-w-0 flex-1 text-small wrap-anywhere">
          {problem === '' ? (
            <span className="text-muted">or drop one here, up to 10 MB</span>
          ) : (
            <span className="flex gap-1.5 text-danger">
              <Glyph path={problemPath} className="mt-0.5" />
              <span className="min-w-0 flex-1">{problem}</span>
            </span>
          )}
        </span>
      </div>
    </div>
  )
}

const size = (characters: number) =>
  characters < 1_000_000
    ? `${Math.ceil(characters / 1000)} kB`
    : `${(characters / 1_000_000).toFixed(1)} MB`
