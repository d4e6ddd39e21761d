import { startTransition, useEffect, useState, type ReactNode, type Ref } from 'react'
import type { Secret } from '../../qovery/schema'
import { epochMilliseconds } from '../../qovery/timestamp'
import { afterPaint } from '../ui/after-paint'
import { CopyButton } from '../ui/copy-button'
import { cut } from '../ui/cut'
import { Icon } from '../ui/icon'
import { ago, useNow } from '../ui/instant'
import { aboutSecret } from './about-secret'
import { RelationDrawing } from './relation-drawing'
import { SecretCard } from './secret-card'

interface ResultProps {
  alias: Secret
  /** Whole address of the alias's own page. */
  address: string
  /** "created" right after it was made; otherwise the alias is merely shown. */
  title: string
  headingRef?: Ref<HTMLHeadingElement>
  /** What else can be done with it, beside the link. */
  actions?: ReactNode
  /** What else must be known, such as a key that differs from the one sent. */
  children?: ReactNode
  /** Stands below the cards. */
  after?: ReactNode
}

/** An alias that exists, with the secret it names and the one it shadows. */
export const Result = ({
  alias,
  address,
  title,
  headingRef,
  actions,
  children,
  after,
}: ResultProps) => {
  const { aliased_secret: aliased, overridden_secret: overridden } = alias
  // What was made is seen first, and what it points at; every field of it, and all that follows, once that is painted.
  const [isSeen, setSeen] = useState(false)
  useEffect(() => afterPaint(() => startTransition(() => setSeen(true))), [])
  return (
    <section aria-label="Result" className="grid min-w-0 gap-3">
      <div className="panel grid gap-3 p-4">
        <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
          <h2
            ref={headingRef}
            tabIndex={-1}
            className="flex min-w-0 gap-2 text-lead font-semibold break-all"
          >
            <Icon name="check" className="mt-1 text-ok" />
            <span>
              <bdi className="font-mono">{cut(alias.key)}</bdi> {title}
            </span>
          </h2>
          <div className="flex flex-wrap items-center gap-x-3 text-small text-muted">
            <Age created={alias.created_at} />
            <CopyButton what="link" text={address}>
              Copy link
            </CopyButton>
            {actions}
          </div>
        </div>
        {children}
        <RelationDrawing
          state="made"
          alias={{ name: cut(alias.key), about: aboutSecret(alias) }}
          aliased={
            aliased === null || aliased === undefined
              ? { about: 'not in the answer' }
              : { name: cut(aliased.key), about: aboutSecret(aliased) }
          }
          shadowed={
            overridden === null || overridden === undefined
              ? undefined
              : { name: cut(overridden.key), about: aboutSecret(overridden) }
          }
          nothingShadowed="Shadows nothing."
        />
      </div>
      {isSeen && (
        <>
          <SecretCard title="Created alias" secret={alias} wide />
          <div className="grid min-w-0 gap-3 sm:grid-cols-2">
            <SecretCard title="Aliased secret" secret={aliased}>
              The answer does not name the secret that this alias points at.
            </SecretCard>
            <SecretCard title="Overridden secret" secret={overridden}>
              Nothing is overridden: no wider scope has this key.
            </SecretCard>
          </div>
          {after}
        </>
      )}
    </section>
  )
}

const Age = ({ created }: { created: string }) => {
  const now = useNow()
  const epoch = epochMilliseconds(created)
  // A server's clock may run ahead of the browser's: an alias is never made in the future.
  return epoch === undefined ? null : <span>{ago(Math.min(epoch, now), now)}</span>
}
