import { useQuery } from '@tanstack/react-query'
import { useRef, useState, type RefObject } from 'react'
import type { Owner } from '../../qovery/owner'
import { projectIdOf } from '../../qovery/owner'
import type { Secret } from '../../qovery/schema'
import { apiName, setting } from '../data/setting'
import { useStore } from '../data/use-store'
import { treeQuery } from '../queries/tree-query'
import { useSession } from '../session/session'
import { Button } from '../ui/button'
import { counted } from '../ui/count'
import { useFocusKept } from '../ui/use-focus-kept'
import { ownerWord } from '../words/owner-word'
import { listProblem } from '../words/list-problem'
import { DependentList } from './dependent-list'
import { costText, planLineage, type Wanted } from './lineage-plan'
import { lineageReadings, requestsOf, startLineage } from './lineage-readings'
import { LineageProgress } from './lineage-progress'
import type { ListReader } from './read-lists'

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
        <LookAgain reader={reading.reader} onClick={() => setAsked(true)} />
      </div>
    )
  return isAsked ? (
    <div ref={place} tabIndex={-1}>
      <Plan owner={owner} place={place} onEnd={() => setAsked(false)} />
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

/** Only of a reading that is over: another one would go on beside it. */
const LookAgain = ({ reader, onClick }: { reader: ListReader; onClick: () => void }) => {
  const { status } = useStore(reader.store)
  return (
    (status === 'done' || status === 'cancelled') && (
      <div>
        <Button onClick={onClick}>Look again</Button>
      </div>
    )
  )
}

interface PlanProps {
  owner: Owner
  /** What it stands in: it keeps focus where a press takes its own button away. */
  place: RefObject<HTMLElement | null>
  /** The reading was begun, or nobody wants it any longer. */
  onEnd: () => void
}

const Plan = ({ owner, place, onEnd }: PlanProps) => {
  const { ready } = useSession()
  const tree = useQuery({ ...treeQuery(projectIdOf(owner)), enabled: ready })
  const [wanted, setWanted] = useState<Wanted>({ previews: false, expiring: false })
  useFocusKept(() => place.current, tree.status, { preventScroll: true })
  if (tree.data === undefined)
    return (
      <div className="grid gap-2">
        <p role="status" className="text-muted">
          {tree.isError
            ? `Which environments there are cannot be told: ${listProblem(tree.error, apiName, 'project').what} Nothing was changed.`
            : 'Reading which environments and services there are…'}
        </p>
        {tree.isError && (
          <div className="flex flex-wrap gap-2">
            <Button onClick={() => void tree.refetch()}>Try again</Button>
            <Button onClick={onEnd}>Cancel</Button>
          </div>
        )}
      </div>
    )
  const plan = planLineage(tree.data, owner, wanted)
  const everything = planLineage(tree.data, owner, { previews: true, expiring: true })
  const { servicesError, environmentsError } = tree.data
  return (
    <div className="grid justify-items-start gap-2">
      <p>{costText(owner, plan, requestsOf(plan.below), setting.mode === 'live')}</p>
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
          onEnd()
        }}
      >
        Read {counted(plan.below.length, 'list')}
      </Button>
    </div>
  )
}

const never: Wanted = { previews: false, expiring: false }

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
