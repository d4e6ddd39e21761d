import { useState, type ClipboardEvent } from 'react'
import { exactText } from '../ui/exact-text'
import { Field } from '../ui/field'
import { isLeft } from '../ui/move-focus'
import { useAliasForm, useComputedValue, useFieldError } from './alias-form-context'
import { beginNext, KeyCautions, KeyExamples, KeyHint } from './load-runtime'
import { Problem } from './problem'

export const KeyField = () => {
  const { register, setValue } = useAliasForm()
  const isEmpty = useComputedValue('key', isBlank)
  const hasSecret = !useComputedValue('secret', isBlank)
  const error = useFieldError('key')
  const [pasteNote, setPasteNote] = useState('')
  const { onBlur, ...key } = register('key', { onChange: () => setPasteNote('') })

  const paste = (event: ClipboardEvent<HTMLInputElement>) => {
    const pasted = event.clipboardData.getData('text')
    const { note, text } = tidied(pasted)
    if (text === pasted) return
    // The browser would drop line breaks without a word, and so change the key.
    event.preventDefault()
    const input = event.currentTarget
    input.setRangeText(text, input.selectionStart ?? 0, input.selectionEnd ?? 0, 'end')
    setValue('key', input.value, { shouldValidate: true })
    beginNext()
    setPasteNote(note)
  }

  return (
    <Field
      id="key"
      label="Key"
      problem={error && <Problem error={error} />}
      hint={
        pasteNote ||
        (isEmpty && !hasSecret ? (
          usualHint
        ) : isEmpty ? (
          <KeyExamples otherwise={usualHint} />
        ) : (
          <KeyHint />
        ))
      }
      control={(field) => (
        <input
          {...field}
          {...key}
          onBlur={(event) => {
            if (isLeft(event)) void onBlur(event)
          }}
          onPaste={paste}
          type="text"
          {...exactText}
          className="field-box h-9 font-mono text-small"
        />
      )}
    >
      {!isEmpty && <KeyCautions />}
    </Field>
  )
}

const isBlank = (text: string) => text === ''

// An element of its own: a translator moves a bare text, and what takes its place then could not remove it.
const usualHint = <span>The second name. Case matters.</span>

const tidied = (pasted: string) => {
  const text = pasted.trim()
  if (/[\r\n]/.test(text))
    return {
      text: text.replaceAll(/[\r\n]+/g, ' '),
      note: 'The pasted text had several lines; they stand here with spaces between them.',
    }
  return {
    text,
    note:
      pasted.replace(/[\r\n]+$/, '') === text
        ? 'The line break at the end of the pasted text was removed.'
        : 'What stood around the pasted key was removed: white space.',
  }
}
