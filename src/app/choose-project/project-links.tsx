import { organizationsQuery } from '../queries/queries'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { cut } from '../ui/cut'
import type { Organization } from '../../qovery/schema'
import { projectsQuery } from '../queries/projects'
import { useSession } from '../session/session'
import { apiName } from '../data/setting'
import { Button } from '../ui/button'
import { UnreadEntries } from '../page/unread-entries'

interface ProjectLinksProps {
  /** Where a project leads to, by its id. */
  hrefOf: (projectId: string) => string
}

/** Every project that can be seen, below its organization. */
export const ProjectLinks = ({ hrefOf }: ProjectLinksProps) => {
  const { ready } = useSession()
  const organizations = useQuery({ ...organizationsQuery, enabled: ready })
  const failed = organizations.isError && (
    <Failed
      what="organizations"
      isKnown={organizations.data !== undefined}
      again={() => void organizations.refetch()}
    />
  )
  if (organizations.data === undefined) {
    if (failed !== false) return failed
    return (
      <p role="status" className="text-muted">
        {ready ? 'Reading the organizations…' : 'They appear once you have signed in.'}
      </p>
    )
  }
  const { results, unreadable } = organizations.data
  if (results.length + unreadable.length === 0)
    return failed || <p className="text-muted">There is no organization that this token can see.</p>
  return (
    <div className="grid gap-6">
      {failed}
      <UnreadEntries entries={unreadable} />
      {results.map((each) => (
        <Projects key={each.id} organization={each} hrefOf={hrefOf} />
      ))}
    </div>
  )
}

interface ProjectsProps extends ProjectLinksProps {
  organization: Organization
}

const Projects = ({ organization, hrefOf }: ProjectsProps) => {
  const projects = useQuery(projectsQuery(organization.id))
  const unread = projects.data?.unreadable ?? []
  const heading = `organization-${organization.id}`
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading} className="mb-2 font-semibold break-words">
        <bdi translate="no">{cut(organization.name)}</bdi>
      </h2>
      <UnreadEntries entries={unread} />
      {projects.isError && (
        <Failed
          what="projects"
          isKnown={projects.data !== undefined}
          again={() => void projects.refetch()}
        />
      )}
      {projects.data === undefined ? (
        !projects.isError && <p className="text-muted">Reading its projects…</p>
      ) : projects.data.results.length === 0 ? (
        <p className="text-muted">It has no projects{unread.length > 0 && ' that can be read'}.</p>
      ) : (
        <ul className="panel divide-y divide-line">
          {projects.data.results.map(({ id, name, description }) => (
            <li key={id}>
              <Link
                href={hrefOf(id)}
                className="block px-4 py-2 break-words -outline-offset-2 hover:bg-sunken"
              >
                <bdi translate="no" className="font-semibold text-accent">
                  {cut(name)}
                </bdi>{' '}
                <span className="text-muted">{cut(description ?? '')}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

interface FailedProps {
  what: string
  /** Whether they are known from before, and listed. */
  isKnown: boolean
  again: () => void
}

const Failed = ({ what, isKnown, again }: FailedProps) => (
  <div role="alert" className="mb-2 text-muted">
    {apiName} did not give out the {what}
    {isKnown ? ' again: these are as they were read before.' : '. Nothing was changed.'}{' '}
    <Button onClick={again}>Try again</Button>
  </div>
)
