import { unfitCharacter } from './alias-key-characters'
import { scopeInSentence } from './api-words'
import { codePoints } from '../qovery/limits'
import { isServiceKind, type OwnerRef } from '../qovery/owner'
import type { SecretIndex } from './secret-index'

export interface KeyAdvice {
  /** block: cannot be used · confirm: only when a person insists · warn: worth knowing. */
  level: 'block' | 'confirm' | 'warn'
  /** Stable and kebab-case, for programs. */
  code: string
  /** One sentence for people: what is wrong, or what will happen. */
  message: string
  /** Names that stand in it, which are no words to translate. */
  names?: readonly string[]
}

// Source: Kubernetes limits the keys of a Secret to 253 characters (validation.IsConfigMapKey).
const longestKey = 253

export const builtIn = 'BUILT_IN'

export interface KeyContext {
  /** Key of the secret that the alias will point at. */
  targetKey?: string | undefined
  /** Who is to own what has it; undefined: nobody knows yet, nor then what is taken. */
  owner: Pick<OwnerRef, 'kind'> | undefined
  /** What is in the owner's list, as far as that is known. */
  taken?: SecretIndex | undefined
  /** Id of the secret that is to have the key: what it is called now is not in its way. */
  except?: string | undefined
  /** Names of the places within the owner that have a key of their own, of the lists read so far. */
  narrower?: ((key: string) => readonly string[]) | undefined
}

/** The secrets of other ids that have a key. */
export const othersWith = (key: string, { taken, except }: Pick<KeyContext, 'taken' | 'except'>) =>
  (taken?.byKey.get(key) ?? []).filter(({ id }) => id !== except)

/**
 * What stands in the way of a name, most severe first: what forbids it, or else what takes a person who insists.
 * Qovery's API itself takes any string: this is about what deployments make of it.
 */
export const keyProblems = (key: string, context: KeyContext): KeyAdvice[] => {
  const blocks = blocking(key, context)
  return blocks.length > 0 ? blocks : confirming(key, context)
}

const blocking = (key: string, context: KeyContext): KeyAdvice[] => {
  const advice: KeyAdvice[] = []
  const block = (code: string, message: string) => advice.push({ level: 'block', code, message })
  if (key === '') block('empty', 'A key is needed.')
  const unfit = unfitCharacter(key)
  if (unfit !== undefined) block(unfit.code, unfit.message)
  const length = codePoints(key)
  if (length > longestKey)
    block('too-long', `${length} characters are too many: Kubernetes takes at most ${longestKey}.`)
  // Source: Qovery's naming rules keep the prefix for its built-in variables.
  if (/^QOVERY_/i.test(key))
    block('reserved-prefix', 'Qovery keeps names that start with QOVERY_ for itself.')
  // A key can stand there twice, as a built-in and as what overrides it: the latter is what takes it. Below a project
  // whatever can be seen takes it.
  const overrides = context.owner?.kind === 'project'
  const existing = othersWith(key, context).find(({ scope }) => !overrides || scope !== builtIn)
  if (key !== '' && key === context.targetKey)
    block('same-as-target', 'This is the key of the secret itself: an alias needs another name.')
  else if (existing !== undefined)
    block(
      'taken',
      `This key exists already, at ${scopeInSentence(existing.scope)} scope: choose another.`,
    )
  return advice
}

// Sources: Kubernetes before 1.34 takes [-._a-zA-Z][-._a-zA-Z0-9]* and `envFrom` leaves any other name out without a
// word; POSIX (XBD 8.1) names have letters, digits and “_” alone, which is all that a shell can read.
const doubts: [string, RegExp, string][] = [
  [
    'leading-digit',
    /^\d/,
    'Starts with a digit: shells cannot read it, and Kubernetes before 1.34 leaves it out without a word.',
  ],
  ['hyphen', /-/, 'Contains “-”: shells cannot read it, and Qovery’s naming rules leave it out.'],
  ['dot', /\./, 'Contains “.”: shells cannot read it, and Qovery’s naming rules leave it out.'],
  [
    'leading-dots',
    /^\.{1,2}$|^\.\./,
    'Kubernetes refuses “.”, “..” and what starts with “..” as the key of a secret, so a deployment may fail.',
  ],
  ['leading-underscores', /^__/, 'Starts with “__”, which Qovery’s naming rules do not allow.'],
]

const unreadableExisting = ({ kind }: Pick<OwnerRef, 'kind'>): KeyAdvice => ({
  level: 'confirm',
  code: 'unreadable-existing',
  message: `An entry of the ${isServiceKind(kind) ? 'service' : kind}’s list has this key and could not be read: it may be taken.`,
})

const confirming = (key: string, { taken, owner }: KeyContext): KeyAdvice[] => [
  ...(owner !== undefined && taken?.unreadableKeys.has(key) === true
    ? [unreadableExisting(owner)]
    : []),
  ...doubts
    .filter(([, pattern]) => pattern.test(key))
    .map(([code, , message]): KeyAdvice => ({ level: 'confirm', code, message })),
]
