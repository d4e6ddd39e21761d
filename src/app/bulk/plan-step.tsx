import { useEffect, useMemo, useRef, useState } from 'react'
import { idleLimit } from '../session/idle'
import { OnceSignedIn } from '../sign-in/once-signed-in'
import { Button } from '../ui/button'
import { counted } from '../ui/count'
import { cut } from '../ui/cut'
import { Form } from '../ui/form'
import { useFocusKept } from '../ui/use-focus-kept'
import { CountFilters } from './count-filters'
import { editedFieldId } from './edited-row'
import { editButtonId, PlanRow } from './plan-row'
import { verdictWords } from './plan/verdict-words'
import { nameOf } from './plan/place'
import { estimateSeconds } from './plan/estimate'
import { verdicts, type Verdict } from './plan/judge-row'
import {
  agreeEverywhere,
  callsOf,
  changeAt,
  countsOf,
  isMisplaced,
  nameOfRow,
  partOfRows,
  placeCountOf,
  rowsOf,
  type PlacedRow,
  type PlanPart,
  type WholePlan,
} from './plan/whole-plan'
import { PlanStart, useStart } from './plan-start'
import { requestWords } from './request-words'
import { RowTable } from './row-table'
import { UnattendedNote } from './unattended-note'
import { startJob } from './run/job-actions'
import { Step } from './step'

interface PlanStepProps {
  projectId: string
  plan: WholePlan
  notes: readonly string[]
  onChange: (plan: WholePlan) => void
  /** The job of it is in the journal. */
  onBegun: () => void
}

const columns = ['Row', 'Alias', 'Target', 'Verdict', 'Reason, or description']

/** What will become of each row, before anything is sent; every row can be changed in its place. */
export const PlanStep = (props: PlanStepProps) => {
  const { projectId, plan, notes, onChange } = props
  const [filter, setChosen] = useState<Verdict | 'warned'>()
  const [part, setPart] = useState<string>()
  /** Rows that are open, and whether something was typed in each. */
  const [editing, setEditing] = useState<ReadonlyMap<number, boolean>>(new Map())
  const heading = useRef<HTMLHeadingElement>(null)
  // It appears as the answer to a press of a button that is gone by then.
  useEffect(() => heading.current?.focus(), [])
  const rows = useMemo(() => rowsOf(plan), [plan])
  const counts = countsOf(plan)
  const { create } = counts
  // Whoever agrees to a name takes its button away, and the row along where only such rows are shown.
  const touched = useRef('')
  useFocusKept(
    () => document.getElementById(touched.current) ?? heading.current,
    `${counts.confirm}`,
  )

  const { start, starting, problem } = useStart(() => startJob(projectId, rows, props.onBegun))
  // What is typed in a row that is open is in no plan yet.
  const [isHeld, setHeld] = useState(false)
  const unsaved = [...editing].flatMap(([rowIndex, isTyped]) => (isTyped ? [rowIndex] : []))
  const open = unsaved.length === 0 ? undefined : rows[Math.min(...unsaved)]
  const submit = () => {
    setHeld(open !== undefined)
    if (open === undefined) void start()
    else document.getElementById(editedFieldId(open))?.focus()
  }
  const of = useMemo(() => partOfRows(plan), [plan])
  const shownCounts = countsOf(
    part === undefined ? plan : { parts: plan.parts.filter((_, at) => `${at}` === part) },
  )
  const isIn = (rowIndex: number) => part === undefined || `${of[rowIndex]}` === part
  const warned = rows.filter((row, rowIndex) => isWarned(row) && isIn(rowIndex)).length
  // A filter of nothing is no filter: its rows may have been mended.
  const chosen = filter && { ...shownCounts, warned }[filter] > 0 ? filter : undefined
  const isChosen = (row: PlacedRow) =>
    chosen === undefined || (chosen === 'warned' ? isWarned(row) : row.verdict === chosen)
  const indexes = [...rows.entries()].flatMap(([rowIndex, row]) =>
    editing.has(rowIndex) || (isChosen(row) && isIn(rowIndex)) ? [rowIndex] : [],
  )
  const calls = callsOf(plan)
  const placeCount = placeCountOf(plan)
  const seconds = estimateSeconds(calls)
  return (
    <Step
      number={2}
      title="Plan"
      headingRef={heading}
      summary={
        create === 0
          ? 'Nothing to create.'
          : `${placeCount === 1 ? '' : `${counted(placeCount, 'place')}: `}${requestWords(calls)}`
      }
    >
      <CountFilters
        label="Verdicts"
        counts={[
          ...verdicts.map((name) => ({
            name,
            label: verdictWords[name],
            count: shownCounts[name],
          })),
          { name: 'warned', label: 'with a warning', count: warned },
        ]}
        chosen={chosen}
        onChoose={setChosen}
      />
      {plan.parts.length > 1 && (
        <CountFilters
          label="Places"
          counts={plan.parts.map((each, at) => ({
            name: `${at}`,
            label: <PartName part={each} />,
            count: each.plan.rows.length,
          }))}
          chosen={part}
          onChoose={(next) => {
            setPart(next)
            // What is chosen there may be nowhere here.
            setChosen(undefined)
          }}
        />
      )}
      {notes.length > 0 && <p className="text-small text-muted">{notes.join(' ')}</p>}
      {counts.confirm > 0 && (
        <p className="flex flex-wrap items-center gap-3 text-small">
          {counted(counts.confirm, 'name')} {counts.confirm === 1 ? 'is' : 'are'} advised against.
          <Button
            onClick={() => {
              touched.current = ''
              onChange(agreeEverywhere(plan))
            }}
          >
            Use {counts.confirm === 1 ? 'it' : 'them'} anyway
          </Button>
        </p>
      )}
      <OnceSignedIn what="The rows of this plan" unless={editing.size > 0}>
        <RowTable
          label="Plan"
          columns={columns}
          indexes={indexes}
          rows={rows}
          keepMounted={editing}
        >
          {(row, rowIndex) => (
            <PlanRow
              row={row}
              editing={editing.has(rowIndex)}
              onEdit={(on) => {
                setHeld(false)
                const next = new Map(editing)
                if (on) next.set(rowIndex, false)
                else next.delete(rowIndex)
                setEditing(next)
                if (on) return
                // Later than Enter's own end: the button would take it for a press. It may be in the filter no more.
                requestAnimationFrame(() =>
                  (document.getElementById(editButtonId(row)) ?? heading.current)?.focus(),
                )
              }}
              onTyped={() => setEditing(new Map(editing).set(rowIndex, true))}
              onChange={(change) => {
                touched.current = editButtonId(row)
                onChange(changeAt(plan, rowIndex, change))
              }}
            />
          )}
        </RowTable>
      </OnceSignedIn>
      {seconds * 1000 > idleLimit && <UnattendedNote />}
      <Form onSubmit={submit} className="grid gap-3">
        <PlanStart
          sent={create}
          others={rows.length - create}
          otherwise="no row of this plan creates an alias."
          starting={starting}
          problem={
            isHeld && open !== undefined
              ? `Save or discard ${nameOfRow(open)} first: what is typed there would not be sent.`
              : problem
          }
        >
          Create {counted(create, 'alias', 'aliases')}
        </PlanStart>
      </Form>
    </Step>
  )
}

/** Whether it is created, and worth a look before. */
const isWarned = ({ verdict, reason }: PlacedRow) => verdict === 'create' && reason !== ''

const PartName = ({ part }: { part: PlanPart }) => {
  if (isMisplaced(part)) return 'in no place'
  return part.name === undefined ? nameOf(part) : <bdi translate="no">{cut(part.name)}</bdi>
}
