import { useRef, useState, type ReactNode } from 'react'
import { flushSync } from 'react-dom'
import { Link } from 'wouter'
import type { Secret } from '../../qovery/schema'
import { Notice } from '../ui/notice'
import { DeleteDialog } from './delete-dialog'
import { EditDialog } from './edit-dialog'
import type { Report } from './report'
import { RepointDialog } from './repoint-dialog'
import { RepointNotices } from './repoint-notices'

export interface Change {
  kind: 'edit' | 'delete' | 'repoint'
  secret: Secret
}

interface ChangesProps {
  projectId: string
  /** The project's list as it is shown. */
  secrets: readonly Secret[]
  /** Draws the page; `change` asks for a change. */
  children: (change: (change: Change) => void) => ReactNode
}

/** Stands around a page whose secrets can be changed: asks, says what came of it, and goes on with what was cut off. */
export const Changes = ({ projectId, secrets, children }: ChangesProps) => {
  const [change, setChange] = useState<Change>()
  const [report, setReport] = useState<Report>()
  const heading = useRef<HTMLHeadingElement>(null)
  const close = () => setChange(undefined)
  const done = (next: Report) => {
    // The dialog goes first: everything outside a modal is out of reach for focus.
    flushSync(() => {
      setChange(undefined)
      setReport(next)
    })
    heading.current?.focus()
  }
  const ask = (next: Change) => {
    setReport(undefined)
    setChange(next)
  }
  const shared = { projectId, onClose: close, onDone: done }
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
      {children(ask)}
      {change?.kind === 'edit' && <EditDialog {...shared} seen={change.secret} secrets={secrets} />}
      {change?.kind === 'delete' && <DeleteDialog {...shared} seen={change.secret} />}
      {change?.kind === 'repoint' && (
        <RepointDialog {...shared} alias={change.secret} secrets={secrets} />
      )}
    </>
  )
}
