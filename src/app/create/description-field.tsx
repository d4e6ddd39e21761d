import { useDeferredValue } from 'react'
import { codePoints, descriptionMaxLength } from '../../qovery/limits'
import { Field } from '../ui/field'
import { isLeft } from '../ui/move-focus'
import { useAliasForm, useFieldError, useFormValue } from './alias-form-context'

export const DescriptionField = () => {
  const { register } = useAliasForm()
  const error = useFieldError('description')
  const { onBlur, ...description } = register('description')
  return (
    <Field
      id="description"
      label="Description"
      aside={<Length />}
      hint="Optional. Who needs this name, and what for."
      problem={error?.message}
      control={(field) => (
        <textarea
          {...field}
          {...description}
          onBlur={(event) => {
            if (isLeft(event)) void onBlur(event)
          }}
          rows={2}
          className="field-box grows-with-text max-h-40 min-h-14 py-1.5"
        />
      )}
    />
  )
}

const Length = () => {
  const length = codePoints(useDeferredValue(useFormValue('description')))
  return (
    <span
      className={`text-small digits ${length > descriptionMaxLength ? 'text-danger' : 'text-muted'}`}
    >
      {length}/{descriptionMaxLength}
    </span>
  )
}
