import '../ui/app.css'
import { useEffect, useMemo } from 'react'
import { useSearch } from 'wouter'
import { projectIdOf, type Owner } from '../../qovery/owner'
import { isWellFormed, projectsPath } from '../../rules/page-paths'
import { Changes } from '../change/changes'
import { DeadEnd } from '../page/dead-end'
import { lazyCode } from '../data/lazy-code'
import { lazyPart } from '../data/lazy-part'
import { lastOwner } from '../queries/last-owner'
import { Breadcrumbs } from '../owner/breadcrumbs'
import { useOwnerChain } from '../owner/owner-chain'
import { UnreadAround } from '../owner/unread-around'
import { useSeenList } from '../owner/use-seen-list'
import { OwnersBelow } from '../owner/owners-below'
import { PageTitle } from '../page/page-title'
import { relate } from '../relations/relate'
import { fromSearch } from '../relations/view'
import { useSession } from '../session/session'
import { UnreadList } from '../page/unread-list'
import { ownerWord } from '../words/owner-word'
import { ProjectHeading } from './project-heading'
import { ProjectList } from './project-list'

const ProjectAsTerraform = lazyPart(
  lazyCode(() => import('../as-code/project-as-terraform')),
  (code) => code.ProjectAsTerraform,
)

const wordWithArticle = {
  project: 'a project',
  environment: 'an environment',
  service: 'a service',
}
const titles = { project: 'Project', environment: 'Environment', service: 'Service' }
const another = { href: projectsPath, label: 'Choose a project' }

/** All secrets of a project, with what points at what. */
export const ProjectPage = ({ owner }: { owner: Owner }) => {
  const projectId = projectIdOf(owner)
  const wellFormed = isWellFormed(owner)
  const { ready } = useSession()
  const enabled = ready && wellFormed
  const chain = useOwnerChain(owner)
  const { inherited } = fromSearch(useSearch())
  const { seen, list, unread, refresh } = useSeenList(owner, { enabled, wider: inherited })

  // In a project a key is there twice only where an alias overrides what Qovery made, which is said as such.
  const relations = useMemo(
    () => seen && relate(seen.list, owner.kind === 'project' ? undefined : seen),
    [seen, owner.kind],
  )
  const found = seen !== undefined
  useEffect(() => {
    // What shows its list is worth coming back to; a mistyped address is not.
    if (found) lastOwner.write(owner)
  }, [found, owner])

  if (!wellFormed) {
    return (
      <DeadEnd title={`Not ${wordWithArticle[ownerWord(owner)]}’s address`} way={another}>
        The address must hold the {ownerWord(owner)}’s ID. Check that it was copied whole.
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
        isCounted={seen?.isOwn}
        unread={seen?.list.unreadable.length ?? 0}
      />
      <OwnersBelow owner={owner} />
      <UnreadAround unread={unread} contrary={seen?.contrary.size ?? 0} />
      {seen === undefined || relations === undefined ? (
        <p role="status" className="text-muted">
          {ready
            ? `Reading the ${ownerWord(owner)}’s list…`
            : 'It appears once you have signed in.'}
        </p>
      ) : (
        <Changes seen={seen}>
          {(change) => (
            <ProjectList
              owner={owner}
              seen={seen}
              relations={relations}
              updatedAt={list.dataUpdatedAt}
              refreshing={list.isFetching}
              failed={list.isError}
              onRefresh={refresh}
              onChange={change}
            />
          )}
        </Changes>
      )}
      {owner.kind === 'project' && seen !== undefined && (
        <div className="mt-6">
          <ProjectAsTerraform projectId={projectId} list={seen.list} />
        </div>
      )}
    </>
  )
}
