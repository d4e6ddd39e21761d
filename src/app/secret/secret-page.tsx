import '../ui/app.css'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { findId } from '../../qovery/console-link'
import type { Owner } from '../../qovery/owner'
import { isWellFormed, ownerPath, projectsPath } from '../../qovery/page-paths'
import type { SecretList } from '../../qovery/schema'
import { indexSecrets } from '../../qovery/secret-index'
import { Changes } from '../change/changes'
import { DeadEnd } from '../page/dead-end'
import { subjectOf } from '../operations/operation'
import { useStatuses } from '../operations/use-operations'
import { PageTitle } from '../page/page-title'
import { secretsQuery } from '../queries/queries'
import { find, relate } from '../relations/relate'
import { useSession } from '../session/session'
import { UnreadList } from '../page/unread-list'
import { counted } from '../ui/count'
import { SecretReview } from './secret-review'
import { nameInText } from '../ui/name'

interface SecretPageProps {
  owner: Owner
  secretId: string
}

const gone = { title: 'Gone', children: 'Nothing is left to be shown here.' }

const missing = (secretId: string, list: SecretList) => {
  if (indexSecrets(list).unreadableIds.has(secretId)) {
    return {
      title: 'The secret cannot be shown',
      children:
        'What the project’s list says of it could not be read. Nothing was changed. Look at it in Qovery’s console.',
    }
  }
  const unread = list.unreadable.length
  return {
    title: 'No such secret in this project',
    children:
      unread === 0
        ? 'The project’s list does not have it: it was deleted, or it is in another project.'
        : `The project’s list does not have it, as far as it can be read: it was deleted, it is in another project, or it is among ${counted(unread, 'entry', 'entries')} that could not be read.`,
  }
}

interface MissingProps {
  secretId: string
  list: SecretList
  way: { href: string; label: string }
}

const Missing = ({ secretId, list, way }: MissingProps) => {
  // Where a notice above says what became of it, it is not said again.
  const isSaid = useStatuses().some(
    ({ operation, result }) =>
      result !== undefined && subjectOf(operation) === secretId.toLowerCase(),
  )
  return <DeadEnd {...(isSaid ? gone : missing(secretId, list))} way={way} />
}

const another = { href: projectsPath, label: 'Choose a project' }

/** One secret at its own address. There is no call for a single one, so it is looked up in the project's list. */
export const SecretPage = ({ owner, secretId }: SecretPageProps) => {
  const wellFormed = isWellFormed(owner) && findId(secretId, 'secret') === secretId
  const { ready } = useSession()
  const list = useQuery({ ...secretsQuery(owner), enabled: ready && wellFormed })
  const relations = useMemo(() => list.data && relate(list.data), [list.data])
  const all = { href: ownerPath(owner), label: 'All secrets of the project' }
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
      <Changes owner={owner} list={list.data}>
        {(change) =>
          related === undefined ? (
            <Missing secretId={secretId} list={list.data} way={all} />
          ) : (
            <>
              <PageTitle>{nameInText(related.secret.key)}</PageTitle>
              <SecretReview
                owner={owner}
                related={related}
                unread={list.data.unreadable.length}
                onChange={change}
              />
            </>
          )
        }
      </Changes>
    </div>
  )
}
