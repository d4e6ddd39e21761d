import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { Owner } from '../../qovery/owner'
import type { Secret, SecretList } from '../../qovery/schema'
import { dismissOver } from '../operations/use-operations'
import { DeleteDialog } from './delete-dialog'
import { moveFocus } from '../ui/move-focus'
import { EditDialog } from './edit-dialog'
import { RepointDialog } from './repoint-dialog'

export interface Change {
  kind: 'edit' | 'delete' | 'repoint'
  secret: Secret
}

interface ChangesProps {
  owner: Owner
  /** The owner's list as it is shown. */
  list: SecretList
  /** Draws the page; `change` asks for a change. */
  children: (change: (change: Change) => void) => ReactNode
}

/** Stands around a page whose secrets can be changed, and asks. Notices above the page say what came of it. */
export const Changes = ({ owner, list, children }: ChangesProps) => {
  const [change, setChange] = useState<Change>()
  const ask = (next: Change) => {
    dismissOver('all')
    setChange(next)
  }
  const wasAsked = useRef(false)
  useEffect(() => {
    // What opened a dialog may have gone with its row: the list goes on where it was.
    if (wasAsked.current && change === undefined && document.activeElement === document.body)
      moveFocus(document.querySelector<HTMLElement>('main [data-left]'), { preventScroll: true })
    wasAsked.current = change !== undefined
  }, [change])
  return (
    <>
      {children(ask)}
      {change !== undefined && (
        <ChangeDialog
          change={change}
          owner={owner}
          list={list}
          onClose={() => setChange(undefined)}
        />
      )}
    </>
  )
}

interface ChangeDialogProps extends Omit<ChangesProps, 'children'> {
  change: Change
  onClose: () => void
}

/** The question that a change asks before anything is sent. */
export const ChangeDialog = ({ change: { kind, secret }, list, ...shared }: ChangeDialogProps) => {
  switch (kind) {
    case 'edit':
      return <EditDialog {...shared} seen={secret} list={list} />
    case 'delete':
      return <DeleteDialog {...shared} seen={secret} />
    case 'repoint':
      return <RepointDialog {...shared} alias={secret} list={list} />
  }
}
