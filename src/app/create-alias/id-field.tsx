import { useRef, type ReactNode } from 'react'
import { PickField, type PickerProps } from '../pick/pick-field'
import { Problem } from './problem'
import { useFormField } from './use-form-field'

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
  const input = useRef<HTMLInputElement>(null)
  const { value, error, change, leave } = useFormField(id, input)
  return (
    <PickField
      {...rest}
      id={id}
      input={input}
      value={value}
      onChange={change}
      onBlur={leave}
      problem={error && <Problem error={error} />}
    />
  )
}
