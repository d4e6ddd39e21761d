import { startTransition, useEffect, useRef, useState, type ReactNode } from 'react'
import { PickField, type PickerProps } from '../pick/pick-field'
import { whenPickersAreThere } from './load-late'
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
  const [isListed, setListed] = useState(false)
  useEffect(() => whenPickersAreThere(() => startTransition(() => setListed(true))), [])
  return (
    <PickField
      {...rest}
      isListed={isListed}
      id={id}
      input={input}
      value={value}
      onChange={change}
      onBlur={leave}
      problem={error && <Problem error={error} />}
    />
  )
}
