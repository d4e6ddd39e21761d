import { descriptionProblem } from '../../../rules/description-problem'
import type { Owner } from '../../../qovery/owner'
import { isWhole, type Secret, type SecretList } from '../../../qovery/schema'
import {
  deleteDisabledReason,
  editDisabledReason,
  repointDisabledReason,
} from '../../alias/disabled-reasons'
import { targetDisabledReason } from '../../change/find-typed-target'
import { thenGets } from '../../change/then-gets'
import type { ListBelow } from '../../lineage/lineage-plan'
import { agreedTo } from '../../operations/agreed'
import type { Operation } from '../../operations/operation'
import { textOf } from '../../operations/same-secret'
import {
  dependentsOf,
  find,
  isAlias,
  relate,
  type Related,
  type Relations,
  unreadDependentsOf,
} from '../../relations/relate'
import { takesOver } from '../../relations/takes-over'
import { nameInText } from '../../ui/name'
import { dependentWords, formerDescription, ownedElsewhere, sentences } from './change-reasons'
import { goneOf } from './gone-of'
import { topmost } from './topmost'
import { whyNotListed } from './why-not-listed'
import { withBelow } from './with-below'

/** What is to be done to each of many secrets. */
export type WantedChange =
  | { kind: 'delete' }
  | { kind: 'repoint'; target: Secret | undefined }
  | { kind: 'edit'; description: string | null }

/** Rows of one owner, as they were chosen, and the owner's list as it is now. */
export interface ChosenOf {
  owner: Owner
  /** What a person calls the owner; no name for the page's own project. */
  name: string | undefined
  ids: readonly string[]
  list: SecretList
  /** Whether the list could not be read: nothing is sent by what it was before. */
  isUnread?: boolean
  /** The lists of what lies within the owner, as far as they were read. */
  below?: readonly ListBelow[]
}

/** dependent: another row takes it along · same: it is so already · cannot: for the reason that is said */
export type ChangeVerdict = 'send' | 'dependent' | 'same' | 'cannot'

export const changeVerdicts = ['send', 'dependent', 'same', 'cannot'] as const

export interface PlannedChange {
  owner: Owner
  where: string | undefined
  key: string
  /** The key of what it points at, or is to point at; empty where it is no alias. */
  target: string
  /** Undefined where the list does not have it. */
  secret: Secret | undefined
  verdict: ChangeVerdict
  /** What follows, or why not, in sentences. */
  reason: string
  /** What goes with it, and how many entries that could not be read. */
  dependents: readonly Secret[]
  unreadDependents: number
  /** What the places further in are called that some of it is in. */
  dependentsIn: readonly string[]
  /** Whether the job's undo can take it back. */
  canUndo: boolean
  /** What is sent; undefined where nothing is. */
  operation: Operation | undefined
}

/** What becomes of each chosen row, by the lists as they are now. Nothing is sent but what `operation` says. */
export const planChanges = (wanted: WantedChange, chosen: readonly ChosenOf[]): PlannedChange[] => {
  const gone = new Set(wanted.kind === 'delete' ? chosen.flatMap(goneOf) : [])
  return chosen.flatMap((of) => planOf(wanted, of, gone))
}

const planOf = (wanted: WantedChange, of: ChosenOf, gone: Set<string>): PlannedChange[] => {
  const { list, places } = withBelow(of.list, wanted.kind === 'delete' ? of.below : [])
  const relations = relate(list)
  const context: Context = { ...of, relations, places, gone, takenBy: new Map() }
  if (wanted.kind === 'delete') {
    // What goes with a row that is deleted anyway needs no call of its own.
    for (const id of of.ids) {
      const related = find(relations, id)
      if (related === undefined || deleteDisabledReason(related.secret, of.owner) !== undefined)
        continue
      for (const { secret } of dependentsOf(related)) context.takenBy.set(secret.id, related.secret)
    }
  }
  return of.ids.map((id) => {
    const related = find(relations, id)
    return related === undefined || of.isUnread === true
      ? notListed(id, context)
      : planRow(wanted, related, context)
  })
}

interface Context extends ChosenOf {
  relations: Relations
  places: ReadonlyMap<string, string>
  /** The ids of all that goes. */
  gone: ReadonlySet<string>
  /** By the id of a secret, which other chosen one takes it along. */
  takenBy: Map<string, Secret>
}

type Judged = Pick<PlannedChange, 'verdict' | 'reason'> &
  Partial<Omit<PlannedChange, 'owner' | 'where' | 'key' | 'secret'>>

const nothing = {
  dependents: [],
  unreadDependents: 0,
  dependentsIn: [],
  canUndo: false,
  operation: undefined,
}

const notListed = (id: string, context: Context): PlannedChange => ({
  owner: context.owner,
  where: context.name,
  // What was known of a list before it could not be read still names it.
  key: find(context.relations, id)?.secret.key ?? '',
  target: '',
  secret: undefined,
  verdict: 'cannot',
  reason: whyNotListed(id, context),
  ...nothing,
})

const planRow = (wanted: WantedChange, related: Related, context: Context): PlannedChange => {
  const { secret } = related
  return {
    owner: context.owner,
    where: context.name,
    key: secret.key,
    target: secret.aliased_secret?.key ?? '',
    secret,
    ...nothing,
    ...judge(wanted, related, context),
  }
}

const judge = (wanted: WantedChange, related: Related, context: Context): Judged => {
  switch (wanted.kind) {
    case 'delete':
      return deleting(related, context)
    case 'repoint':
      return repointing(wanted.target, related, context)
    case 'edit':
      return editing(wanted.description, related, context)
  }
}

const cannot = (reason: string): Judged => ({ verdict: 'cannot', reason })

const shared = ({ owner }: Context, seen: Secret) => ({ owner, seen })

const deleting = (related: Related, context: Context): Judged => {
  const { secret } = related
  const why = deleteDisabledReason(secret, context.owner)
  if (why !== undefined) return cannot(why)
  const taker = topmost(secret, context.takenBy)
  if (taker !== undefined)
    return { verdict: 'dependent', reason: `It goes with ${nameInText(taker.key)}.` }
  const dependents = dependentsOf(related).map((each) => each.secret)
  const unread = unreadDependentsOf(related, context.list).length
  const next = takesOver(secret, context.list, (id) => context.gone.has(id))
  const canUndo =
    dependents.length + unread === 0 &&
    isAlias(secret) &&
    secret.aliased_secret !== null &&
    isWhole(secret)
  return {
    verdict: 'send',
    reason: sentences(
      dependents.length + unread > 0 && dependentWords(dependents, unread, context.places),
      next !== undefined && thenGets(nameInText(context.name ?? 'The project'), next),
      ownedElsewhere(secret, 'bring it back'),
      !canUndo && 'It cannot be undone.',
    ),
    dependents,
    unreadDependents: unread,
    dependentsIn: dependents.flatMap(({ id }) => context.places.get(id) ?? []),
    canUndo,
    operation: agreedTo({
      ...shared(context, secret),
      kind: 'delete',
      dependents: dependents.map(({ id }) => id),
      unreadDependents: unread,
    }),
  }
}

const repointing = (target: Secret | undefined, related: Related, context: Context): Judged => {
  const { secret } = related
  const { owner, relations, list } = context
  const why = repointDisabledReason(secret, owner)
  if (why !== undefined) return cannot(why)
  const from = secret.aliased_secret
  if (from === null)
    return cannot(
      'What it points at is not known, so it could not be brought back if the second step failed.',
    )
  const dependents = dependentsOf(related)
  if (dependents.length + unreadDependentsOf(related, list).length > 0)
    return cannot('Others depend on it, and would go when it is deleted to be made again.')
  if (target === undefined) return { verdict: 'send', reason: '' }
  if (target.id === from.id)
    return { verdict: 'same', reason: `It points at ${nameInText(target.key)} already.` }
  const unfit = targetDisabledReason(target, secret, owner)
  if (unfit !== undefined) return cannot(unfit)
  if (find(relations, target.id) === undefined)
    return cannot(`${nameInText(target.key)} cannot be seen from where this alias is.`)
  return {
    verdict: 'send',
    reason: sentences(ownedElsewhere(secret, 'change it back')),
    canUndo: true,
    target: target.key,
    operation: agreedTo({
      ...shared(context, secret),
      kind: 'repoint',
      from: { id: from.id, key: from.key },
      to: { id: target.id, key: target.key },
    }),
  }
}

const editing = (description: string | null, { secret }: Related, context: Context): Judged => {
  const why = editDisabledReason(secret, context.owner)
  if (why !== undefined) return cannot(why)
  if (textOf({ description }) === textOf(secret))
    return { verdict: 'same', reason: 'It has this description already.' }
  const problem = descriptionProblem(description)
  if (problem !== undefined) return cannot(problem)
  return {
    verdict: 'send',
    reason: sentences(formerDescription(secret), ownedElsewhere(secret, 'change it back')),
    canUndo: true,
    operation: agreedTo({ ...shared(context, secret), kind: 'edit', key: secret.key, description }),
  }
}
