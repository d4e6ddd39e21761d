import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { Owner } from '../../qovery/owner'
import { projectIdOf } from '../../qovery/owner'
import type { Secret } from '../../qovery/schema'
import { apiName } from '../data/setting'
import { useStore } from '../data/use-store'
import { treeQuery } from '../queries/tree-query'
import { useSession } from '../session/session'
import { Button } from '../ui/button'
import { counted, grouped } from '../ui/count'
import { useFocusKept } from '../ui/use-focus-kept'
import { ownerWord } from '../words/owner-word'
import { listProblem } from '../words/list-problem'
import { DependentList } from './dependent-list'
import { planLineage, type LineagePlan, type Wanted } from './lineage-plan'
import { lineageReadings, requestsOf, startLineage } from './lineage-readings'
import { LineageProgress } from './lineage-progress'

interface LineageProps {
  /** Whose the secret is. */
  owner: Owner
  /** Undefined where what depends on it is listed elsewhere. */
  secret?: Secret
  /** Whether it is about several secrets. */
  many?: boolean
}

/** What depends on a secret in the environments and services within its owner: looked for when somebody asks. */
export const Lineage = ({ owner, secret, many = false }: LineageProps) => {
  const reading = useStore(lineageReadings).get(owner.id)
  const [isAsked, setAsked] = useState(false)
  const shows = isAsked ? 'cost' : reading === undefined ? 'offer' : 'reading'
  const place = useRef<HTMLDivElement>(null)
  // Each press takes its button away, and brings what is pressed next.
  useFocusKept(() => place.current, shows, { preventScroll: true })
  if (reading !== undefined && !isAsked)
    return (
      <div ref={place} tabIndex={-1} className="grid gap-2">
        <LineageProgress {...reading} />
        {secret !== undefined && <DependentList {...reading} secret={secret} />}
        <div>
          <Button onClick={() => setAsked(true)}>Look again</Button>
        </div>
      </div>
    )
  return isAsked ? (
    <div ref={place} tabIndex={-1}>
      <Plan owner={owner} onStart={() => setAsked(false)} />
    </div>
  ) : (
    <div ref={place} tabIndex={-1} className="grid justify-items-start gap-2">
      <p className="text-muted">
        The lists of what lies within the {ownerWord(owner)} were not read: aliases and overrides of{' '}
        {many ? 'them' : 'it'} may be there.
      </p>
      <Button onClick={() => setAsked(true)}>
        {owner.kind === 'project' ? 'Look in environments and services' : 'Look in its services'}
      </Button>
    </div>
  )
}

const Plan = ({ owner, onStart }: { owner: Owner; onStart: () => void }) => {
  const { ready } = useSession()
  const tree = useQuery({ ...treeQuery(projectIdOf(owner)), enabled: ready })
  const [wanted, setWanted] = useState<Wanted>({ previews: false, expiring: false })
  if (tree.data === undefined)
    return (
      <p role="status" className="text-muted">
        {tree.isError
          ? `Which environments there are cannot be told: ${listProblem(tree.error, apiName).what} Nothing was changed.`
          : 'Reading which environments and services there are…'}
      </p>
    )
  const plan = planLineage(tree.data, owner, wanted)
  const everything = planLineage(tree.data, owner, { previews: true, expiring: true })
  const { servicesError, environmentsError } = tree.data
  return (
    <div className="grid justify-items-start gap-2">
      <p>{costText(owner, plan)}</p>
      {(servicesError ?? environmentsError) !== null && (
        <p className="text-small text-warning">
          {servicesError === null ? 'Environments' : 'Services'} that this token may not list are
          left out.
        </p>
      )}
      {everything.below.length > planLineage(tree.data, owner, never).below.length && (
        <div className="flex flex-wrap gap-x-4">
          <Tick
            label="Previews too"
            checked={wanted.previews}
            onChange={(previews) => setWanted({ ...wanted, previews })}
          />
          <Tick
            label="Throwaway clones too"
            checked={wanted.expiring}
            onChange={(expiring) => setWanted({ ...wanted, expiring })}
          />
        </div>
      )}
      <Button
        kind="primary"
        onClick={() => {
          startLineage(owner.id, plan)
          onStart()
        }}
      >
        Read {counted(plan.below.length, 'list')}
      </Button>
    </div>
  )
}

const never: Wanted = { previews: false, expiring: false }

/** "1 + 6 + 42 lists: 49 of your 1,000 requests an hour." The first one, the owner's own, is read with the page. */
const costText = (owner: Owner, plan: LineagePlan) => {
  const { environments, services, below } = plan
  const asked = requestsOf(below)
  const parts = owner.kind === 'project' ? [1, environments, services] : [1, services]
  const known = below.length - asked
  return `${parts.map(grouped).join(' + ')} lists: ${grouped(asked)} of your 1,000 requests an hour${known === 0 ? '' : `, since ${grouped(known)} were read just now`}.`
}

interface TickProps {
  label: string
  checked: boolean
  onChange: (checked: boolean) => void
}

const Tick = ({ label, checked, onChange }: TickProps) => (
  <label className="flex min-h-6 items-center gap-1.5">
    <input
      type="checkbox"
      checked={checked}
      onChange={(event) => onChange(event.target.checked)}
      className="tick"
    />
    {label}
  </label>
)
