import { useMemo, useState } from 'react'
import { VList } from 'virtua'
import type { Owner } from '../../qovery/owner'
import type { SecretList } from '../../qovery/schema'
import { Button } from '../ui/button'
import { counted, grouped } from '../ui/count'
import { exactText } from '../ui/exact-text'
import { Field } from '../ui/field'
import { Form } from '../ui/form'
import { Shortcut } from '../ui/shortcut'
import { ownerWord } from '../words/owner-word'
import { isUsable } from './plan/find-named-target'
import { usePlanInput, type Given } from './plan-input'
import { nameByRule, rowsByRule } from './plan/naming-rule'
import { RuledRow } from './ruled-row'

interface RuleInputProps {
  inputId: string
  owner: Owner
  list: SecretList | undefined
  busy: boolean
  /** Resolves to why there is no plan of it, where it is the input that must be changed. */
  onGiven: (given: Given) => Promise<string | undefined>
}

const parts = [
  ['find', 'Replace', 'Wherever it stands. Case matters.'],
  ['replacement', 'With', 'Empty takes it away.'],
  ['prefix', 'Prefix', ''],
  ['suffix', 'Suffix', ''],
] as const

// As high as its rows are, up to a part of the page.
const listHeight = { height: 'auto', maxHeight: 320, contain: 'content' }

/** Many secrets picked from the list, and their aliases named by one rule. */
export const RuleInput = ({ inputId, owner, list, busy, onGiven }: RuleInputProps) => {
  const [rule, setRule] = usePlanInput(inputId, 'rule')
  const [search, setSearch] = useState('')
  const [picked, setPicked] = usePlanInput(inputId, 'picked')
  const [problem, setProblem] = useState('')

  const usable = useMemo(
    () => list?.results.filter((secret) => isUsable(secret, owner)) ?? [],
    [list, owner],
  )
  const shown = usable.filter(({ key }) => key.toLowerCase().includes(search.trim().toLowerCase()))
  const usablePicked = usable.filter(({ id }) => picked.has(id)).length
  const allPicked = shown.every(({ id }) => picked.has(id))
  const keys = useMemo(() => {
    const counts = new Map<string, number>()
    for (const { key } of usable) counts.set(key, (counts.get(key) ?? 0) + 1)
    return counts
  }, [usable])
  const matches =
    search.trim() === ''
      ? ''
      : shown.length === 0
        ? 'No secret matches; '
        : `${counted(shown.length, 'match', 'matches')}; `
  const unusable = picked.size - usablePicked
  const counts =
    list === undefined
      ? `The ${ownerWord(owner)}’s list is being read…`
      : `${matches}${grouped(usablePicked)} of ${counted(usable.length, 'secret')} picked`
  const rest = [
    unusable > 0 && `, and ${grouped(unusable)} that can have no alias here: the plan says why`,
    list !== undefined &&
      list.unreadable.length > 0 &&
      `; ${grouped(list.unreadable.length)} could not be read`,
  ]

  const pick = (ids: readonly string[], on: boolean) => {
    const next = new Set(picked)
    for (const id of ids) {
      if (on) next.add(id)
      else next.delete(id)
    }
    setPicked(next)
    setProblem('')
  }

  const plan = async () => {
    // What was picked elsewhere and cannot be used is in the plan, with the reason.
    const chosen = list?.results.filter(({ id }) => picked.has(id)) ?? []
    if (chosen.length === 0) return setProblem('Pick at least one secret below.')
    const summary = `${counted(chosen.length, 'secret')} named by a rule`
    const given = { rows: rowsByRule(rule, chosen), notes: [], summary, isText: false }
    setProblem((await onGiven(given)) ?? '')
  }

  return (
    <Form onSubmit={() => void plan()} className="grid gap-3">
      <div className="grid grid-cols-2 gap-x-4 lg:grid-cols-4">
        {parts.map(([part, label, hint]) => (
          <Field
            key={part}
            id={`rule-${part}`}
            label={label}
            hint={hint}
            control={(attributes) => (
              <input
                {...attributes}
                value={rule[part]}
                onChange={({ target }) => setRule({ ...rule, [part]: target.value })}
                {...exactText}
                className="field-box h-9 font-mono text-small"
              />
            )}
          />
        ))}
      </div>
      <Field
        id="rule-search"
        label="Search secrets"
        problem={problem}
        hint={[counts, ...rest].filter(Boolean).join('')}
        control={(attributes) => (
          <input
            {...attributes}
            {...exactText}
            type="search"
            value={search}
            onChange={({ target }) => setSearch(target.value)}
            className="field-box h-9"
          />
        )}
      />
      <p role="status" className="sr-only">
        {counts}
      </p>
      {shown.length > 0 && (
        <>
          <label className="flex min-h-6 items-center gap-2">
            <input
              type="checkbox"
              className="tick"
              checked={allPicked}
              onChange={({ target }) =>
                pick(
                  shown.map(({ id }) => id),
                  target.checked,
                )
              }
            />
            Pick all {grouped(shown.length)} shown
          </label>
          <div
            role="group"
            aria-label="Secrets"
            className="overflow-hidden rounded-card border border-line"
          >
            <VList data={shown} style={listHeight}>
              {(secret) => (
                <RuledRow
                  key={secret.id}
                  secret={secret}
                  alias={nameByRule(rule, secret.key)}
                  hasNamesake={(keys.get(secret.key) ?? 0) > 1}
                  isPicked={picked.has(secret.id)}
                  onPick={(on) => pick([secret.id], on)}
                />
              )}
            </VList>
          </div>
        </>
      )}
      <div className="flex items-center gap-4">
        <Button type="submit" kind="primary" busy={busy}>
          {busy ? 'Making plan…' : 'Make plan'}
        </Button>
        <Shortcut />
        <span className="text-small text-muted">Nothing is sent yet.</span>
      </div>
    </Form>
  )
}
