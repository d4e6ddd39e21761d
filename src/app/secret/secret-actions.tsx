import { useId } from 'react'
import { Link, useLocation } from 'wouter'
import type { Owner } from '../../qovery/owner'
import { createIn } from '../../rules/page-paths'
import type { Related } from '../relations/relate'
import { actionsOf, type ActionKind } from '../alias/actions'
import type { Change } from '../change/changes'
import { Button } from '../ui/button'
import { DisabledButton } from '../ui/disabled-button'
import { Name } from '../ui/name'
import { nameable, type Nameable } from './nameable'

interface SecretActionsProps {
  owner: Owner
  /** Whose it is, and so through whom it is changed. */
  heldBy: Owner
  related: Related
  onMoveAliases: () => void
  onChange: (change: Change) => void
}

/**
 * What can be done with a secret. What cannot stays where it is, and says why; only that an alias cannot be given one is
 * left out, since what it points at can.
 */
export const SecretActions = (props: SecretActionsProps) => {
  const { owner, heldBy, related, onMoveAliases, onChange } = props
  const { secret, aliases } = related
  const [, navigate] = useLocation()
  const id = useId()
  const change = (kind: Change['kind']) => () => onChange({ kind, secret })
  // What is left out is on this page already: the secret itself, and its ID and key to be copied.
  const act: Partial<Record<ActionKind, () => void>> = {
    createAlias: () => navigate(createIn(owner, secret.id)),
    edit: change('edit'),
    repoint: change('repoint'),
    moveAliases: onMoveAliases,
    delete: change('delete'),
  }
  const named = nameable(related, owner)
  const actions = actionsOf(secret, { at: owner, heldBy, aliases: aliases.length }).filter(
    ({ kind }) => act[kind] !== undefined && (kind !== 'createAlias' || named.kind === 'itself'),
  )
  const reasons = [...new Set(actions.map(({ disabledReason }) => disabledReason))].filter(
    (disabledReason) => disabledReason !== undefined,
  )
  const idOf = (disabledReason: string) => `${id}-${reasons.indexOf(disabledReason)}`
  return (
    <section aria-label="Actions" className="grid gap-2">
      <div className="flex flex-wrap gap-2">
        {actions.map(({ kind, label, disabledReason, isDanger }) =>
          disabledReason === undefined ? (
            <Button key={kind} kind={isDanger ? 'danger' : 'plain'} onClick={act[kind]}>
              {label}
            </Button>
          ) : (
            <DisabledButton key={kind} reasonId={idOf(disabledReason)}>
              {label}
            </DisabledButton>
          ),
        )}
      </div>
      <Another owner={owner} of={named} />
      {reasons.map((disabledReason) => (
        <p key={disabledReason} className="text-small wrap-anywhere text-muted">
          {labelsOf(actions.filter((action) => action.disabledReason === disabledReason))} cannot be
          used: <span id={idOf(disabledReason)}>{disabledReason}</span>
        </p>
      ))}
    </section>
  )
}

/** What can be given another name in the place of what cannot. */
const Another = ({ owner, of }: { owner: Owner; of: Nameable }) => {
  switch (of.kind) {
    case 'itself':
      return null
    case 'nothing':
      return <p className="text-small wrap-anywhere text-muted">{of.why}</p>
    case 'target':
      return (
        <p>
          <Link className="link break-all" href={createIn(owner, of.target.id)}>
            Create another alias of <Name of={of.target.key} className="font-mono text-small" />
          </Link>
        </p>
      )
  }
}

const labelsOf = (actions: readonly { label: string }[]) =>
  new Intl.ListFormat('en').format(actions.map(({ label }) => label))
