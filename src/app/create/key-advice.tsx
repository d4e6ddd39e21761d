import '../ui/app.css'
import { useDeferredValue } from 'react'
import { useWatch } from 'react-hook-form'
import { adviseKey } from '../../qovery/alias-key'
import type { KeyAdvice } from '../../qovery/alias-key-problems'
import { indexSecrets } from '../../qovery/secret-index'
import { Icon } from '../ui/icon'
import { useAliasForm } from './alias-form-context'
import { useSource } from './use-source'
import { Name } from '../ui/name'

/** Warnings below the key, and the box to tick where a name is only used on purpose. */
export const KeyCautions = () => {
  const { control, setValue } = useAliasForm()
  const agreed = useWatch({ control, name: 'agreedKey' })
  const { key, advice } = useAdvice()
  if (key === '' || advice.some(({ level }) => level === 'block')) return null
  const doubts = advice.filter(({ level }) => level === 'confirm')
  return (
    <>
      <Cautions advice={advice.filter(({ level }) => level === 'warn')} />
      {doubts.length > 0 && (
        <div className="grid gap-1 rounded-card border border-warning bg-warning-tint p-3">
          <Cautions advice={doubts} />
          <label className="flex min-h-6 items-center gap-2">
            <input
              type="checkbox"
              className="size-4 accent-accent"
              checked={agreed === key}
              onChange={(event) => {
                setValue('agreedKey', event.target.checked ? key : '')
                // Judged again at once: agreeing is the answer to the error above.
                setValue('key', key, { shouldValidate: true })
              }}
            />
            <span>
              Use <Name of={key} /> anyway
            </span>
          </label>
        </div>
      )}
    </>
  )
}

/**
 * Says while a key is typed whether it is free, and what forbids it; only leaving the field makes that an error.
 * Words that stay the same are read out once, however many letters follow.
 */
export const KeyHint = () => {
  const { advice, taken } = useAdvice()
  const blocked = advice.find(({ level }) => level === 'block')
  const isFree = taken !== undefined && advice.length === 0
  return (
    <span role="status" className="block">
      {blocked !== undefined && (
        <span className="flex gap-1.5 text-ink">
          <Icon name="info" className="mt-0.5 text-muted" />
          <span className="min-w-0">{blocked.message}</span>
        </span>
      )}
      {isFree && (
        <span className="flex items-center gap-1.5 text-ok">
          <Icon name="check" /> Free in this project
          {taken.keyless > 0 && ', as far as its list can be read'}
        </span>
      )}
    </span>
  )
}

/** What can be said of the key, as far as it is typed. The letter is painted first. */
const useAdvice = () => {
  const { control } = useAliasForm()
  const key = useDeferredValue(useWatch({ control, name: 'key' }))
  const { source, list } = useSource()
  const taken = list && indexSecrets(list)
  return { key, taken, advice: adviseKey(key, { sourceKey: source?.key, taken }) }
}

const Cautions = ({ advice }: { advice: KeyAdvice[] }) =>
  advice.length > 0 && (
    <ul className="grid gap-1 text-small">
      {advice.map(({ code, message }) => (
        <li key={code} className="flex gap-1.5 text-warning">
          <Icon name="warning" className="mt-0.5" />
          <span className="min-w-0 wrap-anywhere">{message}</span>
        </li>
      ))}
    </ul>
  )
