import '../ui/app.css'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { Link } from 'wouter'
import { cut } from '../ui/cut'
import { findId } from '../../rules/console-link'
import { chooseOtherBulkPath } from '../../rules/page-paths'
import { forgetProgress } from '../data/job-progress'
import { PageTitle } from '../page/page-title'
import { projectQuery } from '../queries/queries'
import { useSession } from '../session/session'
import { lastProject } from '../queries/last-project'
import { useFocusKept } from '../ui/use-focus-kept'
import { Planning } from './planning'
import { useBulkJob } from './run/bulk-job'
import { restoreJob } from './run/job-actions'
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
    void restoreJob(projectId)
  }, [projectId, wellFormed])

  useEffect(() => {
    if (shown === 'ended') forgetProgress(projectId)
  }, [projectId, shown])

  if (!wellFormed) return <NoProject />
  const hasJob = shown !== 'loading' && shown !== 'none'
  return (
    <div className="grid gap-4">
      <PageTitle>Many aliases at once</PageTitle>
      <div className="grid grid-cols-[minmax(0,1fr)_auto] items-end gap-x-4">
        <h1 ref={heading} tabIndex={-1} className="text-title font-semibold">
          Many aliases at once
        </h1>
        <Link className="link" href={chooseOtherBulkPath}>
          Other project
        </Link>
        <p className="col-span-2 h-6 truncate">
          {project.data === undefined ? (
            <bdi key="id" translate="no" className="font-mono text-small text-muted">
              {projectId}
            </bdi>
          ) : (
            <bdi key="name" translate="no" className="font-semibold">
              {cut(project.data.name)}
            </bdi>
          )}
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
      <Link className="link" href={chooseOtherBulkPath}>
        Choose a project
      </Link>
    </p>
  </>
)
