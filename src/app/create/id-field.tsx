import { useImperativeHandle, useRef, type ReactNode } from 'react'
import { useController } from 'react-hook-form'
import { PickField, type PickerProps } from '../pick/pick-field'
import { isLeft } from '../ui/move-focus'
import { useAliasForm } from './alias-form-context'
import { Problem } from './problem'

interface IdFieldProps {
  field: 'project' | 'secret'
  label: string
  /** What the present id is called, where it was found. */
  name: string | undefined
  hint: ReactNode
  aside?: ReactNode
  picker: (props: PickerProps) => ReactNode
}

/** A box of the form that holds an id. */
export const IdField = ({ field: id, ...rest }: IdFieldProps) => {
  const { control } = useAliasForm()
  const { field, fieldState } = useController({ control, name: id })
  const input = useRef<HTMLInputElement>(null)
  useImperativeHandle(field.ref, () => input.current)
  return (
    <PickField
      {...rest}
      id={id}
      input={input}
      value={field.value}
      onChange={field.onChange}
      onBlur={(event) => {
        if (isLeft(event)) field.onBlur()
      }}
      problem={fieldState.error && <Problem error={fieldState.error} />}
    />
  )
}
