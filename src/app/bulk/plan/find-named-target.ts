import { unfitCharacter } from '../../../rules/alias-key-characters'
import { aliasDisabledReason } from '../../../rules/alias-target'
import { findId } from '../../../rules/console-link'
import { foldKey } from '../../../rules/fold-key'
import { rankOfScope, type OwnerRef } from '../../../qovery/owner'
import type { Secret } from '../../../qovery/schema'
import type { SecretIndex } from '../../../rules/secret-index'
import { inWords } from '../../../rules/unseen'
import { ownerWord } from '../../words/owner-word'
import { tidyName } from '../input/tidy-name'

export type FoundTarget =
  | { kind: 'found'; secret: Secret }
  | { kind: 'ambiguous'; candidates: readonly Secret[] }
  /** With the one secret that is meant all the same. */
  | { kind: 'unfit'; problem: string; secret?: Secret }
  | { kind: 'unreadable'; problem: string }

/**
 * Finds the secret that a row names by its key, its id, or a link that contains the id: as it is written, or else without
 * what stands around the name.
 */
export const findNamedTarget = (
  written: string,
  index: SecretIndex,
  owner: Pick<OwnerRef, 'kind'>,
): FoundTarget => {
  const word = ownerWord(owner)
  const named = secretsNamed(written, index)
  if (mayBeUnreadable(written, named, index))
    return { kind: 'unreadable', problem: named.length === 0 ? unreadable(word) : doubtful(word) }
  if (named.length === 0) return unfit(absent(written, index, word))
  const usable = narrowest(
    named.filter((secret) => isUsable(secret, owner)),
    owner,
  )
  const [secret, ...others] = usable
  if (secret === undefined) {
    const problem = named.map((each) => unfitness(each, owner))[0] ?? absent(written, index, word)
    const [meant, ...rest] = named
    return { ...unfit(problem), ...(meant && rest.length === 0 && { secret: meant }) }
  }
  return others.length === 0 ? { kind: 'found', secret } : { kind: 'ambiguous', candidates: usable }
}

const unreadable = (word: string) =>
  `The entry of the ${word}’s list that its target names could not be read.`
const doubtful = (word: string) =>
  `Another entry of the ${word}’s list that could not be read may be meant as well: check it in Qovery’s console, or name the target by its ID.`

/**
 * Below a project the one of several equal keys that is effective there: of the narrowest scope. Where nobody knows how
 * narrow one of them is, nobody can tell.
 */
const narrowest = (secrets: readonly Secret[], { kind }: Pick<OwnerRef, 'kind'>) => {
  if (kind === 'project') return secrets
  const ranks = secrets.map(({ scope }) => rankOfScope(scope))
  if (ranks.includes(undefined)) return secrets
  const highest = Math.max(...ranks.map((rank = 0) => rank))
  return secrets.filter((_, at) => ranks[at] === highest)
}

const unfit = (problem: string) => ({ kind: 'unfit' as const, problem })

/** Every secret that a text can mean, whether or not it can have an alias. */
export const secretsNamed = (written: string, index: SecretIndex): readonly Secret[] => {
  const exactly = index.byKey.get(written) ?? byId(written, index)
  if (exactly.length > 0) return exactly
  const tidy = tidyName(written)
  return tidy === written ? [] : (index.byKey.get(tidy) ?? byId(tidy, index))
}

const byId = (written: string, { byId: secrets }: SecretIndex) => {
  const id = findId(written, 'secret')
  const secret = id === undefined ? undefined : secrets.get(id)
  return secret === undefined ? [] : [secret]
}

/** Whether an entry of the list that could not be read has the name or the id that is written. */
const mayBeUnreadable = (
  written: string,
  named: readonly Secret[],
  { unreadableKeys, unreadableIds }: SecretIndex,
) =>
  [written, ...(named.length === 0 ? [tidyName(written)] : [])].some((name) => {
    const id = findId(name, 'secret')
    return unreadableKeys.has(name) || (id !== undefined && unreadableIds.has(id))
  })

const absent = (written: string, index: SecretIndex, word: string) => {
  const tidy = tidyName(written)
  const alike = keyAlike(tidy, index)
  const hint =
    alike === undefined ? unfitCharacter(tidy)?.message : `${inWords(alike)} is written alike.`
  const known = index.keyless === 0 ? '' : ', as far as it can be read'
  return `The ${word}’s list has no secret ${inWords(tidy)}${known}.${hint === undefined ? '' : ` ${hint}`}`
}

/** A key that a person would read as this name. */
export const keyAlike = (name: string, { alike, byKey }: SecretIndex): string | undefined => {
  const near = alike.get(foldKey(name))?.[0]
  return near === undefined || !byKey.has(near) ? undefined : near
}

/** Whether a secret that an owner's list shows can have an alias there. */
export const isUsable = (secret: Secret, owner: Pick<OwnerRef, 'kind'>): boolean =>
  unfitness(secret, owner) === undefined

// What an owner’s list shows is on its chain, and wide enough there: only a project’s alias reaches nothing narrower.
const unfitness = (secret: Secret, owner: Pick<OwnerRef, 'kind'>) => {
  const seen = owner.kind === 'project' ? secret : { ...secret, scope: 'PROJECT' as const }
  const disabledReason = aliasDisabledReason(seen, owner)
  return disabledReason === undefined
    ? undefined
    : `${inWords(secret.key)} cannot have an alias. ${disabledReason}`
}
