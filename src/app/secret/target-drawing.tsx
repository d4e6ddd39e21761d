import { Link } from 'wouter'
import type { Owner } from '../../qovery/owner'
import { secretPath } from '../../rules/page-paths'
import type { Related } from '../relations/relate'
import { aboutSecret } from '../alias/about-secret'
import { Arrow, HangingNote } from '../alias/relation-drawing'
import { Name, nameInText } from '../ui/name'

/** So many aliases have room in the drawing. */
export const mostDrawn = 12

/** Everything that points at a secret, the secret, and what it overrides: a picture whose words read in that order. */
export const TargetDrawing = ({ owner, related }: { owner: Owner; related: Related }) => {
  const { secret, aliases } = related
  const shown = aliases.slice(0, mostDrawn)
  const isMany = shown.length > 1
  return (
    <figure
      aria-label={`What points at ${nameInText(secret.key)}`}
      className="grid grid-cols-1 items-center gap-x-2 sm:grid-cols-[minmax(0,1fr)_88px_minmax(0,1fr)]"
    >
      {shown.length === 0 ? (
        <p className="rounded-card border border-dashed border-control px-3 py-2 text-muted">
          no alias yet
        </p>
      ) : (
        <div className="min-w-0">
          <ul className={`grid gap-1.5 ${isMany ? 'sm:pr-3' : ''}`}>
            {shown.map((alias) => (
              <li
                key={alias.secret.id}
                className={`relative min-w-0 rounded-card border border-accent bg-accent-tint px-3 ${isMany ? 'bracketed py-1.5' : 'py-2'}`}
              >
                <NameLink owner={owner} related={alias} />
                <p className="text-small wrap-anywhere text-muted">{aboutSecret(alias.secret)}</p>
              </li>
            ))}
          </ul>
          {aliases.length > mostDrawn && (
            <p className="px-3 pt-1.5 text-small text-muted">
              and {aliases.length - mostDrawn} more, below
            </p>
          )}
        </div>
      )}
      <Arrow className={`self-stretch sm:pr-1 ${isMany ? 'sm:-ml-2' : 'sm:pl-1'}`}>
        {isMany ? 'point at' : 'points at'}
      </Arrow>
      {/* Beside several aliases there is room for the note without moving the box from the arrow. */}
      <div
        className={isMany ? 'min-w-0 self-stretch sm:grid sm:grid-rows-[1fr_auto_1fr]' : 'contents'}
      >
        <div
          className={`min-w-0 rounded-card border border-control px-3 py-2 ${isMany ? 'sm:row-start-2' : ''}`}
        >
          <p className="truncate font-mono text-small font-semibold" title={nameInText(secret.key)}>
            <Name of={secret.key} className="" oneLine />
          </p>
          <p className="text-small wrap-anywhere text-muted">{aboutSecret(secret)}</p>
        </div>
        <HangingNote className={`text-muted ${isMany ? 'sm:row-start-3' : 'sm:col-start-3'}`}>
          <Overridden owner={owner} related={related} />
        </HangingNote>
      </div>
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
        overrides <NameLink owner={owner} related={overridden} /> {aboutSecret(overridden.secret)}
      </>
    )
  if (secret.overridden_secret === null) return 'Overrides nothing.'
  return (
    <>
      overrides{' '}
      <Name of={secret.overridden_secret.key} className="font-mono text-small wrap-anywhere" /> (not
      in this list)
    </>
  )
}

const NameLink = ({ owner, related }: { owner: Owner; related: Related }) => (
  <Link href={secretPath(owner, related.secret.id)} className="link wrap-anywhere">
    <Name of={related.secret.key} className="font-mono text-small" />
  </Link>
)
