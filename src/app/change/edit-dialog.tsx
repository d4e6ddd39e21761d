import { useId, useState, type ReactNode } from 'react'
import { adviseKey } from '../../rules/alias-key'
import { codePoints, descriptionMaxLength } from '../../qovery/limits'
import type { Owner } from '../../qovery/owner'
import type { Secret, SecretList } from '../../qovery/schema'
import { indexSecrets } from '../../rules/secret-index'
import { agreedTo } from '../operations/agreed'
import { notStartedWords } from '../operations/not-started'
import { ReportNotice } from '../operations/report-notice'
import type { Result } from '../operations/result'
import { useRun, wordsFor } from '../operations/use-operations'
import { narrowerKeys } from '../queries/narrower-keys'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { exactText } from '../ui/exact-text'
import { Field } from '../ui/field'
import { focusRefused } from '../ui/focus-refused'
import { Form } from '../ui/form'
import { Icon } from '../ui/icon'
import { Name } from '../ui/name'
import { NamedText } from '../ui/named-text'
import { Shortcut } from '../ui/shortcut'
import { OldName } from './old-name'
import { OwnedElsewhere } from './owned-elsewhere'
import { keptEdit, type EditDraft } from './edit-draft'

interface EditDialogProps {
  owner: Owner
  seen: Secret
  list: SecretList
  /** Says whose it is, where it was seen from further in. */
  note: ReactNode
  onClose: () => void
}

/** Another key or description for a secret. Its value is neither shown nor sent. */
export const EditDialog = ({ owner, seen, list, note, onClose }: EditDialogProps) => {
  const id = useId()
  const [record] = useState(() => keptEdit(seen.id))
  const [draft, setDraft] = useState(() => {
    const typed = record.read()
    return typed !== undefined && isChange(typed, seen) ? typed : undefined
  })
  const [key, setKey] = useState(draft?.key ?? seen.key)
  const [description, setDescription] = useState(draft?.description ?? seen.description ?? '')
  const [agreed, setAgreed] = useState('')
  const [problem, setProblem] = useState('')
  const [keepsName, setKeepsName] = useState(false)

  const { run, status, notStarted, isBusy } = useRun({
    says: (result) => !isOver(result),
    onEnd: (result, operation) => {
      if (isOver(result)) {
        record.clear()
        onClose()
      } else if (result.kind === 'conflict') {
        setProblem(wordsFor(operation, result).text)
        focusRefused(`${id}-key`)
      }
    },
  })
  const { operation, result } = status ?? {}
  const words =
    notStarted === undefined
      ? operation && result && result.kind !== 'conflict'
        ? wordsFor(operation, result)
        : undefined
      : notStartedWords[notStarted]

  // A name that is kept is nobody's business, whatever could be said about it.
  const context = {
    targetKey: seen.aliased_secret?.key,
    taken: indexSecrets(list),
    except: seen.id,
    owner,
    narrower: narrowerKeys(owner),
  }
  const advice = key === seen.key ? [] : adviseKey(key, context)
  const doubts = advice.filter(({ level }) => level === 'confirm')
  const warnings = advice.filter(({ level }) => level === 'warn')
  const excess = codePoints(description) - descriptionMaxLength
  const blocked = advice.find(({ level }) => level === 'block')
  // At each letter: neither Escape nor a reload or a crash loses any. Cancel does as it says.
  const keep = (typed: EditDraft) => {
    if (isChange(typed, seen)) record.write(typed)
    else record.clear()
  }
  const discard = () => {
    record.clear()
    onClose()
  }
  const submit = () => {
    const message =
      blocked?.message ??
      (doubts.length > 0 && agreed !== key
        ? 'Confirm below that you want this key, or choose another.'
        : '')
    setProblem(message)
    if (message !== '') focusRefused(`${id}-key`)
    else if (excess > 0) focusRefused(`${id}-description`)
    else if (!isChange({ key, description }, seen)) discard()
    else if (!isBusy)
      void run(
        agreedTo({
          kind: 'edit',
          owner,
          seen,
          key,
          description: description === '' ? null : description,
          // Ticked for another key, and told nowhere since the old one is back.
          keepsName: keepsName && key !== seen.key,
        }),
      )
  }

  return (
    <Dialog
      title={
        <>
          Edit <Name of={seen.key} />
        </>
      }
      onClose={onClose}
    >
      <Form onSubmit={submit} className="grid gap-3">
        {note}
        <OwnedElsewhere secret={seen} />
        <Field
          id={`${id}-key`}
          label="Key"
          hint={
            blocked === undefined ? (
              'Case matters. Its value stays as it is.'
            ) : (
              <span role="status">{blocked.message}</span>
            )
          }
          problem={problem}
          control={(attributes) => (
            <input
              {...attributes}
              value={key}
              onChange={(event) => {
                setKey(event.target.value)
                keep({ key: event.target.value, description })
                setProblem('')
              }}
              {...exactText}
              className="field-box h-9 font-mono text-small"
            />
          )}
        >
          {[...doubts, ...warnings].map(({ code, message, names = [] }) => (
            <p key={code} className="flex gap-1.5 text-small text-warning">
              <Icon name="warning" className="mt-0.5" />
              <span className="min-w-0 break-words">
                <NamedText text={message} names={names} />
              </span>
            </p>
          ))}
          {doubts.length > 0 && (
            <label className="flex min-h-6 items-center gap-2">
              <input
                type="checkbox"
                className="tick"
                checked={agreed === key}
                onChange={(event) => setAgreed(event.target.checked ? key : '')}
              />
              Use it anyway
            </label>
          )}
        </Field>
        {key !== seen.key && key !== '' && (
          <OldName
            owner={owner}
            seen={seen}
            list={list}
            checked={keepsName}
            onChange={setKeepsName}
          />
        )}
        <Field
          id={`${id}-description`}
          label="Description"
          aside={
            <span
              className={`text-small tabular-nums ${excess > 0 ? 'text-danger' : 'text-muted'}`}
            >
              {codePoints(description)}/{descriptionMaxLength}
            </span>
          }
          hint="Optional."
          problem={excess > 0 ? `Shorten it by ${excess}: Qovery keeps no more.` : ''}
          control={(attributes) => (
            <textarea
              {...attributes}
              value={description}
              onChange={(event) => {
                setDescription(event.target.value)
                keep({ key, description: event.target.value })
              }}
              rows={2}
              className="field-box grows-with-text max-h-40 min-h-14 py-1.5"
            />
          )}
        />
        {draft !== undefined && (
          <p className="text-small text-muted">
            What you typed before is here again.{' '}
            <button
              type="button"
              className="link min-h-6"
              onClick={() => {
                record.clear()
                setDraft(undefined)
                setKey(seen.key)
                setDescription(seen.description ?? '')
                setProblem('')
                document.getElementById(`${id}-key`)?.focus()
              }}
            >
              Show what is saved
            </button>
          </p>
        )}
        {words !== undefined && <ReportNotice words={words} operation={status?.operation} />}
        <div className="flex flex-wrap items-center gap-2">
          <Button type="submit" kind="primary" busy={isBusy}>
            {isBusy ? 'Saving…' : 'Save'}
          </Button>
          <Button onClick={discard}>Cancel</Button>
          <Shortcut />
        </div>
      </Form>
    </Dialog>
  )
}

/** Whether nothing is left to be edited: it is saved, or gone. */
const isOver = (result: Result) =>
  result.kind === 'done' || (result.kind === 'stale' && result.why === 'gone')

const isChange = ({ key, description }: EditDraft, seen: Secret) =>
  key !== seen.key || description !== (seen.description ?? '')
