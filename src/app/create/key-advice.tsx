import '../ui/app.css'
import { useDeferredValue } from 'react'
import { adviseKey } from '../../rules/alias-key'
import type { KeyAdvice } from '../../rules/alias-key-problems'
import { indexSecrets } from '../../rules/secret-index'
import { narrowerKeys } from '../queries/narrower-keys'
import { Icon } from '../ui/icon'
import { useAliasForm, useFormValue } from './alias-form-context'
import { useFoundTarget } from './use-found-target'
import { Name } from '../ui/name'
import { NamedText } from '../ui/named-text'
import { ownerWord } from '../words/owner-word'

/** Warnings below the key, and the box to tick where a name is only used on purpose. */
export const KeyCautions = () => {
  const { setValue } = useAliasForm()
  const agreed = useFormValue('agreedKey')
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
              className="tick"
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
  const { advice, owner, taken } = useAdvice()
  const blocked = advice.find(({ level }) => level === 'block')
  const isFree = taken !== undefined && blocked === undefined
  return (
    <span role="status" className="block">
      {blocked !== undefined && (
        <span className="flex gap-1.5 text-ink">
          <Icon name="info" className="mt-0.5 text-muted" />
          <span className="min-w-0">{blocked.message}</span>
        </span>
      )}
      {isFree && owner !== undefined && (
        <span className={`flex items-center gap-1.5 ${advice.length === 0 ? 'text-ok' : ''}`}>
          <Icon name={advice.length === 0 ? 'check' : 'info'} />{' '}
          {advice.length === 0 ? 'Free' : 'Can be created'} in this {ownerWord(owner)}
          {taken.keyless > 0 && ', as far as its list can be read'}
        </span>
      )}
    </span>
  )
}

/** What can be said of the key, as far as it is typed. The letter is painted first. */
const useAdvice = () => {
  const key = useDeferredValue(useFormValue('key'))
  const { owner, target, list } = useFoundTarget()
  const taken = list && indexSecrets(list)
  const narrower = narrowerKeys(owner)
  return {
    key,
    owner,
    taken,
    advice: adviseKey(key, { targetKey: target?.key, owner, taken, narrower }),
  }
}

const Cautions = ({ advice }: { advice: KeyAdvice[] }) =>
  advice.length > 0 && (
    <ul className="grid gap-1 text-small">
      {advice.map(({ code, message, names = [] }) => (
        <li key={code} className="flex gap-1.5 text-warning">
          <Icon name="warning" className="mt-0.5" />
          <span className="min-w-0 wrap-anywhere">
            <NamedText text={message} names={names} />
          </span>
        </li>
      ))}
    </ul>
  )
