import { useState, type KeyboardEvent } from 'react'
import type { SecretList } from '../../qovery/schema'
import { Button } from '../ui/button'
import { counted } from '../ui/count'
import { exactText } from '../ui/exact-text'
import { Field } from '../ui/field'
import { Form } from '../ui/form'
import { Shortcut } from '../ui/shortcut'
import { yielder } from './yield-to-main'
import { FileInput } from './file-input'
import { decodeText } from './input/decode-text'
import type { Format } from './input/input-row'
import { mostCharacters, readInput } from './input/read-input'
import { useLeftPlanning, type Given } from './left-planning'
import { useKeptText } from './use-kept-text'
import { useReplaced } from './use-replaced'

interface TextInputProps {
  projectId: string
  list: SecretList | undefined
  busy: boolean
  onGiven: (given: Given) => Promise<string | undefined>
}

/** Longest text that a field shows without becoming slow; a longer one is kept beside it. */
const longestShown = 100_000

const formatNames: Record<Format, string> = {
  lines: 'ALIAS=SOURCE lines',
  table: 'a table',
  json: 'JSON',
  yaml: 'YAML',
  terraform: 'Terraform',
  markdown: 'a Markdown table',
}
const isFormat = (text: string): text is Format => Object.hasOwn(formatNames, text)

const notText = (name: string) =>
  `${name} is not text in UTF-8. Nothing of it was read. Save it as UTF-8, in Excel as “CSV UTF-8”, and choose it again.`

export const TextInput = ({ projectId, list, busy, onGiven }: TextInputProps) => {
  const { first, keep, isKept } = useKeptText(projectId, list)
  const [text, setText] = useState(first)
  const [file, setFile] = useLeftPlanning(projectId, 'file')
  const [replaced, setReplaced] = useReplaced(projectId, isKept)
  const [filledIn, setFilledIn] = useState<string>()
  const [format, setFormat] = useState<Format>()
  const [reading, setReading] = useState(false)
  const [problem, setProblem] = useState('')
  const [fileProblem, setFileProblem] = useState('')

  const take = (taken: string, name: string) => {
    setProblem('')
    setFileProblem('')
    if (taken.length > longestShown) return setFile({ name, text: taken })
    setFile(undefined)
    setText(taken)
    keep(taken)
  }

  const takeInPlace = (taken: string, name: string) => {
    const isLost = file !== undefined || (taken.length <= longestShown && text.trim() !== '')
    if (isLost && taken !== (file?.text ?? text)) setReplaced({ text, file })
    take(taken, name)
    setFilledIn(taken)
  }

  const putBack = () => {
    if (replaced === undefined) return
    take(replaced.text, '')
    setFile(replaced.file)
    setReplaced(undefined)
    document.getElementById('aliases')?.focus()
  }

  // A browser's own undo knows nothing of a text that was put there by a script.
  const undo = (event: KeyboardEvent) => {
    const { key, ctrlKey, metaKey, shiftKey, altKey } = event
    const isUndo = key.toLowerCase() === 'z' && (ctrlKey || metaKey) && !shiftKey && !altKey
    if (!isUndo || replaced === undefined || text !== filledIn) return
    event.preventDefault()
    putBack()
  }

  const takeFile = async (chosen: File) => {
    if (chosen.size > mostCharacters) {
      setFileProblem(`${chosen.name} is larger than 10 MB: split it. Nothing was read.`)
      return
    }
    // No plan is made of what is only half there.
    setReading(true)
    try {
      const decoded = decodeText(new Uint8Array(await chosen.arrayBuffer()))
      if (decoded === undefined) setFileProblem(notText(chosen.name))
      else takeInPlace(decoded, chosen.name)
    } catch {
      setFileProblem(`${chosen.name} cannot be read. Choose it again, or paste its text.`)
    }
    setReading(false)
  }

  const read = async () => {
    if (reading || busy) return
    setReading(true)
    const given = await readInput(file?.text ?? text, yielder(), format).catch(() => undefined)
    setReading(false)
    if (given === undefined) {
      setProblem('A part of this page is missing that reads this. Nothing was sent; try again.')
      document.getElementById('aliases')?.focus()
      return
    }
    const { rows, notes, format: found } = given
    if (rows.length === 0 && file !== undefined) {
      setFileProblem(`There is no alias in ${file.name}.`)
      return
    }
    if (rows.length === 0) {
      setProblem(
        ['There is no alias in this. Write one a line, as ALIAS=SOURCE.', ...notes].join(' '),
      )
      document.getElementById('aliases')?.focus()
      return
    }
    const summary = `${counted(rows.length, 'row')} of ${formatNames[found]}`
    const refusal = await onGiven({ rows, notes, summary, isText: true })
    if (refusal !== undefined) {
      setProblem(`${refusal} Name the secret there instead.`)
      document.getElementById('aliases')?.focus()
    }
  }

  return (
    <Form onSubmit={() => void read()} className="grid gap-3">
      <FileInput
        file={file}
        problem={fileProblem}
        onFile={(chosen) => void takeFile(chosen)}
        onRemove={() => {
          setFile(undefined)
          setFileProblem('')
        }}
      >
        <Field
          id="aliases"
          label="Aliases"
          problem={problem}
          hint="ALIAS=SOURCE lines or .env, CSV or TSV with a header, JSON, Terraform’s secret_aliases, or a report of this page. A source is the key or the ID of a secret."
          control={(attributes) => (
            <textarea
              {...attributes}
              value={text}
              readOnly={reading}
              onKeyDown={undo}
              rows={10}
              {...exactText}
              placeholder={'DATABASE_PASSWORD=DB_MASTER_PASSWORD\nPGPASSWORD=DB_MASTER_PASSWORD'}
              onChange={({ target }) => take(target.value, 'Text')}
              onPaste={(event) => {
                const pasted = event.clipboardData.getData('text/plain')
                if (pasted.length <= longestShown) return
                event.preventDefault()
                take(pasted, 'Pasted text')
              }}
              className="field-box resize-y py-1.5 font-mono text-small"
            />
          )}
        />
      </FileInput>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-small empty:hidden">
        {replaced !== undefined && (
          <>
            <span>A file took the place of what was there.</span>
            <Button onClick={putBack}>Put back {replaced.file?.name ?? 'what was typed'}</Button>
          </>
        )}
      </p>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button type="submit" kind="primary" busy={reading || busy}>
          {reading || busy ? 'Making plan…' : 'Make plan'}
        </Button>
        <Shortcut />
        <span className="text-small text-muted">
          Nothing is sent yet.
          {!isKept && ' It may hold values of secrets, so a reload forgets this text.'}
        </span>
        <label className="ml-auto flex items-center gap-2 text-small text-muted">
          Read as
          <select
            value={format ?? ''}
            onChange={({ target }) => setFormat(isFormat(target.value) ? target.value : undefined)}
            className="min-h-8 rounded-small border border-control bg-surface px-2 text-ink"
          >
            <option value="">what it looks like</option>
            {Object.entries(formatNames).map(([value, name]) => (
              <option key={value} value={value}>
                {name}
              </option>
            ))}
          </select>
        </label>
      </div>
    </Form>
  )
}
