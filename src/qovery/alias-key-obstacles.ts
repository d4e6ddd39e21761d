import { unfitCharacter } from './alias-key-characters'
import { codePoints } from './limits'

export interface KeyAdvice {
  /** block: cannot be used · confirm: only when a person insists · warn: worth knowing. */
  level: 'block' | 'confirm' | 'warn'
  /** Stable and kebab-case, for programs. */
  code: string
  /** One sentence for people: what is wrong, or what will happen. */
  message: string
}

/** What has a key already. A `Secret` fits. */
export interface KeyHolder {
  id: string
  key: string
  scope: string
}

/** Keys that exist, made by {@link indexKeys}. */
export interface KeyIndex {
  readonly exact: ReadonlyMap<string, KeyHolder>
  /** Keys that a person would read alike; two are enough to name one that is not the key itself. */
  readonly folded: ReadonlyMap<string, readonly string[]>
}

// Source: Kubernetes limits the keys of a Secret to 253 characters (validation.IsConfigMapKey).
const longestKey = 253

export const builtIn = 'BUILT_IN'

/** Upper case of a to z and of nothing else, in every locale. */
export const asciiUpperCase = (text: string): string =>
  text.replaceAll(/[a-z]/g, (letter) => letter.toUpperCase())

/** A key as a person reads it, who tells neither case nor “-” from “_”. */
export const foldKey = (key: string) => asciiUpperCase(key).replaceAll('-', '_')

/** Reads a list once, so that each look-up costs the same however long it is. */
export const indexKeys = (holders: readonly KeyHolder[]): KeyIndex => {
  const exact = new Map<string, KeyHolder>()
  const folded = new Map<string, string[]>()
  for (const holder of holders) {
    const { key } = holder
    // A key can stand there twice, as a built-in and as what overrides it: the latter is what takes it.
    const held = exact.get(key)
    if (held === undefined || held.scope === builtIn) exact.set(key, holder)
    const alike = folded.get(foldKey(key)) ?? []
    if (alike.length < 2 && !alike.includes(key)) folded.set(foldKey(key), [...alike, key])
  }
  return { exact, folded }
}

export interface KeyContext {
  /** Key of the secret that the alias will point at. */
  sourceKey?: string | undefined
  taken?: KeyIndex | undefined
}

/**
 * What stands in the way of a name, most severe first: what forbids it, or else what takes a person who insists.
 * Qovery's API itself takes any string: this is about what deployments make of it.
 */
export const keyObstacles = (key: string, context: KeyContext = {}): KeyAdvice[] => {
  const blocks = blocking(key, context)
  return blocks.length > 0 ? blocks : confirming(key)
}

const blocking = (key: string, { sourceKey, taken }: KeyContext): KeyAdvice[] => {
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
  const holder = taken?.exact.get(key)
  if (key !== '' && key === sourceKey)
    block('same-as-source', 'This is the key of the secret itself: an alias needs another name.')
  else if (holder !== undefined && holder.scope !== builtIn)
    block('taken', `This key exists already, at ${holder.scope} level: choose another one.`)
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

const confirming = (key: string): KeyAdvice[] =>
  doubts
    .filter(([, pattern]) => pattern.test(key))
    .map(([code, , message]) => ({ level: 'confirm', code, message }))
