import { Link, useLocation } from 'wouter'
import { projectOwner } from '../../qovery/owner'
import { bulkPath } from '../../rules/page-paths'
import { forgetProgress, type JobProgress } from '../data/job-progress'
import { Button } from '../ui/button'
import { Notice } from '../ui/notice'

/** How bulk jobs ended while another page was open. */
export const JobsEnded = ({ jobs }: { jobs: readonly JobProgress[] }) => {
  const [path] = useLocation()
  return (
    <div className="mb-4 grid gap-2">
      {jobs.map(({ projectId, end }) => {
        const href = bulkPath(projectOwner(projectId))
        return (
          end !== null && (
            <Notice key={projectId} tone={end.tone} title={`Bulk job ended: ${end.title}`} live>
              <div className="flex flex-wrap items-center gap-3">
                {/* Where a plan stands before the report, that page itself leads to it. */}
                {href !== path && (
                  <Link className="link" href={href}>
                    See the report
                  </Link>
                )}
                <Button onClick={() => forgetProgress(projectId)}>Dismiss</Button>
              </div>
            </Notice>
          )
        )
      })}
    </div>
  )
}
