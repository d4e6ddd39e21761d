import { aliasDisabledReason } from '../../rules/alias-target'
import type { Owner } from '../../qovery/owner'
import type { Secret, SecretList } from '../../qovery/schema'
import { indexSecrets } from '../../rules/secret-index'
import { counted } from '../ui/count'
import { Icon } from '../ui/icon'
import { Name } from '../ui/name'

interface OldNameProps {
  owner: Owner
  seen: Secret
  list: SecretList
  checked: boolean
  onChange: (checked: boolean) => void
}

/** Says what a new name breaks, and offers to keep the old one beside it. */
export const OldName = ({ owner, seen, list, checked, onChange }: OldNameProps) => {
  const aliases = indexSecrets(list).aliasCounts.get(seen.id) ?? 0
  // An alias cannot be given one itself; what it points at can.
  const canKeep = seen.aliased_secret !== null || aliasDisabledReason(seen, owner) === undefined
  return (
    <div className="grid gap-1 rounded-card border border-warning bg-warning-tint p-3 text-small">
      <p role="status" className="flex gap-1.5 text-warning">
        <Icon name="warning" className="mt-0.5" />
        <span className="min-w-0 wrap-anywhere">
          Whatever reads <Name of={seen.key} /> loses it at its next deployment.
          {aliases > 0 &&
            (aliases === 1
              ? ' Its alias keeps pointing at it.'
              : ` Its ${counted(aliases, 'alias', 'aliases')} keep pointing at it.`)}
        </span>
      </p>
      {canKeep && (
        <label className="flex min-h-6 items-start gap-2">
          <input
            type="checkbox"
            className="mt-0.5 tick"
            checked={checked}
            onChange={(event) => onChange(event.target.checked)}
          />
          <span className="min-w-0 wrap-anywhere">
            Keep <Name of={seen.key} /> as an alias, so that both names work
          </span>
        </label>
      )}
    </div>
  )
}
