import { codePoints, descriptionMaxLength } from '../../qovery/limits'
import { Field } from '../ui/field'
import { useFormText } from './use-form-text'

export const DescriptionField = () => {
  const { value, error, attributes } = useFormText<HTMLTextAreaElement>('description')
  const length = codePoints(value)
  return (
    <Field
      id="description"
      label="Description"
      aside={
        <span
          className={`text-small digits ${length > descriptionMaxLength ? 'text-danger' : 'text-muted'}`}
        >
          {length}/{descriptionMaxLength}
        </span>
      }
      hint="Optional. Who needs this name, and what for."
      problem={error?.message}
      control={(field) => (
        <textarea
          {...field}
          {...attributes}
          rows={2}
          className="field-box grows-with-text max-h-40 min-h-14 py-1.5"
        />
      )}
    />
  )
}
