import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react'
import { Link, useLocation } from 'wouter'
import type { Secret, SecretList } from '../../qovery/schema'
import { isLeft, type Repointing } from '../outcome/repoint'
import type { RepointPlan } from '../outcome/repoint-plan'
import { peer } from '../session/setting'
import { Notice } from '../ui/notice'
import { DeleteDialog } from './delete-dialog'
import { EditDialog } from './edit-dialog'
import type { Report } from './report'
import { RepointDialog } from './repoint-dialog'
import { repointReport } from './repoint-report'
import { hideRepoint } from './repoints'
import { RepointNotices } from './repoint-notices'

export interface Change {
  kind: 'edit' | 'delete' | 'repoint'
  secret: Secret
}

interface ChangesProps {
  projectId: string
  /** The project's list as it is shown. */
  list: SecretList
  /** Draws the page; `change` asks for a change, `isSaid` is whether what came of the last one stands above. */
  children: (change: (change: Change) => void, isSaid: boolean) => ReactNode
}

/** Stands around a page whose secrets can be changed: asks, says what came of it, and goes on with what was cut off. */
export const Changes = ({ projectId, list, children }: ChangesProps) => {
  const [change, setChange] = useState<Change>()
  const [report, setReport] = useState<Report>()
  const heading = useRef<HTMLHeadingElement>(null)
  const [address, navigate] = useLocation()
  const close = () => setChange(undefined)
  const done = useCallback((next: Report) => {
    setChange(undefined)
    setReport(next)
  }, [])
  // After the dialog has gone: everything outside a modal is out of reach for focus.
  useEffect(() => {
    if (report !== undefined) heading.current?.focus()
  }, [report])
  const repointed = useCallback(
    ({ plan, ended }: { plan: RepointPlan; ended: Repointing }) => {
      const next = repointReport(ended, plan, peer)
      const isOwnPage = address.toLowerCase().endsWith(`/secret/${plan.alias.id}`)
      // What has not come to an end stays on the page, with what can be done about it.
      if (isLeft(ended)) setChange(undefined)
      // It has another ID now, and so another page: what came of it is said there.
      else if (isOwnPage && next.link !== undefined) navigate(next.link.href, { replace: true })
      else {
        hideRepoint(plan)
        done(next)
      }
    },
    [address, navigate, done],
  )
  const ask = (next: Change) => {
    setReport(undefined)
    setChange(next)
  }
  const shared = { projectId, onClose: close }
  return (
    <>
      {report !== undefined && (
        <div className="mb-4">
          <Notice tone={report.tone} title={report.title} headingRef={heading}>
            <p>{report.text}</p>
            {report.link !== undefined && (
              <p>
                <Link className="link break-all" href={report.link.href}>
                  {report.link.label}
                </Link>
              </p>
            )}
          </Notice>
        </div>
      )}
      <RepointNotices projectId={projectId} />
      {children(ask, report !== undefined)}
      {change?.kind === 'edit' && (
        <EditDialog {...shared} seen={change.secret} list={list} onDone={done} />
      )}
      {change?.kind === 'delete' && <DeleteDialog {...shared} seen={change.secret} onDone={done} />}
      {change?.kind === 'repoint' && (
        <RepointDialog {...shared} alias={change.secret} list={list} onEnded={repointed} />
      )}
    </>
  )
}
