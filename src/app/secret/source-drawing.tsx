import { Link } from 'wouter'
import type { Owner } from '../../qovery/owner'
import { secretPath } from '../../rules/page-paths'
import type { Related } from '../relations/relate'
import { aboutSecret } from '../alias/about-secret'
import { Icon } from '../ui/icon'
import { Name, nameInText } from '../ui/name'

/** So many aliases have room in the drawing. */
export const mostDrawn = 12

/** Everything that points at a secret, the secret, and what it overrides: a picture whose words read in that order. */
export const SourceDrawing = ({ owner, related }: { owner: Owner; related: Related }) => {
  const { secret, aliases } = related
  const shown = aliases.slice(0, mostDrawn)
  return (
    <figure aria-label={`What points at ${nameInText(secret.key)}`}>
      <div className="grid grid-cols-1 items-center gap-x-2 gap-y-1 sm:grid-cols-[minmax(0,1fr)_88px_minmax(0,1fr)]">
        {shown.length === 0 ? (
          <p className="rounded-card border border-dashed border-control px-3 py-2 text-muted">
            no alias yet
          </p>
        ) : (
          <ul className="grid min-w-0 gap-1.5 border-line sm:border-r sm:pr-2">
            {shown.map((alias) => (
              <li
                key={alias.secret.id}
                className="min-w-0 rounded-card border border-accent bg-accent-tint px-3 py-1.5"
              >
                <NameLink owner={owner} related={alias} />
                <p className="text-small wrap-anywhere text-muted">{aboutSecret(alias.secret)}</p>
              </li>
            ))}
            {aliases.length > mostDrawn && (
              <li className="px-3 text-small text-muted">
                and {aliases.length - mostDrawn} more, below
              </li>
            )}
          </ul>
        )}
        <p className="flex items-center gap-1.5 pl-4 text-small text-muted sm:flex-col sm:gap-0 sm:p-0">
          <Icon name="arrow" className="text-accent max-sm:rotate-90" />
          {shown.length === 1 ? 'points at' : 'point at'}
        </p>
        <div className="min-w-0 rounded-card border border-control px-3 py-2">
          <p className="truncate font-mono text-small font-semibold" title={nameInText(secret.key)}>
            <Name of={secret.key} className="" />
          </p>
          <p className="text-small wrap-anywhere text-muted">{aboutSecret(secret)}</p>
        </div>
      </div>
      <p className="pt-2 pl-4 text-small wrap-anywhere text-muted">
        <Overridden owner={owner} related={related} />
      </p>
    </figure>
  )
}

const Overridden = ({
  owner,
  related: { secret, overridden },
}: {
  owner: Owner
  related: Related
}) => {
  if (overridden !== undefined)
    return (
      <>
        ┄ overrides <NameLink owner={owner} related={overridden} /> {aboutSecret(overridden.secret)}
      </>
    )
  if (secret.overridden_secret === null) return 'Overrides nothing.'
  return (
    <>
      ┄ overrides{' '}
      <Name of={secret.overridden_secret.key} className="font-mono text-small break-all" /> (not in
      this list)
    </>
  )
}

const NameLink = ({ owner, related }: { owner: Owner; related: Related }) => (
  <Link href={secretPath(owner, related.secret.id)} className="link break-all">
    <Name of={related.secret.key} className="font-mono text-small" />
  </Link>
)
