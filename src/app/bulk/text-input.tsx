import { useState, type KeyboardEvent } from 'react'
import type { SecretList } from '../../qovery/schema'
import { Button } from '../ui/button'
import { counted } from '../ui/count'
import { exactText } from '../ui/exact-text'
import { Field } from '../ui/field'
import { Form } from '../ui/form'
import { Shortcut } from '../ui/shortcut'
import { yielder } from './yield-to-main'
import { FileInput, noNote, type FileNote } from './file-input'
import { FormatField, formatNames } from './format-field'
import { openFiles, readFiles, type TextFile } from './input/text-files'
import { usePlanInput, type Given } from './plan-input'
import type { Place } from './plan/place'
import { useStoredFiles } from './use-stored-files'
import { useStoredText } from './use-stored-text'
import { useReplaced } from './use-replaced'

interface TextInputProps {
  inputId: string
  list: SecretList | undefined
  busy: boolean
  onPlaces: (places: readonly Place[]) => void
  onGiven: (given: Given) => Promise<string | undefined>
}

/** Longest text that a field shows without becoming slow; a longer one is kept beside it. */
const longestShown = 100_000

/** Whether files stand in a list of their names instead of the box. */
const isListed = (files: readonly TextFile[]) =>
  files.length > 1 || files.some(({ text }) => text.length > longestShown)

export const TextInput = ({ inputId, list, busy, onPlaces, onGiven }: TextInputProps) => {
  const { first, store, isStored } = useStoredText(inputId, list)
  const [text, setText] = useState(first)
  const { files, setFiles, forgotten } = useStoredFiles(inputId, list)
  const [replaced, setReplaced] = useReplaced(inputId, isStored)
  const [lastInput] = usePlanInput(inputId, 'lastInput')
  const [filledIn, setFilledIn] = useState<string>()
  const [format, setFormat] = usePlanInput(inputId, 'format')
  const [reading, setReading] = useState(false)
  const [problem, setProblem] = useState('')
  const [fileNote, setFileNote] = useState<FileNote>(noNote)
  const isEmpty = text.trim() === '' && files.length === 0

  const take = (taken: string, name: string) => {
    setProblem('')
    setFileNote(noNote)
    if (taken.length > longestShown) return setFiles([{ name, text: taken }])
    setFiles([])
    setText(taken)
    store(taken)
  }

  const takeInPlace = (taken: readonly TextFile[]) => {
    const [file] = taken
    if (file === undefined) return
    const isLost = files.length > 0 || (!isListed(taken) && text.trim() !== '')
    const isSame = taken.length === 1 && file.text === (files[0]?.text ?? text)
    if (isLost && !isSame) setReplaced({ text, files })
    if (taken.length > 1) return setFiles(taken)
    take(file.text, file.name)
    setFilledIn(file.text)
  }

  const putBack = () => {
    if (replaced === undefined) return
    take(replaced.text, '')
    setFiles(replaced.files)
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

  const takeFiles = async (chosen: readonly File[]) => {
    // No plan is made of what is only half there.
    setReading(true)
    const { files: opened, problems } = await openFiles(chosen)
    takeInPlace(opened)
    const rows = await readFiles(opened, yielder(), format).then(
      (given) => given.rows.length,
      () => undefined,
    )
    setFileNote({
      taken: noteOf(opened, rows),
      problem: problems.join(' '),
      isRefused: opened.length === 0,
    })
    setReading(false)
  }

  const read = async () => {
    if (reading || busy) return
    setReading(true)
    const texts = files.length > 0 ? files : [{ name: '', text }]
    const given = await readFiles(texts, yielder(), format).catch(() => undefined)
    setReading(false)
    if (given === undefined) {
      setProblem('A part of this page is missing that reads this. Nothing was sent; try again.')
      document.getElementById('aliases')?.focus()
      return
    }
    const { rows, notes, formats } = given
    if (rows.length === 0 && files.length > 0) {
      const names = files.map(({ name }) => name).join(', ')
      setFileNote({ ...noNote, problem: `There is no alias in ${names}.` })
      return
    }
    if (rows.length === 0) {
      setProblem(
        ['There is no alias in this. Write one a line, as ALIAS=TARGET.', ...notes].join(' '),
      )
      document.getElementById('aliases')?.focus()
      return
    }
    const forms = formats.map((each) => formatNames[each]).join(', ')
    const count = counted(rows.length, 'row')
    const summary =
      texts.length === 1 ? `${count} of ${forms}` : `${count} of ${texts.length} files: ${forms}`
    if (fileNote.isRefused) setFileNote(noNote)
    const refusal = await onGiven({ rows, notes, summary, isText: true })
    if (refusal !== undefined) {
      setProblem(refusal)
      document.getElementById('aliases')?.focus()
    }
  }

  return (
    <Form onSubmit={() => void read()} className="grid gap-3">
      <FileInput
        files={files}
        note={fileNote}
        onFiles={(chosen) => void takeFiles(chosen)}
        onRemove={() => {
          setFiles([])
          setFileNote(noNote)
        }}
      >
        <Field
          id="aliases"
          label="Aliases"
          problem={problem}
          hint="ALIAS=TARGET lines or .env, CSV or TSV with a header, JSON, Terraform’s secret_aliases, or a report of this page. A target is the key or the ID of a secret."
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
        {lastInput !== undefined && isEmpty && (
          <Button
            onClick={() => {
              take(lastInput.text, '')
              setFiles(lastInput.files)
              if (lastInput.places !== undefined) onPlaces(lastInput.places)
            }}
          >
            Use the last input
          </Button>
        )}
        {replaced !== undefined && (
          <>
            <span>What was there gave way to a file.</span>
            <Button onClick={putBack}>
              Put back{' '}
              {replaced.files.length > 1
                ? `the ${replaced.files.length} files`
                : (replaced.files[0]?.name ?? 'what was typed')}
            </Button>
          </>
        )}
      </p>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button type="submit" kind="primary" busy={reading || busy}>
          {reading || busy
            ? 'Making plan…'
            : fileNote.isRefused && !isEmpty
              ? 'Make plan without it'
              : 'Make plan'}
        </Button>
        <Shortcut />
        <span className="text-small text-muted">
          Nothing is sent yet.
          {files.length === 0 &&
            !isStored &&
            ' It may hold values of secrets, so a reload forgets this text.'}
          {files.length > 0 && forgotten !== undefined && forgottenWords[forgotten]}
        </span>
        <FormatField
          format={format}
          onFormat={(next) => {
            setFormat(next)
            // Its rows were counted in another form.
            setFileNote({ ...fileNote, taken: '' })
          }}
        />
      </div>
    </Form>
  )
}

const forgottenWords = {
  values: ' What was chosen may hold values of secrets, so a reload forgets it.',
  room: ' What was chosen is too long to be kept through a reload.',
}

/** “aliases.csv, 7 rows”, or the rows alone where the names are listed; the count is left out where nothing could be counted. */
const noteOf = (files: readonly TextFile[], rows: number | undefined) => {
  const [file] = files
  const count = rows === undefined ? [] : [counted(rows, 'row')]
  if (file === undefined) return ''
  return (isListed(files) ? count : [file.name, ...count]).join(', ')
}
