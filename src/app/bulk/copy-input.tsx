import { useState } from 'react'
import { projectIdOf, scopeOf, type Owner } from '../../qovery/owner'
import type { SecretList } from '../../qovery/schema'
import { fetchNow } from '../queries/fetch-now'
import { secretsQuery } from '../queries/queries'
import { apiName } from '../data/setting'
import { Button } from '../ui/button'
import { counted } from '../ui/count'
import { cut } from '../ui/cut'
import { Field } from '../ui/field'
import { Form } from '../ui/form'
import { inputRow, type InputRow } from './input/input-row'
import { useTree } from './place-tree'
import { linesOf } from './plan/place-lines'
import type { Given } from './plan-input'

interface CopyInputProps {
  owner: Owner
  /** Whether the owner is whose aliases are to be copied, and not where they go. */
  isFrom: boolean
  busy: boolean
  onGiven: (given: Given) => Promise<string | undefined>
}

/** The aliases that a place has itself, to be created in other places: Qovery’s own cloning of a service leaves them out. */
export const CopyInput = ({ owner, isFrom, busy, onGiven }: CopyInputProps) => {
  const projectId = projectIdOf(owner)
  const tree = useTree(projectId, true)
  const [from, setFrom] = useState(isFrom ? owner.id : '')
  const [problem, setProblem] = useState('')
  const [reading, setReading] = useState(false)
  const lines = linesOf(projectId, tree.data, isFrom ? owner : undefined)

  const plan = async () => {
    const place = lines.find(({ id }) => id === from)?.place
    if (place === undefined) return setProblem('Choose whose aliases are to be copied.')
    setReading(true)
    setProblem('')
    const name = place.name ?? 'the project'
    try {
      const list = await fetchNow({ ...secretsQuery(place.owner), staleTime: 0 })
      const rows = aliasesOf(list, place.owner)
      const summary = `${counted(rows.length, 'alias', 'aliases')} of ${name}`
      if (rows.length === 0) setProblem('It has no aliases of its own.')
      else setProblem((await onGiven({ rows, notes: [], summary, isText: false })) ?? '')
    } catch {
      setProblem(`${apiName} did not give out its list. Nothing was sent; try again.`)
    }
    setReading(false)
  }

  return (
    <Form onSubmit={() => void plan()} className="grid gap-3">
      <Field
        id="copy-from"
        label="Copy the aliases of"
        problem={problem}
        hint="Only its own, not those that it sees from further out. Choose above where they go."
        control={(attributes) => (
          <select
            {...attributes}
            translate="no"
            value={from}
            onChange={({ target }) => setFrom(target.value)}
            className="field-box h-9"
          >
            <option value="">{tree.isLoading ? 'Being read…' : 'Choose'}</option>
            {lines.map(
              ({ id, label, place }) =>
                place !== undefined && (
                  <option key={id} value={id}>
                    {cut(place.name ?? label)}
                  </option>
                ),
            )}
          </select>
        )}
      />
      <div className="flex items-center gap-4">
        <Button type="submit" kind="primary" busy={reading || busy}>
          {reading || busy ? 'Making plan…' : 'Make plan'}
        </Button>
        <span className="text-small text-muted">Nothing is sent yet.</span>
      </div>
    </Form>
  )
}

/** An owner's own aliases as rows of an input: their targets by key, since another place has its own. */
const aliasesOf = ({ results }: SecretList, owner: Owner): InputRow[] =>
  results
    .filter(({ scope, aliased_secret }) => scope === scopeOf(owner) && aliased_secret !== null)
    .map(({ key, aliased_secret, description, enable_interpolation_in_file: interpolation }, at) =>
      inputRow(at + 1, key, aliased_secret?.key ?? '', { description, interpolation }),
    )
