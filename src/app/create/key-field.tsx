import { Suspense, useState, type ClipboardEvent } from 'react'
import { lazyPart } from '../data/lazy-code'
import { exactText } from '../ui/exact-text'
import { Field } from '../ui/field'
import { useAliasForm } from './alias-form-context'
import { onceBegun } from './load-late'
import { Problem } from './problem'
import { useFormText } from './use-form-text'

const KeyCautions = lazyPart(onceBegun, (code) => code.KeyCautions)
const KeyHint = lazyPart(onceBegun, (code) => code.KeyHint)

export const KeyField = () => {
  const { trigger } = useAliasForm()
  const [pasteNote, setPasteNote] = useState('')
  const { value, error, hear, attributes } = useFormText<HTMLInputElement>('key', () =>
    setPasteNote(''),
  )

  const paste = (event: ClipboardEvent<HTMLInputElement>) => {
    const pasted = event.clipboardData.getData('text')
    if (!/[\r\n]/.test(pasted)) return
    // The browser would drop line breaks without a word, and so change the key.
    event.preventDefault()
    const { note, text } = withoutLineBreaks(pasted)
    const input = event.currentTarget
    input.setRangeText(text, input.selectionStart ?? 0, input.selectionEnd ?? 0, 'end')
    hear()
    setPasteNote(note)
    void trigger('key')
  }

  return (
    <Field
      id="key"
      label="Key"
      problem={error && <Problem error={error} />}
      hint={
        pasteNote ||
        (value === '' ? (
          'The second name. Case matters.'
        ) : (
          <Suspense>
            <KeyHint value={value} />
          </Suspense>
        ))
      }
      control={(field) => (
        <input
          {...field}
          {...attributes}
          onPaste={paste}
          type="text"
          {...exactText}
          className="field-box h-9 font-mono text-small"
        />
      )}
    >
      {value !== '' && (
        <Suspense>
          <KeyCautions value={value} />
        </Suspense>
      )}
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
