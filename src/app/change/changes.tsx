import { useState, type ReactNode } from 'react'
import type { Owner } from '../../qovery/owner'
import type { Secret, SecretList } from '../../qovery/schema'
import { dismissOver } from '../operations/use-operations'
import { DeleteDialog } from './delete-dialog'
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
  const shared = { owner, onClose: () => setChange(undefined) }
  return (
    <>
      {children(ask)}
      {change?.kind === 'edit' && <EditDialog {...shared} seen={change.secret} list={list} />}
      {change?.kind === 'delete' && <DeleteDialog {...shared} seen={change.secret} />}
      {change?.kind === 'repoint' && (
        <RepointDialog {...shared} alias={change.secret} list={list} />
      )}
    </>
  )
}
