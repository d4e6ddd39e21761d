import { interpolates } from '../../rules/interpolates'
import { cut } from '../ui/cut'
import { Name } from '../ui/name'
import { NamedText } from '../ui/named-text'
import { EditedRow } from './edited-row'
import type { Verdict } from './plan/judge-row'
import type { RowChange } from './plan/plan'
import { nameOfRow, type PlacedRow } from './plan/whole-plan'
import { verdictWords } from './plan/verdict-words'
import { Cell } from './row-table'
import { factsOf } from './target-facts'

interface PlanRowProps {
  row: PlacedRow
  editing: boolean
  onEdit: (on: boolean) => void
  onTyped: () => void
  onChange: (change: RowChange) => void
}

/** Where focus returns when a row was changed. */
export const editButtonId = (row: PlacedRow) => `edit-${encodeURIComponent(nameOfRow(row))}`

const tones: Record<Verdict, string> = {
  create: 'text-ok',
  exists: 'text-muted',
  conflict: 'text-danger',
  ambiguous: 'text-warning',
  duplicate: 'text-warning',
  confirm: 'text-warning',
  unreadable: 'text-warning',
  invalid: 'text-danger',
}

/** The cells of a planned row, or its fields while somebody changes it. */
export const PlanRow = ({ row, editing, onEdit, onTyped, onChange }: PlanRowProps) =>
  editing ? (
    <EditedRow row={row} onEdit={onEdit} onTyped={onTyped} onChange={onChange} />
  ) : (
    <>
      <span role="cell" title={nameOfRow(row)} className="text-muted tabular-nums">
        {row.at}
      </span>
      <Cell below={row.where}>{row.key}</Cell>
      <TargetCell row={row} onChange={onChange} />
      <span role="cell" className={`font-semibold ${tones[row.verdict]}`}>
        {verdictWords[row.verdict]}
      </span>
      <span role="cell" className="flex min-w-0 flex-wrap items-center justify-end gap-x-2">
        {/* Where the column is narrow, its buttons stand below. */}
        <span className="min-w-0 grow basis-32 py-1 text-muted">
          {row.reason !== '' && (
            <span
              // What is created all the same, and is worth a look before it is.
              className={`block break-words ${row.verdict === 'create' ? 'text-warning' : ''}`}
            >
              <NamedText
                text={cut(row.reason, 500)}
                names={[row.key, row.target, row.secret?.key ?? '']}
              />
            </span>
          )}
          {row.verdict === 'create' && <Sent row={row} />}
        </span>
        {row.verdict === 'confirm' && (
          <RowButton label={`Use anyway: ${row.key}`} onClick={() => onChange({ agreed: true })}>
            Use anyway
          </RowButton>
        )}
        {row.misplaced === undefined && (
          <RowButton
            id={editButtonId(row)}
            label={`Edit ${nameOfRow(row)}`}
            onClick={() => onEdit(true)}
          >
            Edit
          </RowButton>
        )}
      </span>
    </>
  )

/** What will be sent beside key and target. */
const Sent = ({ row }: Pick<PlanRowProps, 'row'>) => {
  const description = row.description ?? ''
  const interpolation = interpolates(row, row.secret) ? 'interpolation on' : ''
  const dot = description !== '' && interpolation !== '' ? '· ' : ''
  // On one line: a table whose rows grow as they come in sight has no end to go to.
  return (
    <span title={description} className="flex min-w-0 gap-1">
      {description !== '' && (
        <span className="min-w-0 truncate">
          <bdi>{cut(description)}</bdi>
        </span>
      )}
      {interpolation !== '' && <span className="shrink-0">{dot + interpolation}</span>}
    </span>
  )
}

const TargetCell = ({ row, onChange }: Pick<PlanRowProps, 'row' | 'onChange'>) => {
  if (row.candidates === undefined) return <Cell>{row.secret?.key ?? row.target}</Cell>
  return (
    <span role="cell" className="grid min-w-0 gap-1">
      <span className="font-mono wrap-anywhere">
        <Name of={row.target} className="" />
      </span>
      <select
        aria-label={`Target of ${nameOfRow(row)}`}
        translate="no"
        value=""
        onChange={({ target }) => onChange({ target: target.value })}
        className="min-h-7 w-full rounded-card border border-control px-2"
      >
        <option value="">choose one of {row.candidates.length}</option>
        {row.candidates.map((secret) => (
          <option key={secret.id} value={secret.id}>
            {factsOf(secret)}
          </option>
        ))}
      </select>
    </span>
  )
}

interface RowButtonProps {
  id?: string
  label: string
  onClick: () => void
  children: string
}

const RowButton = ({ id, label, onClick, children }: RowButtonProps) => (
  <button
    id={id}
    type="button"
    aria-label={label}
    onClick={onClick}
    className="link min-h-6 shrink-0"
  >
    {children}
  </button>
)
