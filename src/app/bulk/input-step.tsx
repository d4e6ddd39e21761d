import { useState, type Ref } from 'react'
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
  projectId: string
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

export const InputStep = ({ headingRef, list, places, onPlaces, ...rest }: InputStepProps) => {
  const [way, setWay] = usePlanInput(rest.projectId, 'way')
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
              className="size-4 accent-accent"
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
      <PlaceInput projectId={rest.projectId} chosen={places} onChoose={onPlaces} />
      {/* Both stay once they were looked at: what is given in one way is not lost by a look at the other. */}
      <div hidden={way !== 'text'}>
        <TextInput list={list} {...rest} />
      </div>
      {hasRule && (
        <div hidden={way !== 'rule'}>
          <RuleInput list={list} {...rest} />
        </div>
      )}
      {way === 'copy' && <CopyInput {...rest} />}
    </Step>
  )
}
