import { Link } from 'wouter'
import { ownerPath, projectsPath } from '../../rules/page-paths'
import { cut } from '../ui/cut'
import { ownerWord } from '../words/owner-word'
import type { NamedOwner } from './owner-chain'

/** The way from all projects to where a page is; what leads to other pages is a link. */
export const Breadcrumbs = ({ chain }: { chain: readonly NamedOwner[] }) => (
  <nav aria-label="Breadcrumbs">
    <ol className="flex flex-wrap gap-x-2 text-small text-muted">
      <li>
        <Link className="link inline-block min-h-6" href={projectsPath}>
          Projects
        </Link>
      </li>
      {chain.map(({ owner, name }) => (
        <li key={owner.id} className="flex min-w-0 items-baseline gap-x-2">
          <span aria-hidden="true">/</span>
          <Link className="link inline-block min-h-6 wrap-anywhere" href={ownerPath(owner)}>
            {name === null ? `this ${ownerWord(owner)}` : <bdi translate="no">{cut(name)}</bdi>}
          </Link>
        </li>
      ))}
    </ol>
  </nav>
)
