import { useMemo } from 'react'
import { useLocation } from 'wouter'
import { aliasDisabledReason } from '../../rules/alias-target'
import type { Owner } from '../../qovery/owner'
import { createIn, secretPath } from '../../rules/page-paths'
import type { Secret } from '../../qovery/schema'
import { indexSecrets } from '../../rules/secret-index'
import type { Change } from '../change/changes'
import { aliasesToMove, handOverRows } from '../change/chosen-rows'
import { actionsOf, type ActionKind } from '../alias/actions'
import type { SeenList } from '../relations/seen-list'
import type { MenuItem } from '../ui/menu'
import type { Note } from './row-note'
import { nameInText } from '../ui/name'

interface RowActions {
  owner: Owner
  seen: SeenList
  onChange: (change: Change) => void
  /** Says something of a secret in passing, such as why a key did nothing. */
  onNote: (note: Note) => void
}

/** What can be done with a row, by its menu or by a key: the same functions as long as nothing else is asked of them. */
export const useRowActions = ({ owner, seen, onChange, onNote }: RowActions) => {
  const [, navigate] = useLocation()
  return useMemo(() => {
    const open = ({ id }: Pick<Secret, 'id'>) => navigate(secretPath(owner, id))
    const createAlias = (secret: Secret) => {
      const disabledReason = aliasDisabledReason(secret, owner)
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
    const act: Record<ActionKind, (secret: Secret) => void> = {
      createAlias,
      open,
      copyId: ({ id }) => void copy(id, 'ID', id),
      copyKey: ({ id, key }) => void copy(id, 'Key', key),
      edit: (secret) => onChange({ kind: 'edit', secret }),
      moveAliases: (secret) =>
        navigate(
          handOverRows(
            aliasesToMove(secret, { at: owner, list: seen.list, ownerOf: seen.ownerOf }),
          ),
        ),
      repoint: (secret) => onChange({ kind: 'repoint', secret }),
      delete: (secret) => onChange({ kind: 'delete', secret }),
    }
    const itemsOf = (secret: Secret): MenuItem[] =>
      actionsOf(secret, {
        at: owner,
        heldBy: seen.ownerOf(secret),
        aliases: indexSecrets(seen.list).aliasCounts.get(secret.id) ?? 0,
      }).map(({ kind, label, disabledReason, isDanger }) => ({
        label,
        disabledReason,
        isDanger,
        onChoose: () => act[kind](secret),
      }))
    return { actionsOf: itemsOf, open, createAlias }
  }, [owner, seen, navigate, onChange, onNote])
}
