import { useId, type ReactNode } from 'react'
import { useLocation } from 'wouter'
import type { Secret } from '../../qovery/schema'
import type { Change } from '../change/changes'
import { isAlias } from '../relations/relate'
import { aliasObstacle, changeObstacle, repointObstacle } from '../review/obstacles'

interface SecretActionsProps {
  projectId: string
  secret: Secret
  onChange: (change: Change) => void
}

/** What can be done with a secret. What cannot stays where it is, and says why. */
export const SecretActions = ({ projectId, secret, onChange }: SecretActionsProps) => {
  const [, navigate] = useLocation()
  return (
    <section aria-label="Actions" className="flex flex-wrap items-start gap-2">
      <Action
        obstacle={aliasObstacle(secret)}
        onPress={() => navigate(`/?project=${projectId}&secret=${secret.id}`)}
      >
        Create alias
      </Action>
      <Action obstacle={changeObstacle(secret)} onPress={() => onChange({ kind: 'edit', secret })}>
        Edit
      </Action>
      {isAlias(secret) && (
        <Action
          obstacle={repointObstacle(secret)}
          onPress={() => onChange({ kind: 'repoint', secret })}
        >
          Re-point
        </Action>
      )}
      <Action
        obstacle={changeObstacle(secret)}
        onPress={() => onChange({ kind: 'delete', secret })}
      >
        Delete
      </Action>
    </section>
  )
}

interface ActionProps {
  obstacle: string | undefined
  onPress: () => void
  children: ReactNode
}

const Action = ({ obstacle, onPress, children }: ActionProps) => {
  const reason = useId()
  const blocked = obstacle !== undefined
  return (
    <div className="max-w-44">
      <button
        type="button"
        aria-disabled={blocked}
        {...(blocked ? { 'aria-describedby': reason } : {})}
        onClick={() => {
          if (!blocked) onPress()
        }}
        className="inline-flex min-h-8 items-center rounded-small border border-control bg-surface px-3 font-semibold hover:bg-sunken aria-disabled:cursor-default aria-disabled:border-line aria-disabled:text-muted"
      >
        {children}
      </button>
      {blocked && (
        <p id={reason} className="mt-0.5 text-small text-muted">
          {obstacle}
        </p>
      )}
    </div>
  )
}
