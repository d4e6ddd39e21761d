import type { Secret } from '../../qovery/schema'
import { cut } from '../ui/cut'
import { Icon } from '../ui/icon'
import { managerWord, usualManager } from '../../rules/api-words'

/** Warns, before something is changed here, of another system that writes it. */
export const OwnedElsewhere = ({ secret: { owned_by: owner } }: { secret: Secret }) =>
  owner !== null &&
  owner !== '' &&
  owner !== usualManager && (
    <p className="flex gap-1.5 text-warning">
      <Icon name="warning" className="mt-0.5" />
      <span className="min-w-0">
        <bdi translate="no">{cut(managerWord(owner), 40)}</bdi> owns it: what you change here, its
        next synchronisation may change back. Change it there instead.
      </span>
    </p>
  )
