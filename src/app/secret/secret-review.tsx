import { Link, useLocation } from 'wouter'
import { isSameOwner } from '../../qovery/owner'
import { secretPath } from '../../rules/page-paths'
import { indexSecrets } from '../../rules/secret-index'
import { AliasAsCode } from '../as-code/alias-as-code'
import type { Change } from '../change/changes'
import { aliasesToMove, handOverRows } from '../change/chosen-rows'
import { lazyCode } from '../data/lazy-code'
import { lazyPart } from '../data/lazy-part'
import { Breadcrumbs } from '../owner/breadcrumbs'
import { useOwnerChain } from '../owner/owner-chain'
import { isAlias, type Related } from '../relations/relate'
import type { SeenList } from '../relations/seen-list'
import { AliasPanel } from '../alias/alias-panel'
import { madeAlias } from '../alias/made-alias'
import { SecretCard } from '../alias/secret-card'
import { CopyButton } from '../ui/copy-button'
import { Icon } from '../ui/icon'
import { LongText } from '../ui/long-text'
import { ownerWord } from '../words/owner-word'
import { EqualKeys } from './equal-keys'
import { Neighbours } from './neighbours'
import { SecretActions } from './secret-actions'
import { TargetDrawing } from './target-drawing'
import { Name } from '../ui/name'

const Lineage = lazyPart(
  lazyCode(() => import('../lineage/lineage')),
  (code) => code.Lineage,
)

interface SecretReviewProps {
  seen: SeenList
  related: Related
  /** How many entries of the list could not be read. */
  unread: number
  onChange: (change: Change) => void
}

/** A secret whole: its fields, what it points at and overrides, and everything that points at it. */
export const SecretReview = ({ seen, related, unread, onChange }: SecretReviewProps) => {
  const { owner } = seen
  const [, navigate] = useLocation()
  const { secret, orphaned } = related
  const chain = useOwnerChain(owner)
  const heldBy = seen.ownerOf(secret)
  const isInherited = !isSameOwner(heldBy, owner)
  const address = new URL(secretPath(owner, secret.id), location.origin).href
  const pathOf = (id: string) =>
    indexSecrets(seen.list).byId.has(id) ? secretPath(owner, id) : undefined
  return (
    <div className="grid gap-4">
      <div>
        <Breadcrumbs chain={chain} />
        <div className="flex flex-wrap items-center gap-x-3">
          <LongText key={secret.id} text={secret.key} className="order-last basis-full text-left">
            {(shown) => (
              <h1 className="min-w-0 text-title font-semibold wrap-anywhere">
                <Name of={secret.key} shown={shown} className="font-mono" />
              </h1>
            )}
          </LongText>
          <span className="mr-auto rounded-small border border-line px-1.5 text-small text-muted">
            {isAlias(secret) ? 'Alias' : 'Secret'}
          </span>
          {!isAlias(secret) && (
            <CopyButton what="link" text={address}>
              Copy link
            </CopyButton>
          )}
        </div>
        {isInherited && (
          <p className="text-muted">
            Inherited from the {ownerWord(heldBy)}:{' '}
            <Link className="link" href={secretPath(heldBy, secret.id)}>
              open it there
            </Link>
            .
          </p>
        )}
        {related.equal !== undefined && <EqualKeys owner={owner} status={related.equal} />}
      </div>
      <SecretActions
        owner={seen.owner}
        heldBy={heldBy}
        related={related}
        onMoveAliases={() => navigate(handOverRows(aliasesToMove(secret, { ...seen, at: owner })))}
        onChange={onChange}
      />
      {orphaned && (
        <p className="flex gap-1.5 text-warning">
          <Icon name="warning" className="mt-0.5" />
          Orphaned: its target is not in the {ownerWord(owner)}’s list. It was deleted, or is at
          another scope. Re-point mends this.
        </p>
      )}
      {isAlias(secret) ? (
        <AliasPanel {...madeAlias({ alias: secret, address, pathOf })} />
      ) : (
        <section aria-label="Secret" className="grid min-w-0 gap-3">
          <div className="panel grid gap-3 p-4">
            <h2 className="text-lead font-semibold">What points at it</h2>
            <TargetDrawing owner={owner} related={related} />
          </div>
          <SecretCard title="Fields" secret={secret} wide />
        </section>
      )}
      <Neighbours owner={owner} related={related} unread={unread} />
      {(heldBy.kind === 'project' || heldBy.kind === 'environment') && (
        <section aria-labelledby="further-in" className="panel grid gap-2 p-4">
          <h2 id="further-in" className="font-semibold">
            Where it is used
          </h2>
          <Lineage
            owner={heldBy}
            secret={secret}
            otherwise={<p className="text-muted">The page is loading.</p>}
          />
        </section>
      )}
      {isAlias(secret) && <AliasAsCode owner={heldBy} alias={secret} level={2} />}
    </div>
  )
}
