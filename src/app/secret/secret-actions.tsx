import { useId } from 'react'
import { useLocation } from 'wouter'
import type { Owner } from '../../qovery/owner'
import { createIn } from '../../rules/page-paths'
import type { Secret } from '../../qovery/schema'
import { actionsOf, type ActionKind } from '../alias/actions'
import type { Change } from '../change/changes'
import { Button } from '../ui/button'
import { DisabledButton } from '../ui/disabled-button'

interface SecretActionsProps {
  owner: Owner
  /** Whose it is, and so through whom it is changed. */
  heldBy: Owner
  secret: Secret
  /** How many aliases it has. */
  aliases: number
  onMoveAliases: () => void
  onChange: (change: Change) => void
}

/** What can be done with a secret. What cannot stays where it is, and says why. */
export const SecretActions = (props: SecretActionsProps) => {
  const { owner, heldBy, secret, aliases, onMoveAliases, onChange } = props
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
  const actions = actionsOf(secret, { at: owner, heldBy, aliases }).filter(
    ({ kind }) => act[kind] !== undefined,
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
      {reasons.map((disabledReason) => (
        <p key={disabledReason} className="text-small wrap-anywhere text-muted">
          {labelsOf(actions.filter((action) => action.disabledReason === disabledReason))} cannot be
          used: <span id={idOf(disabledReason)}>{disabledReason}</span>
        </p>
      ))}
    </section>
  )
}

const labelsOf = (actions: readonly { label: string }[]) =>
  new Intl.ListFormat('en').format(actions.map(({ label }) => label))
