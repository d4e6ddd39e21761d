import '../ui/app.css'
import { useQuery } from '@tanstack/react-query'
import { Suspense, useEffect, useMemo } from 'react'
import { projectIdOf, type Owner } from '../../qovery/owner'
import { isWellFormed, projectsPath } from '../../qovery/page-paths'
import { Changes } from '../change/changes'
import { DeadEnd } from '../page/dead-end'
import { lazyCode, lazyPart } from '../data/lazy-code'
import { lastProject } from '../queries/last-project'
import { Breadcrumbs } from '../owner/breadcrumbs'
import { useOwnerChain } from '../owner/owner-chain'
import { OwnersBelow } from '../owner/owners-below'
import { PageTitle } from '../page/page-title'
import { secretsQuery } from '../queries/queries'
import { relate } from '../relations/relate'
import { useSession } from '../session/session'
import { UnreadList } from '../page/unread-list'
import { ownerWord } from '../words/owner-word'
import { ProjectHeading } from './project-heading'
import { ProjectList } from './project-list'

const ProjectAsTerraform = lazyPart(
  lazyCode(() => import('../as-code/project-as-terraform')),
  (code) => code.ProjectAsTerraform,
)

const titles = { project: 'Project', environment: 'Environment', service: 'Service' }
const another = { href: projectsPath, label: 'Choose a project' }

/** All secrets of a project, with what points at what. */
export const ProjectPage = ({ owner }: { owner: Owner }) => {
  const projectId = projectIdOf(owner)
  const wellFormed = isWellFormed(owner)
  const { ready } = useSession()
  const enabled = ready && wellFormed
  const chain = useOwnerChain(owner)
  const list = useQuery({ ...secretsQuery(owner), enabled })

  const relations = useMemo(() => list.data && relate(list.data), [list.data])
  const found = list.data !== undefined
  useEffect(() => {
    // A project that shows its list is worth coming back to; a mistyped one is not.
    if (found) lastProject.write(projectId)
  }, [found, projectId])

  if (!wellFormed) {
    return (
      <DeadEnd title="Not a project’s address" way={another}>
        The address must hold the project’s ID. Check that it was copied whole.
      </DeadEnd>
    )
  }
  if (list.data === undefined && list.isError)
    return (
      <UnreadList
        title={`The ${ownerWord(owner)} cannot be shown`}
        kind={owner.kind}
        error={list.error}
        list={list}
        way={another}
      />
    )
  const name = chain.at(-1)?.name ?? titles[ownerWord(owner)]
  return (
    <>
      <PageTitle>{name}</PageTitle>
      {owner.kind !== 'project' && <Breadcrumbs chain={chain.slice(0, -1)} />}
      <ProjectHeading
        owner={owner}
        name={name}
        relations={relations}
        unread={list.data?.unreadable.length ?? 0}
      />
      <OwnersBelow owner={owner} />
      {list.data === undefined || relations === undefined ? (
        <p role="status" className="text-muted">
          {ready
            ? `Reading the ${ownerWord(owner)}’s list…`
            : 'It is shown once Qovery can be asked.'}
        </p>
      ) : (
        <Changes owner={owner} list={list.data}>
          {(change) => (
            <ProjectList
              owner={owner}
              list={list.data}
              relations={relations}
              updatedAt={list.dataUpdatedAt}
              refreshing={list.isFetching}
              failed={list.isError}
              onRefresh={() => void list.refetch()}
              onChange={change}
            />
          )}
        </Changes>
      )}
      {list.data !== undefined && (
        <Suspense>
          <div className="mt-6">
            <ProjectAsTerraform projectId={projectId} list={list.data} />
          </div>
        </Suspense>
      )}
    </>
  )
}
