import '../ui/app.css'
import { useEffect, useLayoutEffect, useRef } from 'react'
import { useLocation } from 'wouter'
import { isWithin } from '../../qovery/owner'
import { createPath, historyPath } from '../../rules/page-paths'
import { useSession } from '../session/session'
import { counted } from '../ui/count'
import { operations } from './in-browser'
import { OperationNotice } from './operation-notice'
import type { Status } from './statuses'
import { isAsWanted, isOpen } from './result'
import { dismissOver, isAskedHere, isAskedInForm, useStatuses } from './use-operations'
import { useListedOwner } from './use-told-in-place'

/** Every operation that no form or dialog shows: under way unseen, cut off, open, or just done. */
export const Notices = () => {
  const all = useStatuses()
  const { ready } = useSession()
  const [path] = useLocation()
  const isForms = (each: Status) => path === createPath && isAskedInForm(each.operation.id)
  // History says the same once more; what was done there just now is still told.
  const isBelow = ({ operation, result }: Status) =>
    path === historyPath && result !== undefined && !isOpen(result) && !isAskedHere(operation.id)
  const told = all.filter((each) => isTold(each) && !isForms(each) && !isBelow(each))
  // What Qovery gave out of secrets goes from the screen with the token. What somebody typed here is theirs.
  const shown = told.filter((each) => ready || isTyped(each))
  const hidden = told.length - shown.length
  const listed = useListedOwner()
  const isToast = ({ operation, result }: Status) =>
    listed !== undefined &&
    isWithin(listed, operation.owner) &&
    isAskedHere(operation.id) &&
    result !== undefined &&
    isAsWanted(result, operation)
  // What is seen stays until somebody goes on.
  const shownAt = useRef(path)
  useLayoutEffect(() => {
    if (shownAt.current === path) return
    shownAt.current = path
    dismissOver('seen')
  }, [path])
  const interrupted = all
    .filter((each) => ready && isInterrupted(each) && each.operation.kind !== 'repoint')
    .map(({ operation }) => operation.id)
    .join(' ')
  // What was cut off is asked for as soon as anything can be asked, once; that sends nothing.
  const asked = useRef(new Set(['']))
  useEffect(() => {
    for (const id of interrupted.split(' ')) {
      if (asked.current.has(id)) continue
      asked.current.add(id)
      void operations.resume(id)
    }
  }, [interrupted])
  // One that goes takes its buttons along, and focus would go nowhere.
  const ids = shown.map(({ operation }) => operation.id)
  const before = useRef(ids)
  useEffect(() => {
    const isOneGone = before.current.some((id) => !ids.includes(id))
    before.current = ids
    if (isOneGone && document.activeElement === document.body) focusPage()
  })
  if (told.length === 0) return null
  const rest = hidden > 0 && (
    <p className="mb-4 text-muted">
      What became of {counted(hidden, 'change')} is kept, and appears once you have signed in.
    </p>
  )
  if (shown.length === 0) return rest
  return (
    <>
      {rest}
      <Told statuses={shown.filter((each) => !isToast(each))} className="mb-4" />
      {/* Beside the list that shows the same: it keeps its place. */}
      <Told
        statuses={shown.filter(isToast)}
        isToast
        className="fixed right-4 bottom-4 left-4 z-20 ml-auto max-h-[40dvh] max-w-[480px] overflow-y-auto rounded-card floating"
      />
    </>
  )
}

interface ToldProps {
  statuses: readonly Status[]
  isToast?: boolean
  className: string
}

const Told = ({ statuses, isToast = false, className }: ToldProps) =>
  statuses.length > 0 && (
    <ul aria-label={isToast ? 'Just done' : 'Operations'} className={`grid gap-3 ${className}`}>
      {statuses.map((each) => (
        <li key={each.operation.id}>
          <OperationNotice status={each} keepsFocus={isToast} />
        </li>
      ))}
    </ul>
  )

const isTyped = ({ operation, result, isOwn }: Status) =>
  isOwn && operation.kind === 'create' && result?.kind !== 'done'

const isInterrupted = ({ progress, result, isElsewhere }: Status) =>
  progress === undefined && result === undefined && !isElsewhere

// What another tab is at is that tab's, but for an alias that does not exist meanwhile.
const isTold = ({ isAttended, isElsewhere, isPast, operation }: Status) =>
  !isAttended && !isPast && (!isElsewhere || operation.kind === 'repoint')

const focusPage = () => {
  const heading =
    document.querySelector<HTMLElement>('main [data-left]') ??
    document.querySelector<HTMLElement>('main h1')
  if (heading === null) return
  if (heading.tabIndex < 0) heading.tabIndex = -1
  heading.focus({ preventScroll: heading.matches('[data-left]') })
}
