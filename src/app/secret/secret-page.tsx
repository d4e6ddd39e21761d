import '../app.css'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { findId } from '../../qovery/console-link'
import { Changes } from '../change/changes'
import { DeadEnd } from '../dead-end'
import { PageTitle } from '../page-title'
import { secretsQuery } from '../queries'
import { find, relate } from '../relations/relate'
import { useSession } from '../session/session'
import { UnreadList } from '../unread-list'
import { cut } from '../ui/cut'
import { SecretReview } from './secret-review'

interface SecretPageProps {
  projectId: string
  secretId: string
}

const another = { href: '/project', label: 'Choose a project' }

/** One secret at its own address. There is no call for a single one, so it is looked up in the project's list. */
export const SecretPage = ({ projectId, secretId }: SecretPageProps) => {
  const wellFormed = [projectId, secretId].every((id) => findId(id, 'secret') === id.toLowerCase())
  const { ready } = useSession()
  const list = useQuery({ ...secretsQuery(projectId), enabled: ready && wellFormed })
  const relations = useMemo(() => list.data && relate(list.data), [list.data])
  const all = { href: `/project/${projectId}`, label: 'All secrets of the project' }
  if (!wellFormed) {
    return (
      <DeadEnd title="Not a secret’s address">
        The address must hold two IDs, the project’s and the secret’s. Check that it was copied
        whole.
      </DeadEnd>
    )
  }
  if (list.data === undefined || relations === undefined) {
    if (list.isError) {
      return (
        <UnreadList
          title="The secret cannot be shown"
          unknown="Whether the secret still exists is not known."
          error={list.error}
          list={list}
          way={another}
        />
      )
    }
    return (
      <p role="status" className="text-muted">
        {ready ? 'Reading the project’s list…' : 'The secret is shown once Qovery can be asked.'}
      </p>
    )
  }
  const related = find(relations, secretId)
  return (
    <div className="mx-auto max-w-[720px]">
      <Changes projectId={projectId} secrets={list.data}>
        {(change, isSaid) =>
          related === undefined ? (
            <DeadEnd title={isSaid ? 'Gone' : 'No such secret in this project'} way={all}>
              {isSaid
                ? 'Nothing is left to be shown here.'
                : 'The project’s list does not have it: it was deleted, or it is in another project.'}
            </DeadEnd>
          ) : (
            <>
              <PageTitle>{cut(related.secret.key)}</PageTitle>
              <SecretReview projectId={projectId} related={related} onChange={change} />
            </>
          )
        }
      </Changes>
    </div>
  )
}
