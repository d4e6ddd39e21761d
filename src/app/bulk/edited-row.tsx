import { useState, type KeyboardEvent } from 'react'
import { interpolates } from '../../rules/interpolates'
import { codePoints, descriptionMaxLength } from '../../qovery/limits'
import { Button } from '../ui/button'
import { cut } from '../ui/cut'
import { exactText } from '../ui/exact-text'
import { isSending } from '../ui/form'
import { NamedText } from '../ui/named-text'
import type { RowChange } from './plan/plan'
import { nameOfRow, type PlacedRow } from './plan/whole-plan'
import { TargetDialog } from './target-dialog'

interface EditedRowProps {
  row: PlacedRow
  onEdit: (on: boolean) => void
  /** Told that something else stands in a field than before. */
  onTyped: () => void
  onChange: (change: RowChange) => void
}

/** Its first field. */
export const editedFieldId = (row: PlacedRow) => `edited-${encodeURIComponent(nameOfRow(row))}`

/** The fields of a planned row while somebody changes it. */
export const EditedRow = ({ row, onEdit, onTyped, onChange }: EditedRowProps) => {
  const [typed, setTyped] = useState({
    key: row.key,
    target: row.target,
    description: row.description ?? '',
    interpolation: row.interpolation,
  })
  const type = (change: Partial<typeof typed>) => {
    setTyped({ ...typed, ...change })
    onTyped()
  }
  const [isChoosing, setChoosing] = useState(false)
  const rowName = nameOfRow(row)
  const length = codePoints(typed.description)

  const save = () => {
    onEdit(false)
    const after = { ...typed, description: typed.description === '' ? null : typed.description }
    const isChanged =
      after.key !== row.key ||
      after.target !== row.target ||
      typed.description !== (row.description ?? '') ||
      after.interpolation !== row.interpolation
    if (isChanged) onChange(after)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const isLine = event.currentTarget instanceof HTMLInputElement
    if (isSending(event) || (event.key === 'Enter' && isLine)) save()
    if (event.key === 'Escape') onEdit(false)
  }

  const name = 'field-box h-7 px-2 font-mono text-small'
  return (
    <>
      <span role="cell" title={rowName} className="text-muted tabular-nums">
        {row.at}
      </span>
      <span role="cell">
        <input
          ref={focusOnce}
          id={editedFieldId(row)}
          aria-label={`Alias of ${rowName}`}
          value={typed.key}
          onChange={({ target }) => type({ key: target.value })}
          onKeyDown={onKeyDown}
          {...exactText}
          className={name}
        />
      </span>
      <span role="cell" className="flex gap-1.5">
        <input
          aria-label={`Target of ${rowName}`}
          value={typed.target}
          onChange={({ target }) => type({ target: target.value })}
          onKeyDown={onKeyDown}
          {...exactText}
          className={name}
        />
        <button
          type="button"
          aria-label={`Choose a secret for ${rowName}`}
          onClick={() => setChoosing(true)}
          className="link min-h-6 shrink-0"
        >
          Choose
        </button>
        {isChoosing && (
          <TargetDialog
            of={rowName}
            owner={row.owner}
            onChoose={(target) => type({ target })}
            onClose={() => setChoosing(false)}
          />
        )}
      </span>
      <span role="cell" className="text-muted">
        editing
      </span>
      <span role="cell" className="grid min-w-0 gap-1.5 py-1">
        {/* What is to be mended stays in sight meanwhile. */}
        {row.reason !== '' && (
          <span className="break-words text-muted">
            <NamedText text={cut(row.reason, 500)} names={[row.key, row.target]} />
          </span>
        )}
        <textarea
          aria-label={`Description of ${rowName}`}
          placeholder="Description"
          value={typed.description}
          onChange={({ target }) => type({ description: target.value })}
          onKeyDown={onKeyDown}
          rows={1}
          className="field-box grows-with-text max-h-24 min-h-7 px-2 py-1 text-small"
        />
        <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <span
            className={`tabular-nums ${length > descriptionMaxLength ? 'text-danger' : 'text-muted'}`}
          >
            {length}/{descriptionMaxLength}
          </span>
          <label className="flex min-h-6 items-center gap-1.5">
            <input
              type="checkbox"
              aria-label={`Interpolation of ${rowName}`}
              checked={interpolates(typed, row.secret)}
              onChange={({ target }) => type({ interpolation: target.checked })}
              onKeyDown={onKeyDown}
              className="tick"
            />
            Interpolation
          </label>
          <span className="flex gap-2">
            <Button onClick={save}>Save</Button>
            <Button onClick={() => onEdit(false)}>Discard</Button>
          </span>
        </span>
      </span>
    </>
  )
}

const focusOnce = (input: HTMLInputElement | null) => input?.focus()
