import { useMutation, useQuery } from '@tanstack/react-query'
import { useEffect, useId, useRef, useState } from 'react'
import type { Secret } from '../../qovery/schema'
import { browserClock } from '../browser-clock'
import { projectChanged } from '../changed'
import { deleteSecret } from '../outcome/delete-secret'
import { secretsQuery } from '../queries'
import { alongUnread, find, relate, takenAlong } from '../relations/relate'
import { peer } from '../session/setting'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { exactText } from '../ui/exact-text'
import { Field } from '../ui/field'
import { Form } from '../ui/form'
import { deletionReport } from './deletion-report'
import { GoesAlong } from './goes-along'
import { loadClient } from './load-api'
import { notLoaded } from './not-loaded'
import { MakeAgain } from './make-again'
import type { Report } from './report'
import { ReportNotice } from './report-notice'
import { Name, nameInText } from '../ui/name'

interface DeleteDialogProps {
  projectId: string
  seen: Secret
  onClose: () => void
  onDone: (report: Report) => void
}

/** Asks before a secret goes, with everything that goes with it by a list read just now. */
export const DeleteDialog = ({ projectId, seen, onClose, onDone }: DeleteDialogProps) => {
  const field = useId()
  const cancel = useRef<HTMLButtonElement>(null)
  const [typed, setTyped] = useState('')
  const [problem, setProblem] = useState('')
  const [report, setReport] = useState<Report>()
  const list = useQuery({ ...secretsQuery(projectId), staleTime: 0, refetchOnMount: 'always' })
  const isRead = list.isFetchedAfterMount && list.data !== undefined
  const related = isRead ? find(relate(list.data), seen.id) : undefined
  const along = related === undefined ? [] : takenAlong(related).map(({ secret }) => secret)
  const unread = related === undefined || !isRead ? [] : alongUnread(related, list.data)

  const asks = along.length + unread.length > 0
  useEffect(() => {
    if (asks && document.activeElement === cancel.current) document.getElementById(field)?.focus()
  }, [asks, field])

  const { mutate, isPending } = useMutation({
    mutationKey: ['deleteProjectSecret'],
    mutationFn: async () =>
      deleteSecret({
        projectId,
        seen,
        along: along.map(({ id }) => id),
        unreadAlong: unread.length,
        client: await loadClient(),
        clock: browserClock,
        onLook: () => undefined,
      }),
    onSuccess: (deletion) => {
      void projectChanged(projectId)
      const next = deletionReport(deletion, {
        key: nameInText(seen.key),
        along: along.length + unread.length,
        peer,
      })
      if (deletion.kind === 'deleted' || deletion.kind === 'gone') onDone(next)
      else setReport(next)
    },
    onError: () => setReport(notLoaded),
  })
  const submit = () => {
    if (isPending || !isRead) return
    if (asks && typed !== seen.key) {
      setProblem(`Type ${nameInText(seen.key)} to say that you mean it, and all of the list above.`)
      document.getElementById(field)?.focus()
    } else mutate()
  }

  return (
    <Dialog
      title={
        <>
          Delete <Name of={seen.key} />?
        </>
      }
      onClose={onClose}
      // Not what deletes: the key that opened this may be held, or pressed once more.
      first={cancel}
    >
      <Form onSubmit={submit} className="grid gap-3">
        <GoesAlong
          state={list.isError ? 'unread' : isRead ? 'read' : 'reading'}
          along={along}
          unread={unread}
          others={(list.data?.unreadable.length ?? 0) - unread.length}
        />
        {isRead && related === undefined && (
          <p>
            {list.data.unreadable.length === 0
              ? 'The list no longer has it: somebody else deleted it.'
              : 'The list no longer has it, as far as that can be read.'}
          </p>
        )}
        {isRead && <MakeAgain projectId={projectId} seen={seen} along={along} />}
        {asks && (
          <Field
            id={field}
            label="Type its key to delete all of this"
            problem={problem}
            control={(attributes) => (
              <input
                {...attributes}
                value={typed}
                onChange={(event) => setTyped(event.target.value)}
                {...exactText}
                className="field-box h-9 font-mono text-small"
              />
            )}
          />
        )}
        {report !== undefined && <ReportNotice report={report} />}
        <div className="flex flex-wrap gap-2">
          <Button type="submit" kind="danger" busy={isPending || !isRead}>
            {isPending ? 'Deleting…' : 'Delete'}
          </Button>
          <Button ref={cancel} onClick={onClose}>
            Cancel
          </Button>
        </div>
      </Form>
    </Dialog>
  )
}
