import type { ReactNode } from 'react'
import { useController } from 'react-hook-form'
import { PickField, type PickerProps } from '../pick/pick-field'
import type { FormValues } from './form-values'
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
  const { field, fieldState } = useController<FormValues, typeof id>({ name: id })
  return (
    <PickField
      {...rest}
      id={id}
      value={field.value}
      inputRef={field.ref}
      onChange={field.onChange}
      onBlur={field.onBlur}
      problem={fieldState.error && <Problem error={fieldState.error} />}
    />
  )
}
