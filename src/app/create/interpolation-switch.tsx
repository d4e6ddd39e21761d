import { useEffect, useRef } from 'react'
import { useController } from 'react-hook-form'
import { interpolates } from '../../rules/interpolates'
import { cut } from '../ui/cut'
import { Switch } from '../ui/switch'
import { useAliasForm } from './alias-form-context'
import { useFormRuntime } from './load-runtime'
import { useChosenTarget } from './use-chosen-target'

export const InterpolationSwitch = () => {
  const { control } = useAliasForm()
  const { field } = useController({ control, name: 'interpolation' })
  const { list, secretId } = useChosenTarget()
  const target = useFormRuntime()?.findTargetById(list, secretId)
  const box = useRef<HTMLInputElement>(null)
  const { onChange } = field
  // Pressed before this code was there: that counts.
  useEffect(() => {
    if (box.current?.checked === true) onChange(true)
  }, [onChange])
  return (
    <Switch
      id="interpolation"
      box={box}
      label="Enable interpolation in file"
      checked={interpolates({ interpolation: field.value }, target)}
      onChange={onChange}
      hint={
        target?.variable_type === 'FILE' && field.value === null ? (
          'On, as Qovery’s console has it for a file: {{VAR}} in it is replaced at deployment.'
        ) : target === undefined || target.variable_type === 'FILE' ? (
          'Only matters for a file: {{VAR}} in it is replaced at deployment.'
        ) : (
          <>
            Changes nothing here: <bdi translate="no">{cut(target.key)}</bdi> is not a file.
          </>
        )
      }
    />
  )
}
