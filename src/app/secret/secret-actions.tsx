import { useId } from 'react'
import { useLocation } from 'wouter'
import { aliasDisabledReason } from '../../rules/alias-source'
import type { Owner } from '../../qovery/owner'
import { createIn } from '../../rules/page-paths'
import type { Secret } from '../../qovery/schema'
import type { Change } from '../change/changes'
import { isAlias } from '../relations/relate'
import {
  deleteDisabledReason,
  editDisabledReason,
  repointDisabledReason,
} from '../alias/disabled-reasons'

interface SecretActionsProps {
  owner: Owner
  /** Whose it is, and so through whom it is changed. */
  heldBy: Owner
  secret: Secret
  /** What moves all of its aliases; undefined where it has none. */
  onMoveAliases: (() => void) | undefined
  onChange: (change: Change) => void
}

/** What can be done with a secret. What cannot stays where it is, and says why. */
export const SecretActions = ({
  owner,
  heldBy,
  secret,
  onMoveAliases,
  onChange,
}: SecretActionsProps) => {
  const [, navigate] = useLocation()
  const id = useId()
  const change = (kind: Change['kind']) => () => onChange({ kind, secret })
  const actions = [
    {
      name: 'Create alias',
      disabledReason: aliasDisabledReason(secret, owner),
      onPress: () => navigate(createIn(owner, secret.id)),
    },
    { name: 'Edit', disabledReason: editDisabledReason(secret, heldBy), onPress: change('edit') },
    ...(isAlias(secret)
      ? [
          {
            name: 'Re-point',
            disabledReason: repointDisabledReason(secret, heldBy),
            onPress: change('repoint'),
          },
        ]
      : []),
    ...(onMoveAliases === undefined
      ? []
      : [{ name: 'Move its aliases', disabledReason: undefined, onPress: onMoveAliases }]),
    {
      name: 'Delete',
      disabledReason: deleteDisabledReason(secret, heldBy),
      onPress: change('delete'),
    },
  ]
  const reasons = [...new Set(actions.map(({ disabledReason }) => disabledReason))].filter(
    (disabledReason) => disabledReason !== undefined,
  )
  const idOf = (disabledReason: string) => `${id}-${reasons.indexOf(disabledReason)}`
  return (
    <section aria-label="Actions" className="grid gap-2">
      <div className="flex flex-wrap gap-2">
        {actions.map(({ name, disabledReason, onPress }) => (
          <button
            key={name}
            type="button"
            {...(disabledReason === undefined
              ? { onClick: onPress }
              : { 'aria-disabled': true, 'aria-describedby': idOf(disabledReason) })}
            className={`inline-flex min-h-8 items-center rounded-small border bg-surface px-3 font-semibold hover:bg-sunken aria-disabled:cursor-default aria-disabled:border-line aria-disabled:text-muted ${name === 'Delete' ? 'border-danger text-danger' : 'border-control'}`}
          >
            {name}
          </button>
        ))}
      </div>
      {reasons.map((disabledReason) => (
        <p key={disabledReason} className="text-small wrap-anywhere text-muted">
          {namesOf(actions.filter((action) => action.disabledReason === disabledReason))} cannot be
          used: <span id={idOf(disabledReason)}>{disabledReason}</span>
        </p>
      ))}
    </section>
  )
}

const namesOf = (actions: readonly { name: string }[]) =>
  new Intl.ListFormat('en').format(actions.map(({ name }) => name))
