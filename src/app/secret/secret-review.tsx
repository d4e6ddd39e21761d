import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { projectIdOf, type Owner } from '../../qovery/owner'
import { ownerPath, secretPath } from '../../qovery/page-paths'
import { AliasAsCode } from '../as-code/alias-as-code'
import type { Change } from '../change/changes'
import { projectQuery } from '../queries/queries'
import { isAlias, type Related } from '../relations/relate'
import { AliasPanel } from '../alias/alias-panel'
import { madeAlias } from '../alias/made-alias'
import { SecretCard } from '../alias/secret-card'
import { CopyButton } from '../ui/copy-button'
import { cut } from '../ui/cut'
import { Icon } from '../ui/icon'
import { Neighbours } from './neighbours'
import { SecretActions } from './secret-actions'
import { SourceDrawing } from './source-drawing'
import { Name } from '../ui/name'

interface SecretReviewProps {
  owner: Owner
  related: Related
  /** How many entries of the project's list could not be read. */
  unread: number
  onChange: (change: Change) => void
}

/** A secret whole: its fields, what it points at and overrides, and everything that points at it. */
export const SecretReview = ({ owner, related, unread, onChange }: SecretReviewProps) => {
  const { secret, orphaned } = related
  const { data: project } = useQuery(projectQuery(projectIdOf(owner)))
  const address = new URL(secretPath(owner, secret.id), location.origin).href
  return (
    <div className="grid gap-4">
      <div>
        <Link className="link wrap-anywhere" href={ownerPath(owner)}>
          All secrets of{' '}
          {project === undefined ? 'the project' : <bdi translate="no">{cut(project.name)}</bdi>}
        </Link>
        <h1 className="text-title font-semibold">{isAlias(secret) ? 'Alias' : 'Secret'}</h1>
      </div>
      <SecretActions owner={owner} secret={secret} onChange={onChange} />
      {orphaned && (
        <p className="flex gap-1.5 text-warning">
          <Icon name="warning" className="mt-0.5" />
          What it points at is not in the project’s list: it is gone, or at another scope.
        </p>
      )}
      {isAlias(secret) ? (
        <AliasPanel {...madeAlias({ alias: secret, address })} />
      ) : (
        <section aria-label="Secret" className="grid min-w-0 gap-3">
          <div className="panel grid gap-3 p-4">
            <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
              <h2 className="min-w-0 text-lead font-semibold break-all">
                <Name of={secret.key} className="font-mono" />
              </h2>
              <CopyButton what="link" text={address}>
                Copy link
              </CopyButton>
            </div>
            <SourceDrawing owner={owner} related={related} />
          </div>
          <SecretCard title="Fields" secret={secret} wide />
        </section>
      )}
      <Neighbours owner={owner} related={related} unread={unread} />
      {isAlias(secret) && <AliasAsCode projectId={projectIdOf(owner)} alias={secret} level={2} />}
    </div>
  )
}
