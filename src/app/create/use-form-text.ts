import { useRef } from 'react'
import { useLateText } from '../ui/use-late-text'
import { useFormField } from './use-form-field'

/** A text of the form and its box, which the browser fills and the form hears of. */
export const useFormText = <Box extends HTMLInputElement | HTMLTextAreaElement>(
  name: 'key' | 'description',
  onText?: () => void,
) => {
  const box = useRef<Box>(null)
  const { value, error, change, leave } = useFormField(name, box)
  const hear = useLateText({
    boxRef: box,
    text: value,
    onText: (text) => {
      onText?.()
      change(text)
    },
  })
  return { value, error, hear, attributes: { ref: box, onBlur: leave } }
}
