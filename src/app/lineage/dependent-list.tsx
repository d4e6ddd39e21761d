import { Link } from 'wouter'
import { ownerPath, secretPath } from '../../rules/page-paths'
import type { Secret } from '../../qovery/schema'
import { useStore } from '../data/use-store'
import { isAlias } from '../relations/relate'
import { Name } from '../ui/name'
import { findDependents, nothingFound, placeText } from './lineage-plan'
import { listsRead, type LineageReading } from './lineage-readings'

interface DependentListProps extends LineageReading {
  secret: Secret
}

/** What depends on a secret further in, with where it is. */
export const DependentList = ({ plan, reader, secret }: DependentListProps) => {
  const nothing = nothingFound(useStore(reader.store))
  const found = findDependents([secret.id], listsRead(plan.below))
  if (found.length === 0) return nothing !== '' && <p className="text-muted">{nothing}</p>
  return (
    <ul aria-label="What depends on it further in" className="grid gap-2">
      {found.map((of) => (
        <li key={of.owner.id} className="border-l-2 border-accent pl-3">
          <Link href={ownerPath(of.owner)} className="link inline-block min-h-6 wrap-anywhere">
            <bdi translate="no">{placeText(of)}</bdi>
          </Link>
          <ul>
            {of.secrets.map((each) => (
              <li key={each.id} className="wrap-anywhere">
                <Link href={secretPath(of.owner, each.id)} className="link inline-block min-h-6">
                  <Name of={each.key} className="font-mono text-small" />
                </Link>{' '}
                <span className="text-small text-muted">
                  {isAlias(each) ? 'alias' : 'override'}
                </span>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  )
}
