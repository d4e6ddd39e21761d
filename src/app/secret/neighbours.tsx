import { useState, type ReactNode } from 'react'
import { Link } from 'wouter'
import type { Owner } from '../../qovery/owner'
import { secretPath } from '../../rules/page-paths'
import type { Related } from '../relations/relate'
import { ownerWord } from '../words/owner-word'
import { aboutSecret } from '../alias/about-secret'
import { Button } from '../ui/button'
import { counted } from '../ui/count'
import { Name } from '../ui/name'
import { mostDrawn } from './target-drawing'

const most = 50

interface NeighboursProps {
  owner: Owner
  related: Related
  /** How many entries of the list could not be read. */
  unread: number
}

/** What a secret is tied to beside what its drawing shows, as lists of links. */
export const Neighbours = ({ owner, related, unread }: NeighboursProps) => {
  const { aliases, overrides } = related
  const groups: [string, Related[]][] = [
    ['Its aliases', aliases.length > mostDrawn ? aliases : []],
    ['Overridden by', overrides],
  ]
  const tied = groups.filter(([, members]) => members.length > 0)
  if (tied.length === 0 && unread === 0) return null
  return (
    <section aria-label="Relations" className="panel grid gap-4 p-4">
      {unread > 0 && (
        <p className="text-small text-muted">
          {counted(unread, 'entry', 'entries')} of the {ownerWord(owner)}’s list could not be read:
          what {unread === 1 ? 'it is' : 'they are'} tied to is not shown.
        </p>
      )}
      {tied.map(([title, members]) => (
        <Group key={title} title={`${title} (${members.length})`} members={members}>
          {(each) => (
            <>
              <Link href={secretPath(owner, each.secret.id)} className="link wrap-anywhere">
                <Name of={each.secret.key} className="font-mono" />
              </Link>{' '}
              <span translate="no" className="wrap-anywhere text-muted">
                {aboutSecret(each.secret)}
              </span>
            </>
          )}
        </Group>
      ))}
    </section>
  )
}

interface GroupProps {
  title: string
  members: Related[]
  children: (member: Related) => ReactNode
}

const Group = ({ title, members, children }: GroupProps) => {
  const [all, setAll] = useState(false)
  const shown = all ? members : members.slice(0, most)
  return (
    <div>
      <h2 className="mb-1 font-semibold">{title}</h2>
      <ul className="grid gap-1 text-small">
        {shown.map((each) => (
          <li key={each.secret.id}>{children(each)}</li>
        ))}
      </ul>
      {shown.length < members.length && (
        <div className="mt-2">
          <Button onClick={() => setAll(true)}>Show all {members.length}</Button>
        </div>
      )}
    </div>
  )
}
