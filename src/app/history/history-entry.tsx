import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { Link } from 'wouter'
import { projectIdOf } from '../../qovery/owner'
import { ownerPath } from '../../rules/page-paths'
import type { Past } from '../operations/history'
import { notStartedWords } from '../operations/not-started'
import { keyOf, namesOf } from '../operations/operation'
import { isOpen } from '../operations/result'
import { undoOf } from '../operations/undo'
import { isBeingUndone, startUndo, useStatuses, wordsFor } from '../operations/use-operations'
import { placeName } from '../queries/place-name'
import { projectQuery } from '../queries/queries'
import { treeQuery } from '../queries/tree-query'
import { useSession } from '../session/session'
import { Button } from '../ui/button'
import { Icon, type IconName } from '../ui/icon'
import { Instant } from '../ui/instant'
import { nameInText } from '../ui/name'
import { NamedText } from '../ui/named-text'
import { useFocusKept } from '../ui/use-focus-kept'

const marks = {
  ok: { icon: 'check', className: 'text-ok' },
  info: { icon: 'info', className: 'text-muted' },
  warning: { icon: 'warning', className: 'text-warning' },
  danger: { icon: 'problem', className: 'text-danger' },
} as const satisfies Record<string, { icon: IconName; className: string }>

interface HistoryEntryProps {
  past: Past
  /** Whether a later one took it back. */
  isUndone: boolean
}

/** One operation: what it was, where and when, what came of it, and its undo. */
export const HistoryEntry = ({ past, isUndone }: HistoryEntryProps) => {
  const { operation, result, endedAt } = past
  const { owner } = operation
  const { title, text, tone, link } = wordsFor(operation, result)
  const names = namesOf(operation)
  const { ready } = useSession()
  const project = useQuery(projectQuery(projectIdOf(owner)))
  const tree = useQuery({
    ...treeQuery(projectIdOf(owner)),
    enabled: ready && owner.kind !== 'project',
  })
  const place =
    owner.kind === 'project'
      ? undefined
      : ((tree.data && placeName(owner.id, tree.data)) ??
        (owner.kind === 'environment' ? 'an environment' : 'a service'))
  const { icon, className } = marks[tone]
  return (
    <article className="flex gap-3 px-4 py-3">
      <Icon name={icon} className={`mt-0.5 ${className}`} />
      <div className="grid min-w-0 flex-1 content-start gap-0.5 wrap-anywhere">
        <h2 className="font-semibold">
          <NamedText text={title} names={names} />
        </h2>
        <p className="text-muted">
          <NamedText text={text} names={names} />
        </p>
        <p className="flex flex-wrap gap-x-3 text-small text-muted">
          <Instant text={new Date(endedAt).toISOString()} epoch={endedAt} />
          <Link className="link" href={ownerPath(owner)}>
            <bdi translate="no">{nameInText(project.data?.name ?? 'Its project')}</bdi>
            {place !== undefined && (
              <>
                {' / '}
                <bdi translate="no">{nameInText(place)}</bdi>
              </>
            )}
          </Link>
          {link !== undefined && !isUndone && (
            <Link className="link" href={link.href}>
              <NamedText text={link.label} names={names} />
            </Link>
          )}
          {operation.undoesId !== undefined && <span>An undo</span>}
        </p>
      </div>
      <Undoing past={past} isUndone={isUndone} />
    </article>
  )
}

const Undoing = ({ past, isUndone }: HistoryEntryProps) => {
  const { operation, result } = past
  const [notDone, setNotDone] = useState('')
  useStatuses()
  const isBusy = isBeingUndone(operation.id)
  const [wasUndone] = useState(isUndone)
  const outcome = useRef<HTMLParagraphElement>(null)
  // Its place in the list as well: whoever undoes what is far down goes on from there.
  useFocusKept(() => outcome.current, isUndone ? 'undone' : 'done', { preventScroll: true })
  if (isUndone)
    return (
      <p
        ref={outcome}
        tabIndex={-1}
        className="shrink-0 rounded-small text-muted"
        // Where focus goes back to from the notice beside it.
        {...(wasUndone ? {} : { 'data-left': '' })}
      >
        Undone
      </p>
    )
  // What is not settled is asked for again above the page; an undo is not taken back in turn.
  if (isOpen(result) || result.kind !== 'done' || operation.undoesId !== undefined) return null
  const undo = undoOf(past)
  if (!('wish' in undo))
    return <p className="max-w-56 text-small text-muted">No undo: {undo.why}</p>
  const takeBack = async () => {
    if (isBeingUndone(operation.id)) return
    setNotDone('')
    const why = await startUndo(undo.wish)
    if (why !== undefined) setNotDone(notStartedWords[why].text)
  }
  return (
    <div className="shrink-0">
      <Button
        busy={isBusy}
        aria-label={`${isBusy ? 'Undoing…' : 'Undo'}: ${nameInText(keyOf(operation))}`}
        onClick={() => void takeBack()}
      >
        {isBusy ? 'Undoing…' : 'Undo'}
      </Button>
      {notDone !== '' && (
        <p role="alert" className="mt-1 max-w-56 text-small">
          {notDone}
        </p>
      )}
    </div>
  )
}
