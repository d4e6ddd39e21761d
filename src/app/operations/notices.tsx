import '../ui/app.css'
import { useEffect, useLayoutEffect, useRef } from 'react'
import { useLocation } from 'wouter'
import { useSession } from '../session/session'
import { counted } from '../ui/count'
import { askedHere, askedInForm } from './asked-here'
import { operations } from './in-browser'
import { OperationNotice } from './operation-notice'
import type { Status } from './statuses'
import { tellerOf, type Teller } from './teller'
import { dismissOver, useStatuses } from './use-operations'
import { useListedOwner } from './use-told-in-place'

/** Every operation that no form or dialog shows: under way unseen, cut off, open, or just done. */
export const Notices = () => {
  const all = useStatuses()
  const { ready } = useSession()
  const [path] = useLocation()
  const listed = useListedOwner()
  const on = { path, listed, ready, askedHere, askedInForm: askedInForm() }
  const toldBy = (teller: Teller) => all.filter((each) => tellerOf(each, on) === teller)
  const [notices, toasts] = [toldBy('notice'), toldBy('toast')]
  const hidden = toldBy('sign-in').length
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
  const ids = [...notices, ...toasts].map(({ operation }) => operation.id)
  const before = useRef(ids)
  useEffect(() => {
    const isOneGone = before.current.some((id) => !ids.includes(id))
    before.current = ids
    if (isOneGone && document.activeElement === document.body) focusPage()
  })
  return (
    <>
      {hidden > 0 && (
        <p className="mb-4 text-muted">
          What became of {counted(hidden, 'change')} is kept, and appears once you have signed in.
        </p>
      )}
      <Told statuses={notices} className="mb-4" />
      {/* Beside the list that shows the same: it keeps its place. */}
      <Told
        statuses={toasts}
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

const isInterrupted = ({ progress, result, isElsewhere }: Status) =>
  progress === undefined && result === undefined && !isElsewhere

const focusPage = () => {
  const heading =
    document.querySelector<HTMLElement>('main [data-left]') ??
    document.querySelector<HTMLElement>('main h1')
  if (heading === null) return
  if (heading.tabIndex < 0) heading.tabIndex = -1
  heading.focus({ preventScroll: heading.matches('[data-left]') })
}
