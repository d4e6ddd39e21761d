import { useState, type Ref } from 'react'
import { projectIdOf, type Owner } from '../../qovery/owner'
import type { SecretList } from '../../qovery/schema'
import { CopyInput } from './copy-input'
import { PlaceInput } from './place-input'
import type { Place } from './plan/place'
import { RuleInput } from './rule-input'
import { Step } from './step'
import { TextInput } from './text-input'
import { usePlanInput, type Given } from './plan-input'

interface InputStepProps {
  headingRef: Ref<HTMLHeadingElement>
  inputId: string
  owner: Owner
  /** Whether the page is there to copy its owner's aliases elsewhere. */
  isCopy: boolean
  list: SecretList | undefined
  busy: boolean
  places: readonly Place[]
  onPlaces: (places: readonly Place[]) => void
  onGiven: (given: Given) => Promise<string | undefined>
}

const ways = [
  { value: 'text', label: 'Paste or drop a list' },
  { value: 'rule', label: 'Name secrets by a rule' },
  { value: 'copy', label: 'Copy the aliases of a place' },
] as const

export const InputStep = (props: InputStepProps) => {
  const { headingRef, list, places, onPlaces, isCopy, inputId, owner, busy, onGiven } = props
  const [chosen, setWay] = usePlanInput(inputId, 'way')
  const way = chosen ?? (isCopy ? 'copy' : 'text')
  const [hasRule, setHasRule] = useState(way === 'rule')
  return (
    <Step number={1} title="Input" headingRef={headingRef}>
      <fieldset className="flex flex-wrap gap-x-6 gap-y-1">
        <legend className="sr-only">How the aliases are given</legend>
        {ways.map(({ value, label }) => (
          <label key={value} className="flex min-h-6 items-center gap-2">
            <input
              type="radio"
              name="way"
              className="tick"
              checked={way === value}
              onChange={() => {
                setWay(value)
                if (value === 'rule') setHasRule(true)
              }}
            />
            {label}
          </label>
        ))}
      </fieldset>
      <PlaceInput projectId={projectIdOf(owner)} chosen={places} onChoose={onPlaces} />
      {/* Both stay once they were looked at: what is given in one way is not lost by a look at the other. */}
      <div hidden={way !== 'text'}>
        <TextInput
          inputId={inputId}
          list={list}
          busy={busy}
          onPlaces={onPlaces}
          onGiven={onGiven}
        />
      </div>
      {hasRule && (
        <div hidden={way !== 'rule'}>
          <RuleInput inputId={inputId} owner={owner} list={list} busy={busy} onGiven={onGiven} />
        </div>
      )}
      {way === 'copy' && <CopyInput owner={owner} isFrom={isCopy} busy={busy} onGiven={onGiven} />}
    </Step>
  )
}
