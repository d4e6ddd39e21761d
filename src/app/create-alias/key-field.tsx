import { lazy, Suspense, useState, type ClipboardEvent } from 'react'
import { flushSync } from 'react-dom'
import { useController, useFormContext } from 'react-hook-form'
import { Field } from '../ui/field'
import type { FormValues } from './form-values'
import { Problem } from './problem'

// The rules about names are most of what the form knows: they load beside it.
const loading = import('./key-advice')
const KeyCautions = lazy(async () => ({ default: (await loading).KeyCautions }))
const KeyHint = lazy(async () => ({ default: (await loading).KeyHint }))

export const KeyField = () => {
  const { setValue } = useFormContext<FormValues>()
  const { field, fieldState } = useController<FormValues, 'key'>({ name: 'key' })
  const [pasteNote, setPasteNote] = useState('')

  const paste = (event: ClipboardEvent<HTMLInputElement>) => {
    const pasted = event.clipboardData.getData('text')
    if (!/[\r\n]/.test(pasted)) return
    // The browser would drop line breaks without a word, and so change the key.
    event.preventDefault()
    const { note, text } = withoutLineBreaks(pasted)
    const input = event.currentTarget
    const [start, end] = [input.selectionStart ?? 0, input.selectionEnd ?? 0]
    const value = input.value.slice(0, start) + text + input.value.slice(end)
    // Drawn at once, because a caret can only be put into text that is there.
    flushSync(() => {
      setValue('key', value, { shouldDirty: true, shouldTouch: true, shouldValidate: true })
      setPasteNote(note)
    })
    input.setSelectionRange(start + text.length, start + text.length)
  }

  return (
    <Field
      id="key"
      label="Key"
      problem={fieldState.error && <Problem error={fieldState.error} />}
      hint={
        pasteNote ||
        (field.value === '' ? (
          'The second name. Case matters.'
        ) : (
          <Suspense>
            <KeyHint value={field.value} />
          </Suspense>
        ))
      }
      control={(attributes) => (
        <input
          {...attributes}
          {...field}
          onChange={(event) => {
            setPasteNote('')
            field.onChange(event)
          }}
          onPaste={paste}
          type="text"
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          className="field-box h-9 font-mono"
        />
      )}
    >
      <Suspense>
        <KeyCautions value={field.value} />
      </Suspense>
    </Field>
  )
}

const withoutLineBreaks = (pasted: string) => {
  const text = pasted.replace(/[\r\n]+$/, '')
  return /[\r\n]/.test(text)
    ? {
        text: text.replaceAll(/[\r\n]+/g, ' '),
        note: 'The pasted text had several lines; they stand here with spaces between them.',
      }
    : { text, note: 'The line break at the end of the pasted text was removed.' }
}
