import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { isSameOwner, type Owner } from '../../qovery/owner'
import type { Secret, SecretList } from '../../qovery/schema'
import { dismissOver } from '../operations/use-operations'
import { secretsQuery } from '../queries/queries'
import type { SeenList } from '../relations/seen-list'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { Name } from '../ui/name'
import { ownerWord } from '../words/owner-word'
import { DeleteDialog } from './delete-dialog'
import { moveFocus } from '../ui/move-focus'
import { InheritedNote } from './inherited-note'
import { EditDialog } from './edit-dialog'
import { RepointDialog } from './repoint-dialog'

export interface Change {
  kind: 'edit' | 'delete' | 'repoint'
  secret: Secret
}

interface ChangesProps {
  /** What is shown. */
  seen: SeenList
  /** Draws the page; `change` asks for a change. */
  children: (change: (change: Change) => void) => ReactNode
}

/** Stands around a page whose secrets can be changed, and asks. Notices above the page say what came of it. */
export const Changes = ({ seen, children }: ChangesProps) => {
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
  const onClose = () => setChange(undefined)
  const owner = change === undefined ? seen.owner : seen.ownerOf(change.secret)
  return (
    <>
      {children(ask)}
      {change !== undefined &&
        (isSameOwner(owner, seen.owner) ? (
          <ChangeDialog change={change} owner={owner} list={seen.ownList} onClose={onClose} />
        ) : (
          <InheritedChange change={change} owner={owner} onClose={onClose} />
        ))}
    </>
  )
}

interface ChangeDialogProps {
  change: Change
  /** Whose the secret is. */
  owner: Owner
  /** The owner's list. */
  list: SecretList
  /** Says whose it is, where it was seen from further in. */
  note?: ReactNode
  onClose: () => void
}

/** What may be done to a secret that was seen from further in is judged by the list of whose it is. */
const InheritedChange = (props: Pick<ChangeDialogProps, 'change' | 'owner' | 'onClose'>) => {
  const { change, owner, onClose } = props
  const list = useQuery(secretsQuery(owner))
  const note = <InheritedNote owner={owner} />
  if (list.data !== undefined) return <ChangeDialog {...props} list={list.data} note={note} />
  return (
    <Dialog title={<Name of={change.secret.key} />} onClose={onClose}>
      {note}
      <p role="status">
        {list.isError
          ? `The ${ownerWord(owner)}’s list could not be read, so it cannot be changed from here. Nothing was changed.`
          : `Reading the ${ownerWord(owner)}’s list…`}
      </p>
      <div>
        <Button onClick={onClose}>Close</Button>
      </div>
    </Dialog>
  )
}

/** The question that a change asks before anything is sent. */
export const ChangeDialog = ({
  change: { kind, secret },
  list,
  note = null,
  ...rest
}: ChangeDialogProps) => {
  const shared = { ...rest, note }
  switch (kind) {
    case 'edit':
      return <EditDialog {...shared} seen={secret} list={list} />
    case 'delete':
      return <DeleteDialog {...shared} seen={secret} />
    case 'repoint':
      return <RepointDialog {...shared} alias={secret} list={list} />
  }
}
