import { useEffect, useState, type ReactNode } from 'react'
import type { LinkedSecret, Secret } from '../../qovery/schema'
import { epochMilliseconds } from '../../qovery/timestamp'
import { CopyButton } from '../ui/copy-button'
import { Icon } from '../ui/icon'
import { exactInstant, useNow, when } from '../ui/instant'
import { oncePainted } from '../ui/once-painted'
import { aboutSecret } from './about-secret'
import type { AliasPanelProps } from './alias-panel'
import { SecretCard } from './secret-card'
import { Name } from '../ui/name'

interface MadeAlias extends Pick<AliasPanelProps, 'headingRef' | 'notice'> {
  alias: Secret
  /** Whole address of the alias's own page. */
  address: string
  /** Of a page of what it is tied to, where there is one. */
  pathOf?: (secretId: string) => string | undefined
  /** Whether it was made just now; otherwise it is merely shown. */
  isNew?: boolean
  /** What else can be done with it, beside the link. */
  actions?: ReactNode
  /** Stands below the cards. */
  after?: ReactNode
}

/** An alias that exists, with the secret it names and the one it overrides. */
export const madeAlias = (made: MadeAlias): AliasPanelProps => {
  const { alias, address, isNew = false, actions, headingRef, notice, after } = made
  const linkedNode = (secret: LinkedSecret) =>
    Object.assign(nodeOf(secret), { href: made.pathOf?.(secret.id) })
  const isAlone = alias.overridden_secret === null
  return {
    label: isNew ? 'Result' : 'Alias',
    heading: isNew ? (
      <>
        <Icon name="check" className="mt-1 text-ok" />
        <span className="min-w-0">
          <Name of={alias.key} /> created
        </span>
      </>
    ) : (
      'What it points at'
    ),
    headingRef,
    aside: (
      // Wide enough for what comes into it once the rest is painted: nothing moves then.
      <div
        key={alias.id}
        className={`flex min-h-6 min-w-60 flex-wrap items-center gap-x-3 sm:justify-end text-small text-muted ${isNew ? 'max-sm:min-h-10' : ''}`}
      >
        <Afterwards>
          <Age created={alias.created_at} />
          <CopyButton what="link" text={address}>
            Copy link
          </CopyButton>
          {actions}
        </Afterwards>
      </div>
    ),
    notice,
    drawing: {
      state: 'made',
      alias: nodeOf(alias),
      target: alias.aliased_secret
        ? linkedNode(alias.aliased_secret)
        : { about: 'not in the answer' },
      overridden: alias.overridden_secret ? linkedNode(alias.overridden_secret) : undefined,
      nothingOverridden: 'Overrides nothing.',
    },
    below: isNew && (
      <p className="text-small text-muted">It takes effect at the next deployment.</p>
    ),
    after: (
      <Afterwards key={alias.id}>
        <SecretCard
          title={isNew ? 'Created alias' : 'Alias'}
          subject="the alias"
          secret={alias}
          wide
        />
        {/* That nothing is overridden, the drawing says. */}
        <div className={`grid min-w-0 gap-3 ${isAlone ? '' : 'sm:grid-cols-2'}`}>
          <SecretCard
            title="Target"
            subject="the target"
            secret={alias.aliased_secret}
            wide={isAlone}
          >
            The answer does not name the secret that this alias points at.
          </SecretCard>
          {!isAlone && (
            <SecretCard
              title="Overridden secret"
              subject="the overridden secret"
              secret={alias.overridden_secret}
            />
          )}
        </div>
        {after}
      </Afterwards>
    ),
  }
}

const nodeOf = (secret: Secret | LinkedSecret) => ({
  name: secret.key,
  about: aboutSecret(secret),
})

const Age = ({ created }: { created: string | null }) => {
  const now = useNow()
  const epoch = created === null ? undefined : epochMilliseconds(created)
  // A server's clock may run ahead of the browser's: an alias is never made in the future.
  return epoch === undefined ? null : (
    <time dateTime={new Date(epoch).toISOString()} title={exactInstant(epoch)}>
      Created {when(Math.min(epoch, now), now)}
    </time>
  )
}

// What was made is painted first, and what it points at; every field of it, and all that follows, after that.
const Afterwards = ({ children }: { children: ReactNode }) => {
  const [isPainted, setPainted] = useState(false)
  useEffect(() => oncePainted(() => setPainted(true)), [])
  return isPainted && children
}
