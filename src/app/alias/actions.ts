import { aliasDisabledReason } from '../../qovery/alias-source'
import type { Secret } from '../../qovery/schema'
import { isAlias } from '../relations/relate'
import { deleteDisabledReason, editDisabledReason, repointDisabledReason } from './disabled-reasons'

/** What can be done with a secret, as it is called wherever it is offered. */
const actionLabels = {
  createAlias: 'Create an alias of it',
  open: 'Open',
  copyId: 'Copy ID',
  copyKey: 'Copy key',
  edit: 'Edit',
  repoint: 'Re-point',
  delete: 'Delete',
} as const

export type ActionKind = keyof typeof actionLabels

export interface SecretAction {
  kind: ActionKind
  label: string
  /** Why it cannot be done; undefined where it can. */
  disabledReason: string | undefined
}

const always = () => undefined
const disabledReasons: Record<ActionKind, (secret: Secret) => string | undefined> = {
  createAlias: aliasDisabledReason,
  open: always,
  copyId: always,
  copyKey: always,
  edit: editDisabledReason,
  repoint: repointDisabledReason,
  delete: deleteDisabledReason,
}

const kinds = ['createAlias', 'open', 'copyId', 'copyKey', 'edit', 'repoint', 'delete'] as const

/** All that can be done with a secret, in the order in which it is offered. */
export const actionsOf = (secret: Secret): SecretAction[] =>
  kinds
    .filter((kind) => kind !== 'repoint' || isAlias(secret))
    .map((kind) => ({
      kind,
      label: actionLabels[kind],
      disabledReason: disabledReasons[kind](secret),
    }))
