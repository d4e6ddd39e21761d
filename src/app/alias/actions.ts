import { aliasDisabledReason } from '../../rules/alias-target'
import type { OwnerRef } from '../../qovery/owner'
import type { Secret } from '../../qovery/schema'
import { isAlias } from '../relations/relate'
import { deleteDisabledReason, editDisabledReason, repointDisabledReason } from './disabled-reasons'

/** What can be done with a secret, as it is called wherever it is offered. */
const actionLabels = {
  createAlias: 'Create alias',
  open: 'Open',
  copyId: 'Copy ID',
  copyKey: 'Copy key',
  edit: 'Edit',
  repoint: 'Re-point',
  moveAliases: 'Move its aliases',
  delete: 'Delete',
} as const

export type ActionKind = keyof typeof actionLabels

export interface SecretAction {
  kind: ActionKind
  label: string
  /** Why it cannot be done; undefined where it can. */
  disabledReason: string | undefined
  /** Whether it takes something away. */
  isDanger: boolean
}

type Kind = Pick<OwnerRef, 'kind'>

const always = () => undefined
const disabledReasons: Record<
  ActionKind,
  (secret: Secret, at: Kind, heldBy: Kind) => string | undefined
> = {
  createAlias: aliasDisabledReason,
  open: always,
  copyId: always,
  copyKey: always,
  edit: (secret, _, heldBy) => editDisabledReason(secret, heldBy),
  moveAliases: always,
  repoint: (secret, _, heldBy) => repointDisabledReason(secret, heldBy),
  delete: (secret, _, heldBy) => deleteDisabledReason(secret, heldBy),
}

const kinds = [
  'createAlias',
  'open',
  'copyId',
  'copyKey',
  'edit',
  'repoint',
  'moveAliases',
  'delete',
] as const

/**
 * All that can be done with a secret, in the order in which it is offered.
 * @param at where it was seen, and an alias of it would be made
 * @param heldBy whose it is, and so through whom it is changed
 * @param aliases how many aliases it has there
 */
export const actionsOf = (
  secret: Secret,
  { at, heldBy, aliases }: { at: Kind; heldBy: Kind; aliases: number },
): SecretAction[] =>
  kinds
    .filter((kind) => kind !== 'repoint' || isAlias(secret))
    .filter((kind) => kind !== 'moveAliases' || aliases > 0)
    .map((kind) => ({
      kind,
      label: actionLabels[kind],
      disabledReason: disabledReasons[kind](secret, at, heldBy),
      isDanger: kind === 'delete',
    }))
