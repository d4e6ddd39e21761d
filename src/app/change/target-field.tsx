import { useMemo, useRef } from 'react'
import { findId } from '../../rules/console-link'
import type { Owner } from '../../qovery/owner'
import type { SecretList } from '../../qovery/schema'
import { indexSecrets } from '../../rules/secret-index'
import { lazyCode } from '../data/lazy-code'
import { lazyPart } from '../data/lazy-part'
import { PickField } from '../pick/pick-field'
import { nameAndFacts } from '../pick/secret-facts'
import type { TargetDisabledReason } from './find-typed-target'

const TargetList = lazyPart(
  lazyCode(() => import('./target-list')),
  (code) => code.TargetList,
)

interface TargetFieldProps {
  id: string
  label?: string
  owner: Owner
  /** The same function as long as it says the same. */
  disabledReason: TargetDisabledReason
  /** The owner's. */
  list: SecretList
  /** An id, or whatever was typed or pasted instead of one. */
  value: string
  problem: string
  onChange: (value: string) => void
}

/** Takes what an alias is to point at: chosen from what can be seen at its owner, typed, or pasted. */
export const TargetField = ({
  id,
  label = 'New target',
  owner,
  disabledReason,
  list,
  value,
  problem,
  onChange,
}: TargetFieldProps) => {
  const input = useRef<HTMLInputElement>(null)
  const about = useMemo(() => {
    const chosen = indexSecrets(list).byId.get(findId(value, 'secret') ?? '')
    return chosen && nameAndFacts(chosen, list)
  }, [value, list])
  return (
    <PickField
      id={id}
      label={label}
      hint={about?.facts ?? 'Its key, its ID or a link to it.'}
      problem={problem}
      value={value}
      name={about?.name}
      input={input}
      onChange={onChange}
      onBlur={() => undefined}
      isFixed
      picker={(props) => (
        <div className="h-[min(320px,45dvh)]">
          <TargetList
            {...props}
            owner={owner}
            disabledReason={disabledReason}
            list={list}
            otherwise={<p className="text-muted">The list is loading.</p>}
          />
        </div>
      )}
    />
  )
}
