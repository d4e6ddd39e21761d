import { interpolates } from '../../qovery/interpolates'
import { useLayoutEffect, useRef } from 'react'
import { cut } from '../ui/cut'
import { Switch } from '../ui/switch'
import { useAliasForm, useFormValue } from './alias-form-context'
import { useSource } from './use-source'

export const InterpolationSwitch = ({ onType }: { onType: () => void }) => {
  const { source } = useSource()
  const { setValue } = useAliasForm()
  const interpolation = useFormValue('interpolation')
  const box = useRef<HTMLInputElement>(null)
  // Pressed before this code was there: that counts.
  useLayoutEffect(() => {
    if (box.current?.checked === true) setValue('interpolation', true)
  }, [setValue])
  return (
    <Switch
      id="interpolation"
      box={box}
      label="Enable interpolation in file"
      checked={interpolates({ interpolation }, source)}
      onChange={(checked) => {
        setValue('interpolation', checked, { shouldDirty: true })
        onType()
      }}
      hint={
        source === undefined || source.variable_type === 'FILE' ? (
          'Only matters for a file: {{VAR}} in it is replaced at deployment.'
        ) : (
          <>
            Changes nothing here: <bdi translate="no">{cut(source.key)}</bdi> is not a file.
          </>
        )
      }
    />
  )
}
