import { useImperativeHandle, useRef, type ReactNode } from 'react'
import { useController } from 'react-hook-form'
import { PickField, type PickerProps } from '../pick/pick-field'
import { isLeft } from '../ui/move-focus'
import { useAliasForm, useFieldError } from './alias-form-context'
import { Problem } from './problem'

interface IdFieldProps {
  field: 'project' | 'where' | 'secret'
  label: string
  /** What the present id is called, where it was found. */
  name: string | undefined
  /** Its id, where that is not what the field holds. */
  chosen?: string | undefined
  hint: ReactNode
  isDoubtful?: boolean
  aside?: ReactNode
  /** Below the message. */
  children?: ReactNode
  picker: (props: PickerProps) => ReactNode
  /** Told what is typed, pasted or picked, and what it takes the place of. */
  onText?: (text: string, before: string) => void
}

/** A box of the form that holds an id. */
export const IdField = ({ field: id, onText, ...rest }: IdFieldProps) => {
  const { control } = useAliasForm()
  const { field } = useController({ control, name: id })
  const error = useFieldError(id)
  const input = useRef<HTMLInputElement>(null)
  useImperativeHandle(field.ref, () => input.current)
  return (
    <PickField
      {...rest}
      id={id}
      input={input}
      value={field.value}
      onChange={(text) => {
        const before = field.value
        field.onChange(text)
        onText?.(text, before)
      }}
      onBlur={(event) => {
        if (isLeft(event)) field.onBlur()
      }}
      problem={error && <Problem error={error} />}
    />
  )
}
