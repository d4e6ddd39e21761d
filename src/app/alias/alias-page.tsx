import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, type ReactNode } from 'react'
import { Link } from 'wouter'
import { findId } from '../../qovery/console-link'
import { PageTitle } from '../page-title'
import { secretsQuery } from '../queries'
import { Result } from '../review/result'
import { useSession } from '../session/session'
import { peer } from '../session/setting'
import { Button } from '../ui/button'

const AliasAsCode = lazy(async () => ({
  default: (await import('../alias-as-code')).AliasAsCode,
}))

interface AliasPageProps {
  projectId: string
  aliasId: string
}

/** One alias at its own address. There is no call for a single secret, so it is looked up in the project's list. */
export const AliasPage = ({ projectId, aliasId }: AliasPageProps) => {
  const wellFormed = [projectId, aliasId].every((id) => findId(id, 'secret') === id.toLowerCase())
  const { ready } = useSession()
  const list = useQuery({ ...secretsQuery(projectId), enabled: ready && wellFormed })
  if (!wellFormed) {
    return (
      <Nothing title="Not an alias’s address">
        The address must hold two IDs, the project’s and the alias’s. Check that it was copied
        whole.
      </Nothing>
    )
  }
  if (list.isPending) {
    return (
      <p role="status" className="text-muted">
        {ready ? 'Reading the project’s list…' : 'The alias is shown once Qovery can be asked.'}
      </p>
    )
  }
  if (list.isError) {
    return (
      <Nothing title="The alias cannot be shown">
        {peer} did not give out the project’s list, so whether the alias still exists is not known.
        Nothing was changed.
        <span className="mt-4 block">
          <Button busy={list.isFetching} onClick={() => void list.refetch()}>
            Try again
          </Button>
        </span>
      </Nothing>
    )
  }
  const alias = list.data.find(({ id }) => id.toLowerCase() === aliasId.toLowerCase())
  if (alias === undefined) {
    return (
      <Nothing title="No such alias in this project">
        The project’s list does not have it: it was deleted, or it is in another project.
      </Nothing>
    )
  }
  return (
    <div className="mx-auto grid max-w-[720px] gap-4">
      <PageTitle>{alias.key}</PageTitle>
      <h1 className="text-title font-semibold">
        {alias.variable_type === 'ALIAS' ? 'Alias' : 'Secret'}
      </h1>
      <Result
        alias={alias}
        title=""
        address={new URL(`/project/${projectId}/secret/${alias.id}`, location.origin).href}
        after={
          <Suspense>
            <AliasAsCode projectId={projectId} alias={alias} />
          </Suspense>
        }
      />
      <p>
        <Link className="link" href={`/?project=${projectId}`}>
          Create another alias in this project
        </Link>
      </p>
    </div>
  )
}

const Nothing = ({ title, children }: { title: string; children: ReactNode }) => (
  <>
    <PageTitle>{title}</PageTitle>
    <h1 className="mb-2 text-title font-semibold">{title}</h1>
    <div className="max-w-prose text-muted">{children}</div>
    <p className="mt-4">
      <Link className="link" href="/">
        Back to the form
      </Link>
    </p>
  </>
)
