import { useQuery } from '@tanstack/react-query'
import { useCallback, useId, useState } from 'react'
import type { Owner } from '../../qovery/owner'
import type { Secret } from '../../qovery/schema'
import { aliasDisabledReason } from '../../rules/alias-target'
import { emptyList, indexSecrets } from '../../rules/secret-index'
import { findTypedTarget } from '../change/find-typed-target'
import { TargetField } from '../change/target-field'
import { secretsQuery } from '../queries/queries'
import { useSession } from '../session/session'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { Form } from '../ui/form'

interface TargetDialogProps {
  /** The row's, as it is called. */
  of: string
  /** Where the alias is to be. */
  owner: Owner
  /** @param target a key, or an id where the key is there twice */
  onChoose: (target: string) => void
  onClose: () => void
}

/** Chooses the target of a row from what can be seen where its alias is to be. */
export const TargetDialog = ({ of, owner, onChoose, onClose }: TargetDialogProps) => {
  const id = useId()
  const { ready } = useSession()
  const { data: list = emptyList } = useQuery({ ...secretsQuery(owner), enabled: ready })
  const [typed, setTyped] = useState('')
  const [problem, setProblem] = useState('')
  const disabledReason = useCallback(
    (secret: Secret) => aliasDisabledReason(secret, owner),
    [owner],
  )

  const submit = () => {
    const found = findTypedTarget(typed, list, disabledReason)
    if ('problem' in found) {
      setProblem(found.problem)
      document.getElementById(id)?.focus()
      return
    }
    const { key, id: chosen } = found.secret
    onChoose(indexSecrets(list).byKey.get(key)?.length === 1 ? key : chosen)
    onClose()
  }

  return (
    <Dialog title={`Target of ${of}`} onClose={onClose}>
      <Form onSubmit={submit} className="grid gap-3">
        <TargetField
          id={id}
          label="Target"
          owner={owner}
          disabledReason={disabledReason}
          list={list}
          value={typed}
          problem={problem}
          onChange={(text) => {
            setTyped(text)
            setProblem('')
          }}
        />
        <div className="flex flex-wrap gap-2">
          <Button type="submit" kind="primary">
            Use this target
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </div>
      </Form>
    </Dialog>
  )
}
