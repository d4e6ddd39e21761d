import { useEffect, useRef, useState } from 'react'
import type { ChosenChange } from '../change/chosen-rows'
import { OnceSignedIn } from '../sign-in/once-signed-in'
import { counted, grouped } from '../ui/count'
import { cut } from '../ui/cut'
import { exactText } from '../ui/exact-text'
import { Field } from '../ui/field'
import { Form } from '../ui/form'
import { NamedText } from '../ui/named-text'
import { CountFilters } from './count-filters'
import { callsOfChanges } from './plan/estimate'
import { changeVerdicts, type ChangeVerdict, type PlannedChange } from './plan/plan-changes'
import { PlanStart, useStart } from './plan-start'
import { requestWords } from './request-words'
import { Cell, RowTable } from './row-table'
import { startChanges } from './run/job-actions'
import { Step } from './step'

interface ChangePlanProps {
  projectId: string
  action: ChosenChange['action']
  planned: readonly PlannedChange[]
  /** Of a plan of deletions, whether all is known that goes along. */
  isKnown: boolean
  /** The same by what was typed last. */
  latest: () => readonly PlannedChange[]
  /** Says what is missing for it, where something is. */
  isMissing: () => boolean
  onBegun: () => void
}

const columns = ['Row', 'Key', 'Points at', 'Verdict', 'What follows, or why not']

const sendWords = { delete: 'delete', repoint: 're-point', edit: 'save' }
const wordsOf = (verdict: ChangeVerdict, action: ChosenChange['action']) =>
  ({ send: sendWords[action], dependent: 'goes along', same: 'as it is', cannot: 'left out' })[
    verdict
  ]

const tones: Record<ChangeVerdict, string> = {
  send: '',
  dependent: 'text-warning',
  same: 'text-muted',
  cannot: 'text-warning',
}

/** What will become of each chosen row, before anything is sent, and the button that begins it. */
export const ChangePlan = (props: ChangePlanProps) => {
  const { projectId, action, planned, isKnown, isMissing } = props
  const [filter, setChosen] = useState<ChangeVerdict>()
  const [typed, setTyped] = useState('')
  const [unsaid, setUnsaid] = useState('')
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    // It is the answer to what was pressed in the list; where something is to be typed first, that has it.
    if (action === 'delete') heading.current?.focus()
  }, [action])

  const counts = new Map<ChangeVerdict, number>()
  for (const { verdict } of planned) counts.set(verdict, (counts.get(verdict) ?? 0) + 1)
  // A filter of nothing is no filter.
  const chosen = filter && counts.has(filter) ? filter : undefined
  const sent = counts.get('send') ?? 0
  const gone = deletedBy(planned)
  // What cannot be taken back is agreed to by a number that only whoever read it knows.
  const asks =
    action === 'delete' && planned.some(({ verdict, canUndo }) => verdict === 'send' && !canUndo)
  const calls = callsOfChanges(planned)

  const { start, starting, problem } = useStart(async () => {
    const latest = props.latest()
    if (latest.some(({ verdict }) => verdict === 'send'))
      await startChanges(projectId, action, latest, props.onBegun)
  })
  const submit = () => {
    if (isMissing()) return
    if (asks && typed.trim() !== String(gone)) {
      setUnsaid(`Type ${gone} to say that you mean all of them.`)
      document.getElementById('deleted-count')?.focus()
      return
    }
    void start()
  }

  const indexes = [...planned.keys()].filter(
    (rowIndex) => chosen === undefined || planned[rowIndex]?.verdict === chosen,
  )
  return (
    <Step
      number={2}
      title="Plan"
      headingRef={heading}
      summary={sent === 0 ? 'Nothing to send.' : calls === 0 ? '' : requestWords(calls)}
    >
      <CountFilters
        label="Verdicts"
        counts={changeVerdicts.map((name) => ({
          name,
          label: wordsOf(name, action),
          count: counts.get(name) ?? 0,
        }))}
        chosen={chosen}
        onChoose={setChosen}
      />
      <OnceSignedIn what="The rows of this plan">
        <RowTable label="Plan" columns={columns} indexes={indexes} rows={planned}>
          {(row, rowIndex) => <PlannedRow row={row} number={rowIndex + 1} action={action} />}
        </RowTable>
      </OnceSignedIn>
      <Form onSubmit={submit} className="grid gap-3">
        {asks && (
          <div className="max-w-sm">
            <Field
              id="deleted-count"
              label={`Type ${gone} to delete ${gone === 1 ? 'it' : `all ${grouped(gone)}`}`}
              hint={
                isKnown
                  ? 'Not all of it can be undone.'
                  : 'Not all of it can be undone, and more may go along: not all of what lies further in was read just now.'
              }
              problem={unsaid}
              control={(attributes) => (
                <input
                  {...attributes}
                  {...exactText}
                  inputMode="numeric"
                  value={typed}
                  onChange={({ target }) => {
                    setTyped(target.value)
                    setUnsaid('')
                  }}
                  className="field-box h-9 font-mono text-small"
                />
              )}
            />
          </div>
        )}
        <PlanStart
          sent={sent}
          others={planned.length - sent - (counts.get('dependent') ?? 0)}
          isDanger={action === 'delete'}
          otherwise="no row of this plan changes anything."
          starting={starting}
          problem={problem}
        >
          {doWords(action, sent)}
          {action === 'delete' && gone > sent && `: ${counted(gone, 'secret')} in all`}
        </PlanStart>
      </Form>
    </Step>
  )
}

const doWords = (action: ChosenChange['action'], count: number) =>
  ({
    delete: `Delete ${counted(count, 'row')}`,
    repoint: `Re-point ${counted(count, 'alias', 'aliases')}`,
    edit: `Save ${counted(count, 'description')}`,
  })[action]

/** How many secrets a plan deletes, with all that goes along. */
const deletedBy = (planned: readonly PlannedChange[]) => {
  const ids = new Set<string>()
  let unread = 0
  for (const { operation, secret, dependents, unreadDependents } of planned) {
    if (operation === undefined || secret === undefined) continue
    for (const { id } of [secret, ...dependents]) ids.add(id)
    unread += unreadDependents
  }
  return ids.size + unread
}

interface PlannedRowProps {
  row: PlannedChange
  number: number
  action: ChosenChange['action']
}

const PlannedRow = ({ row, number, action }: PlannedRowProps) => {
  const { key, target, where, verdict, reason, dependents, dependentsIn, secret, operation } = row
  const from = secret?.aliased_secret?.key ?? ''
  const names = [
    key,
    where ?? '',
    from,
    target,
    ...dependents.map((each) => each.key),
    ...dependentsIn,
  ]
  return (
    <>
      <span role="cell" className="text-muted tabular-nums">
        {number}
      </span>
      <Cell below={where}>{key}</Cell>
      <Cell below={operation?.kind === 'repoint' ? `→ ${target}` : undefined}>{from}</Cell>
      <span role="cell" className={`font-semibold ${tones[verdict]}`}>
        {wordsOf(verdict, action)}
      </span>
      <span role="cell" className="min-w-0 py-1 break-words text-muted">
        <NamedText text={cut(reason, 500)} names={names} />
      </span>
    </>
  )
}
