import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Owner } from '../../qovery/owner'
import { apiName } from '../data/setting'
import { UnreadEntries } from '../page/unread-entries'
import { projectQuery } from '../queries/queries'
import { useServices } from '../queries/use-services'
import { treeQuery } from '../queries/tree-query'
import { useSession } from '../session/session'
import { Button } from '../ui/button'
import { counted } from '../ui/count'
import { listProblem } from '../words/list-problem'
import { OwnerTree, ServiceList } from './owner-tree'

/** The way from an owner to all that lies within it: read when somebody wants to see it. */
export const OwnersBelow = ({ owner }: { owner: Owner }) => {
  if (owner.kind === 'project') return <OfProject projectId={owner.id} />
  return owner.kind === 'environment' ? <OfEnvironment owner={owner} /> : null
}

// Of projects that were opened: whoever comes back finds them as they were left.
const opened = new Set<string>()

const OfProject = ({ projectId }: { projectId: string }) => {
  const { ready } = useSession()
  const [isOpen, setOpen] = useState(() => opened.has(projectId))
  const project = useQuery({ ...projectQuery(projectId), enabled: ready })
  const count = project.data?.associated_environments_count
  return (
    <details
      open={isOpen}
      onToggle={({ currentTarget: { open } }) => {
        setOpen(open)
        if (open) opened.add(projectId)
        else opened.delete(projectId)
      }}
      className="mb-4 panel px-4 py-2"
    >
      <summary className="rounded-small font-semibold">
        Environments and services
        {typeof count === 'number' && (
          <span className="align-top font-normal text-muted">
            {' '}
            · {counted(count, 'environment')}
          </span>
        )}
      </summary>
      {isOpen && <Tree projectId={projectId} />}
    </details>
  )
}

const Tree = ({ projectId }: { projectId: string }) => {
  const { ready } = useSession()
  const tree = useQuery({ ...treeQuery(projectId), enabled: ready })
  const again = () => void tree.refetch()
  if (tree.data === undefined)
    return tree.isError ? (
      <Unread what="environments" error={tree.error} again={again} />
    ) : (
      <p role="status" className="py-2 text-muted">
        {ready ? 'Reading the environments…' : 'They appear once you have signed in.'}
      </p>
    )
  const { environments, unreadable, environmentsError, servicesError } = tree.data
  return (
    <div className="pt-2">
      {environmentsError !== null && (
        <Unread what="environments" error={environmentsError} again={again} />
      )}
      {servicesError !== null && <Unread what="services" error={servicesError} again={again} />}
      <UnreadEntries entries={unreadable} />
      {environments.length === 0 ? (
        <p className="text-muted">This project has no environments that can be seen.</p>
      ) : (
        <OwnerTree tree={tree.data} />
      )}
    </div>
  )
}

const OfEnvironment = ({ owner }: { owner: Owner }) => {
  const services = useServices(owner)
  if (services === undefined || services.length === 0) return null
  return (
    <details className="mb-4 panel px-4 py-2">
      <summary className="rounded-small font-semibold">
        Services <span className="align-top font-normal text-muted">· {services.length}</span>
      </summary>
      <ServiceList services={services} />
    </details>
  )
}

interface UnreadProps {
  what: 'environments' | 'services'
  error: Error
  again: () => void
}

const Unread = ({ what, error, again }: UnreadProps) => (
  <div role="alert" className="flex flex-wrap items-center gap-3 py-2 text-muted">
    <p>
      The {what} cannot be shown: {listProblem(error, apiName, 'project').what} Nothing was changed.
    </p>
    <Button onClick={again}>Try again</Button>
  </div>
)
