import { codePoints, descriptionMaxLength } from '../../qovery/limits'
import { Field } from '../ui/field'

interface DescriptionFieldProps {
  value: string
  onChange: (value: string) => void
}

/** One description for all. */
export const DescriptionField = ({ value, onChange }: DescriptionFieldProps) => {
  const length = codePoints(value)
  return (
    <Field
      id="new-description"
      label="Description of all of them"
      aside={`${length}/${descriptionMaxLength}`}
      hint="Empty takes their descriptions away."
      problem={length > descriptionMaxLength ? 'Longer than Qovery takes.' : ''}
      control={(attributes) => (
        <textarea
          {...attributes}
          rows={2}
          value={value}
          onChange={({ target }) => onChange(target.value)}
          className="field-box grows-with-text max-h-40 py-1.5"
        />
      )}
    />
  )
}
