import type { Secret } from '../../qovery/schema'
import { isAlias } from '../relations/relate'
import { setting } from '../session/setting'
import { CopyButton } from '../ui/copy-button'
import { aliasCommand } from './alias-command'

interface MakeAgainProps {
  projectId: string
  /** The secret that goes, and everything that goes with it. */
  seen: Secret
  along: Secret[]
}

const base =
  setting.mode === 'live' ? `https://${setting.upstream}` : new URL('/api', location.origin).href

/** What would make it again, to be kept before it goes. */
export const MakeAgain = ({ projectId, seen, along }: MakeAgainProps) => {
  const commands = [seen, ...along]
    .filter(isAlias)
    .map((alias) =>
      aliasCommand({ base, projectId, alias, newSource: alias !== seen && !isAlias(seen) }),
    )
    .join('\n\n')
  return (
    <details>
      <summary className="rounded-small text-muted">How to make it again</summary>
      <div className="mt-2 grid gap-2">
        {!isAlias(seen) && (
          <p>
            Values are never given out, so nobody but whoever has the value of{' '}
            <bdi className="font-mono break-all">{seen.key}</bdi> can make it again, and it will
            have another ID.
            {commands !== '' && ' Its aliases come back with these lines, once that ID is known:'}
          </p>
        )}
        {commands !== '' && (
          <>
            {/* The region scrolls by itself, so the keyboard must reach it. */}
            <pre
              role="region"
              aria-label="Commands"
              // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
              tabIndex={0}
              className="max-h-48 overflow-auto rounded-card border border-line bg-sunken p-3 font-mono text-small"
            >
              {commands}
            </pre>
            <div>
              <CopyButton what="commands" text={commands}>
                Copy commands
              </CopyButton>
            </div>
          </>
        )}
      </div>
    </details>
  )
}
