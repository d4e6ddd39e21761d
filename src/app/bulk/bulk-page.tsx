import '../app.css'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { Link } from 'wouter'
import { findId } from '../../qovery/console-link'
import { PageTitle } from '../page-title'
import { projectQuery } from '../queries'
import { useSession } from '../session/session'
import { lastProject } from '../last-project'
import { useFocusKept } from '../ui/use-focus-kept'
import { Planning } from './planning'
import { useBulkJob } from './run/bulk-job'
import { recallJob } from './run/job-actions'
import { RunStep } from './run-step'

/** Many aliases of one project: what is wanted, what will become of it, and what became of it. */
export const BulkPage = ({ projectId }: { projectId: string }) => {
  const wellFormed = findId(projectId, 'project') === projectId
  const { ready } = useSession()
  const project = useQuery({ ...projectQuery(projectId), enabled: ready && wellFormed })
  const view = useBulkJob()
  const heading = useRef<HTMLHeadingElement>(null)
  const shown = view.projectId === projectId ? view.phase.kind : 'loading'
  useFocusKept(() => heading.current, shown === 'loading' ? undefined : shown)

  useEffect(() => {
    if (!wellFormed) return
    lastProject.write(projectId)
    void recallJob(projectId)
  }, [projectId, wellFormed])

  if (!wellFormed) return <NoProject />
  const hasJob = shown !== 'loading' && shown !== 'none'
  return (
    <div className="grid gap-4">
      <PageTitle>Many aliases at once</PageTitle>
      <div className="flex flex-wrap items-end justify-between gap-x-4">
        <h1 ref={heading} tabIndex={-1} className="text-title font-semibold">
          Many aliases at once
        </h1>
        <p className="min-w-0 pb-0.5 text-muted">
          {project.data === undefined ? (
            <bdi translate="no" className="font-mono text-small break-all">
              {projectId}
            </bdi>
          ) : (
            <bdi translate="no" className="font-semibold text-ink">
              {project.data.name}
            </bdi>
          )}{' '}
          <Link className="link" href="/bulk?choose">
            Other project
          </Link>
        </p>
      </div>
      {shown === 'loading' && (
        <p role="status" className="text-muted">
          Looking for an earlier job in this browser…
        </p>
      )}
      {shown === 'none' && <Planning key={projectId} projectId={projectId} />}
      {hasJob && <RunStep view={view} />}
    </div>
  )
}

const NoProject = () => (
  <>
    <PageTitle>Not a project’s address</PageTitle>
    <h1 className="mb-2 text-title font-semibold">Not a project’s address</h1>
    <p className="text-muted">
      The address must hold the project’s ID. Nothing was created or changed.{' '}
      <Link className="link" href="/bulk?choose">
        Choose a project
      </Link>
    </p>
  </>
)
