import { useId } from 'react'
import { useLocation } from 'wouter'
import { aliasObstacle } from '../../qovery/alias-source'
import type { Secret } from '../../qovery/schema'
import type { Change } from '../change/changes'
import { isAlias } from '../relations/relate'
import { deleteObstacle, editObstacle, repointObstacle } from '../alias/obstacles'

interface SecretActionsProps {
  projectId: string
  secret: Secret
  onChange: (change: Change) => void
}

/** What can be done with a secret. What cannot stays where it is, and says why. */
export const SecretActions = ({ projectId, secret, onChange }: SecretActionsProps) => {
  const [, navigate] = useLocation()
  const id = useId()
  const change = (kind: Change['kind']) => () => onChange({ kind, secret })
  const actions = [
    {
      name: 'Create alias',
      obstacle: aliasObstacle(secret),
      onPress: () => navigate(`/?project=${projectId}&secret=${secret.id}`),
    },
    { name: 'Edit', obstacle: editObstacle(secret), onPress: change('edit') },
    ...(isAlias(secret)
      ? [{ name: 'Re-point', obstacle: repointObstacle(secret), onPress: change('repoint') }]
      : []),
    { name: 'Delete', obstacle: deleteObstacle(secret), onPress: change('delete') },
  ]
  const obstacles = [...new Set(actions.map(({ obstacle }) => obstacle))].filter(
    (obstacle) => obstacle !== undefined,
  )
  const idOf = (obstacle: string) => `${id}-${obstacles.indexOf(obstacle)}`
  return (
    <section aria-label="Actions" className="grid gap-2">
      <div className="flex flex-wrap gap-2">
        {actions.map(({ name, obstacle, onPress }) => (
          <button
            key={name}
            type="button"
            {...(obstacle === undefined
              ? { onClick: onPress }
              : { 'aria-disabled': true, 'aria-describedby': idOf(obstacle) })}
            className="inline-flex min-h-8 items-center rounded-small border border-control bg-surface px-3 font-semibold hover:bg-sunken aria-disabled:cursor-default aria-disabled:border-line aria-disabled:text-muted"
          >
            {name}
          </button>
        ))}
      </div>
      {obstacles.map((obstacle) => (
        <p key={obstacle} className="text-small wrap-anywhere text-muted">
          {namesOf(actions.filter((action) => action.obstacle === obstacle))} cannot be used:{' '}
          <span id={idOf(obstacle)}>{obstacle}</span>
        </p>
      ))}
    </section>
  )
}

const namesOf = (actions: readonly { name: string }[]) =>
  new Intl.ListFormat('en').format(actions.map(({ name }) => name))
