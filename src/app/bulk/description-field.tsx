import { codePoints, descriptionMaxLength } from '../../qovery/limits'
import { Field } from '../ui/field'

interface DescriptionFieldProps {
  value: string
  problem: string
  /** Whether none is wanted. */
  removes: boolean
  onChange: (value: string) => void
  onRemove: (removes: boolean) => void
}

export const newDescriptionId = 'new-description'

/** One description for all, or none. */
export const DescriptionField = (props: DescriptionFieldProps) => {
  const { value, problem, removes, onChange, onRemove } = props
  const length = codePoints(value)
  return (
    <Field
      id={newDescriptionId}
      label="Description of all of them"
      aside={`${length}/${descriptionMaxLength}`}
      problem={length > descriptionMaxLength ? 'Longer than Qovery takes.' : problem}
      control={(attributes) => (
        <textarea
          {...attributes}
          rows={2}
          disabled={removes}
          value={removes ? '' : value}
          onChange={({ target }) => onChange(target.value)}
          className="field-box grows-with-text max-h-40 py-1.5"
        />
      )}
    >
      <label className="flex min-h-6 w-fit items-center gap-2">
        <input
          type="checkbox"
          className="tick"
          checked={removes}
          onChange={({ target }) => onRemove(target.checked)}
        />
        Remove their descriptions instead
      </label>
    </Field>
  )
}
