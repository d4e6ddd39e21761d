import { useQuery } from '@tanstack/react-query'
import { useEffect, useId, useMemo, useRef, useState, type ReactNode } from 'react'
import type { Owner } from '../../qovery/owner'
import { isWhole, type Secret, type SecretList } from '../../qovery/schema'
import { lazyCode } from '../data/lazy-code'
import { lazyPart } from '../data/lazy-part'
import { findDependents, type ListBelow } from '../lineage/lineage-plan'
import { useReadBelow } from '../lineage/use-read-below'
import { agreedTo } from '../operations/agreed'
import { notStartedWords } from '../operations/not-started'
import { ReportNotice } from '../operations/report-notice'
import { isAsWanted } from '../operations/result'
import { useRun, wordsFor } from '../operations/use-operations'
import { secretsQuery } from '../queries/queries'
import { dependentsOf, find, isAlias, relate, unreadDependentsOf } from '../relations/relate'
import { takesOver } from '../relations/takes-over'
import { Button } from '../ui/button'
import { Name, nameInText } from '../ui/name'
import { Dialog } from '../ui/dialog'
import { exactText } from '../ui/exact-text'
import { Field } from '../ui/field'
import { focusRefused } from '../ui/focus-refused'
import { Form } from '../ui/form'
import { useFocusKept } from '../ui/use-focus-kept'
import { DeployedInstead } from './deployed-instead'
import { DeletedDependents } from './deleted-dependents'
import { OwnedElsewhere } from './owned-elsewhere'
import { MakeAgain } from './make-again'

const Lineage = lazyPart(
  lazyCode(() => import('../lineage/lineage')),
  (code) => code.Lineage,
)

interface DeleteDialogProps {
  owner: Owner
  seen: Secret
  /** Says whose it is, where it was seen from further in. */
  note: ReactNode
  onClose: () => void
}

/** Asks before a secret goes, with everything that goes with it by a list read just now. */
export const DeleteDialog = ({ owner, seen, note, onClose }: DeleteDialogProps) => {
  const field = useId()
  const cancel = useRef<HTMLButtonElement>(null)
  const [typed, setTyped] = useState('')
  const [problem, setProblem] = useState('')
  const list = useQuery({ ...secretsQuery(owner), staleTime: 0, refetchOnMount: 'always' })
  const isRead = list.isFetchedAfterMount && !list.isError && list.data !== undefined
  const related = isRead ? find(relate(list.data), seen.id) : undefined
  const dependents = related === undefined ? [] : dependentsOf(related).map(({ secret }) => secret)
  const unread = related === undefined || !isRead ? [] : unreadDependentsOf(related, list.data)
  const next =
    related === undefined || !isRead
      ? undefined
      : takesOver(related.secret, list.data, (id) => dependents.some((each) => each.id === id))

  const owners = useMemo(() => [owner], [owner])
  const [below] = useReadBelow(owners)
  const further = useMemo(
    () => furtherOf(seen.id, list.data, below?.lists),
    [seen.id, list.data, below],
  )
  // Qovery makes no alias of an alias, and its own clients no override of one.
  const isKnown = below?.isKnown === true || [seen, ...dependents].every(isAlias)
  const allDependents = [
    ...dependents.map((secret) => ({ owner, secret })),
    ...further.flatMap((of) => of.secrets.map((secret) => ({ owner: of.owner, secret }))),
  ]

  const asks = related !== undefined && (allDependents.length + unread.length > 0 || !isKnown)
  useEffect(() => {
    if (asks && document.activeElement === cancel.current) document.getElementById(field)?.focus()
  }, [asks, field])
  // Once everything was read, there may be nothing more to be typed.
  useFocusKept(() => cancel.current, String(asks))

  const { run, status, notStarted, isBusy } = useRun({
    says: (result, operation) => !isAsWanted(result, operation),
    onEnd: (result, operation) => {
      if (!isAsWanted(result, operation)) return
      onClose()
    },
  })
  const words =
    notStarted === undefined
      ? status?.result && wordsFor(status.operation, status.result)
      : notStartedWords[notStarted]
  const submit = () => {
    if (isBusy || !isRead) return
    if (asks && typed !== seen.key) {
      setProblem(`Type ${nameInText(seen.key)} to say that you mean it, and all that goes with it.`)
      focusRefused(field)
      return
    }
    void run(
      agreedTo({
        kind: 'delete',
        owner,
        seen,
        dependents: allDependents.map(({ secret }) => secret.id),
        unreadDependents: unread.length,
      }),
    )
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
        {note}
        <OwnedElsewhere secret={seen} />
        <DeletedDependents
          canUndo={isAlias(seen) && seen.aliased_secret !== null && isWhole(seen)}
          state={list.isError ? 'unread' : isRead ? 'read' : 'reading'}
          isKnown={isKnown}
          dependents={dependents}
          further={further}
          unread={unread}
          others={(list.data?.unreadable.length ?? 0) - unread.length}
        />
        {next !== undefined && <DeployedInstead owner={owner} next={next} />}
        {isRead && related === undefined && (
          <p>
            {list.data.unreadable.length === 0
              ? 'The list no longer has it: it was deleted meanwhile.'
              : 'The list no longer has it, as far as that can be read.'}
          </p>
        )}
        {(!isKnown || further.length > 0) && (
          <section aria-label="Further in">
            <Lineage owner={owner} />
          </section>
        )}
        {isRead && (
          <MakeAgain owner={owner} seen={seen} dependents={allDependents} isKnown={isKnown} />
        )}
        {asks && (
          <Field
            id={field}
            label="Type its key to delete all of this"
            hint={
              !isKnown && 'Not all of what lies further in was read just now: more may go with it.'
            }
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
        {words !== undefined && <ReportNotice words={words} operation={status?.operation} />}
        <div className="flex flex-wrap gap-2">
          <Button type="submit" kind="danger" busy={isBusy || !isRead}>
            {isBusy ? 'Deleting…' : 'Delete'}
          </Button>
          <Button ref={cancel} onClick={onClose}>
            Cancel
          </Button>
        </div>
      </Form>
    </Dialog>
  )
}

/** What goes in narrower places, with the secret itself or with what goes with it in its own list. */
const furtherOf = (id: string, list: SecretList | undefined, below: readonly ListBelow[] = []) => {
  const related = list && find(relate(list), id)
  const dependents = related === undefined ? [] : dependentsOf(related)
  return findDependents([id, ...dependents.map(({ secret }) => secret.id)], below)
}
