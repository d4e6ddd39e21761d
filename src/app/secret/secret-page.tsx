import '../ui/app.css'
import { useEffect, useLayoutEffect, useMemo } from 'react'
import { useLocation } from 'wouter'
import { findId } from '../../rules/console-link'
import { rankOfScope, type Owner } from '../../qovery/owner'
import type { SecretList } from '../../qovery/schema'
import { isWellFormed, ownerPath, projectsPath, secretPath } from '../../rules/page-paths'
import { indexSecrets } from '../../rules/secret-index'
import { Changes } from '../change/changes'
import { DeadEnd } from '../page/dead-end'
import { idNow } from '../operations/id-now'
import { subjectOf } from '../operations/operation'
import { useStatuses } from '../operations/use-operations'
import { PageTitle } from '../page/page-title'
import { UnreadAround } from '../owner/unread-around'
import { useSeenList } from '../owner/use-seen-list'
import { lastOwner } from '../queries/last-owner'
import { find, relate } from '../relations/relate'
import type { SeenList } from '../relations/seen-list'
import { useSession } from '../session/session'
import { UnreadList } from '../page/unread-list'
import { counted } from '../ui/count'
import { ownerWord } from '../words/owner-word'
import { idsOf } from './ids-of'
import { SecretReview } from './secret-review'
import { nameInText } from '../ui/name'

interface SecretPageProps {
  owner: Owner
  secretId: string
}

const gone = { title: 'Gone', children: 'Nothing is left to be shown here.' }

const missing = (secretId: string, { owner, list }: SeenList) => {
  const word = ownerWord(owner)
  if (indexSecrets(list).unreadableIds.has(secretId)) {
    return {
      title: 'The secret cannot be shown',
      children: `What the ${word}’s list says of it could not be read. Nothing was changed. Look at it in Qovery’s console.`,
    }
  }
  const unread = list.unreadable.length
  return {
    title: `No such secret in this ${word}`,
    children:
      unread === 0
        ? `The ${word}’s list does not have it: it was deleted, or it is in another ${word}.`
        : `The ${word}’s list does not have it, as far as it can be read: it was deleted, it is in another ${word}, or it is among ${counted(unread, 'entry', 'entries')} that could not be read.`,
  }
}

interface MissingProps {
  owner: Owner
  secretId: string
  seen: SeenList
  way: { href: string; label: string }
}

const Missing = ({ owner, secretId, seen, way }: MissingProps) => {
  const statuses = useStatuses()
  const [, navigate] = useLocation()
  // It is there under another ID, and so on another page: what came of it is said there.
  const next = idNow(statuses, secretId)
  useLayoutEffect(() => {
    if (next !== undefined) navigate(secretPath(owner, next), { replace: true })
  }, [navigate, owner, next])
  // Where a notice above says what became of it, it is not said again.
  const isSaid = statuses.some(
    ({ operation, result }) =>
      result !== undefined && subjectOf(operation) === secretId.toLowerCase(),
  )
  return <DeadEnd {...(isSaid ? gone : missing(secretId, seen))} way={way} />
}

const another = { href: projectsPath, label: 'Choose a project' }

/** Whether only the wider lists tell whose a secret is: of what Qovery made, and of a scope that nobody knows yet. */
const isByWidestList = (list: SecretList, secretId: string) => {
  const secret = indexSecrets(list).byId.get(secretId)
  return secret !== undefined && !rankOfScope(secret.scope)
}

/** One secret at its own address. There is no call for a single one, so it is looked up in the project's list. */
export const SecretPage = ({ owner, secretId }: SecretPageProps) => {
  const wellFormed = isWellFormed(owner) && findId(secretId, 'secret') === secretId
  const { ready } = useSession()
  const { seen, list, unread } = useSeenList(owner, {
    enabled: ready && wellFormed,
    wider: (own) => isByWidestList(own, secretId),
  })
  const relations = useMemo(
    () => seen && relate(seen.list, owner.kind === 'project' ? undefined : seen),
    [seen, owner.kind],
  )
  const found = seen !== undefined
  useEffect(() => {
    if (found) lastOwner.write(owner)
  }, [found, owner])
  const all = { href: ownerPath(owner), label: `All secrets of the ${ownerWord(owner)}` }
  if (!wellFormed) {
    return (
      <DeadEnd title="Not a secret’s address">
        The address must hold {idsOf(owner)}. Check that it was copied whole.
      </DeadEnd>
    )
  }
  if (seen === undefined || relations === undefined) {
    if (list.isError) {
      return (
        <UnreadList
          title="The secret cannot be shown"
          kind={owner.kind}
          unknown="Whether the secret still exists is not known."
          error={list.error}
          list={list}
          way={another}
        />
      )
    }
    return (
      <p role="status" className="text-muted">
        {ready
          ? `Reading the ${ownerWord(owner)}’s list…`
          : 'The secret appears once you have signed in.'}
      </p>
    )
  }
  const related = find(relations, secretId)
  return (
    <div className="mx-auto max-w-[720px]">
      <Changes seen={seen}>
        {(change) =>
          related === undefined ? (
            <Missing owner={owner} secretId={secretId} seen={seen} way={all} />
          ) : (
            <>
              <PageTitle>{nameInText(related.secret.key)}</PageTitle>
              <UnreadAround unread={unread} contrary={0} />
              <SecretReview
                seen={seen}
                related={related}
                unread={seen.list.unreadable.length}
                onChange={change}
              />
            </>
          )
        }
      </Changes>
    </div>
  )
}
