import { useMemo } from 'react'
import { useLocation } from 'wouter'
import { aliasDisabledReason } from '../../qovery/alias-source'
import type { Owner } from '../../qovery/owner'
import { createIn, secretPath } from '../../qovery/page-paths'
import type { Secret } from '../../qovery/schema'
import type { Change } from '../change/changes'
import { isAlias } from '../relations/relate'
import {
  deleteDisabledReason,
  editDisabledReason,
  repointDisabledReason,
} from '../alias/disabled-reasons'
import type { MenuItem } from '../ui/menu'
import type { Note } from './row-note'
import { nameInText } from '../ui/name'

interface RowActions {
  owner: Owner
  onChange: (change: Change) => void
  /** Says something of a secret in passing, such as why a key did nothing. */
  onNote: (note: Note) => void
}

/** What can be done with a row, by its menu or by a key: the same functions as long as nothing else is asked of them. */
export const useRowActions = ({ owner, onChange, onNote }: RowActions) => {
  const [, navigate] = useLocation()
  return useMemo(() => {
    const open = ({ id }: Secret) => navigate(secretPath(owner, id))
    const createAlias = (secret: Secret) => {
      const disabledReason = aliasDisabledReason(secret)
      if (disabledReason === undefined) navigate(createIn(owner, secret.id))
      else
        onNote({
          secretId: secret.id,
          text: `No alias of ${nameInText(secret.key)}: ${disabledReason}`,
          names: [secret.key, secret.aliased_secret?.key ?? ''],
        })
    }
    const copy = async (secretId: string, what: string, text: string) => {
      try {
        await navigator.clipboard.writeText(text)
        onNote({ secretId, text: `${what} copied` })
      } catch {
        onNote({
          secretId,
          text: `The browser refused to copy. The ${what} is on the secret’s own page.`,
        })
      }
    }
    const actionsOf = (secret: Secret): MenuItem[] => [
      {
        label: 'Create an alias of it',
        onChoose: () => createAlias(secret),
        disabledReason: aliasDisabledReason(secret),
      },
      { label: 'Open', onChoose: () => open(secret) },
      { label: 'Copy ID', onChoose: () => void copy(secret.id, 'ID', secret.id) },
      { label: 'Copy key', onChoose: () => void copy(secret.id, 'Key', secret.key) },
      {
        label: 'Edit',
        onChoose: () => onChange({ kind: 'edit', secret }),
        disabledReason: editDisabledReason(secret),
      },
      ...(isAlias(secret)
        ? [
            {
              label: 'Re-point',
              onChoose: () => onChange({ kind: 'repoint', secret }),
              disabledReason: repointDisabledReason(secret),
            },
          ]
        : []),
      {
        label: 'Delete',
        onChoose: () => onChange({ kind: 'delete', secret }),
        disabledReason: deleteDisabledReason(secret),
      },
    ]
    return { actionsOf, open, createAlias }
  }, [owner, navigate, onChange, onNote])
}
