import { useCallback, useId, useState, type ReactNode } from 'react'
import { useLocation } from 'wouter'
import type { Owner } from '../../qovery/owner'
import type { Secret, SecretList } from '../../qovery/schema'
import { agreedTo } from '../operations/agreed'
import { notStartedWords } from '../operations/not-started'
import { RepointSteps } from '../operations/repoint-steps'
import { isOpen } from '../operations/result'
import { useRun, useStatuses, wordsFor } from '../operations/use-operations'
import { apiName } from '../data/setting'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { focusRefused } from '../ui/focus-refused'
import { Form } from '../ui/form'
import { findTypedTarget, targetDisabledReason } from './find-typed-target'
import { OwnedElsewhere } from './owned-elsewhere'
import { TargetField } from './target-field'
import { Name } from '../ui/name'

interface RepointDialogProps {
  owner: Owner
  alias: Secret
  list: SecretList
  /** Says whose it is, where it was seen from further in. */
  note: ReactNode
  onClose: () => void
}

/** Points an alias at another secret, and says at each step where it stands. */
export const RepointDialog = ({ owner, alias, list, note, onClose }: RepointDialogProps) => {
  const id = useId()
  const [typed, setTyped] = useState('')
  const [problem, setProblem] = useState('')
  const from = alias.aliased_secret
  const disabledReason = useCallback(
    (target: Secret) => targetDisabledReason(target, alias, owner),
    [alias, owner],
  )
  const [address, navigate] = useLocation()
  const { run, status, notStarted } = useRun({
    // Whatever came of it stays on the page, with what can be done about it.
    says: () => false,
    onEnd: (result, operation) => {
      onClose()
      // It has another ID now, and so another page: what came of it is said there.
      const { link } = wordsFor(operation, result)
      const isOwnPage = address.toLowerCase().endsWith(`/secret/${alias.id}`)
      if (isOwnPage && link !== undefined) navigate(link.href, { replace: true })
    },
  })
  const progress = status?.progress
  const earlier = useStatuses().find(
    ({ operation, result }) =>
      operation.kind === 'repoint' &&
      operation.seen.id === alias.id &&
      (result === undefined || isOpen(result)),
  )?.operation
  const shownProblem = notStarted === undefined ? problem : notStartedWords[notStarted].text
  const submit = () => {
    if (progress !== undefined || from === null) return
    const target = findTypedTarget(typed, list, disabledReason)
    if ('problem' in target) {
      setProblem(target.problem)
      focusRefused(id)
      return
    }
    void run(
      agreedTo({
        kind: 'repoint',
        owner,
        seen: alias,
        from: { id: from.id, key: from.key },
        to: { id: target.secret.id, key: target.secret.key },
      }),
    )
  }

  return (
    <Dialog
      title={
        <>
          Re-point <Name of={alias.key} />
        </>
      }
      onClose={onClose}
    >
      {from === null ? (
        <>
          <p>
            What it points at is not known, so it could not be brought back if the second step
            failed. Delete it, then create it anew.
          </p>
          <div>
            <Button onClick={onClose}>Close</Button>
          </div>
        </>
      ) : (
        <Form onSubmit={submit} className="grid gap-3">
          {note}
          <OwnedElsewhere secret={alias} />
          <p>
            It points at <Name of={from.key} />. {apiName} cannot move an alias, so it is deleted
            and made again; for a moment it does not exist. If it cannot be made again, the old one
            is brought back.
          </p>
          {progress === undefined && earlier?.kind === 'repoint' && (
            <p>
              An earlier re-pointing of it to <Name of={earlier.to.key} /> has not come to an end.
              This one takes its place.
            </p>
          )}
          {progress === undefined || status?.operation.kind !== 'repoint' ? (
            <TargetField
              id={id}
              owner={owner}
              disabledReason={disabledReason}
              list={list}
              value={typed}
              problem={shownProblem}
              onChange={(text) => {
                setTyped(text)
                setProblem('')
              }}
            />
          ) : (
            <RepointSteps operation={status.operation} progress={progress} />
          )}
          <div className="flex flex-wrap gap-2">
            <Button type="submit" kind="primary" busy={progress !== undefined}>
              {progress === undefined ? 'Re-point' : 'Re-pointing…'}
            </Button>
            <Button onClick={onClose}>{progress === undefined ? 'Cancel' : 'Hide'}</Button>
          </div>
        </Form>
      )}
    </Dialog>
  )
}
