// What is left after these is what Kubernetes takes as the key of a Secret (validation.IsConfigMapKey).
const unfit = /[^A-Za-z0-9_.-]/u

/** The first character that no name may have, in words; undefined where every character can stand. */
export const unfitCharacter = (key: string): { code: string; message: string } | undefined => {
  const found = unfit.exec(key)
  if (found === null) return undefined
  const [character] = found
  // All before it is ASCII, so that code units and code points count alike.
  const position = found.index + 1
  const { code, what, fix } = describe(character)
  const name = `${called(character)} (${codePoint(character)})`
  return { code, message: `Character ${position}, ${name}, is ${what}: ${fix}.` }
}

/** Writes a character as Unicode does: U+ and at least four hexadecimal digits. */
const codePoint = (character: string) =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`

const remove = 'remove it'
const allowed = 'a name is made of A to Z, 0 to 9 and “_”'

const describe = (character: string): { code: string; what: string; fix: string } => {
  if (character === '=')
    return {
      code: 'equals-sign',
      what: 'what ends a name where variables are listed',
      fix: 'give the name alone, without a value',
    }
  if (/\s/u.test(character) && character !== '\u{feff}')
    return { code: 'white-space', what: 'white space', fix: remove }
  if (/\p{Cc}/u.test(character))
    return { code: 'control-character', what: 'a control character', fix: remove }
  if (invisible.test(character))
    return { code: 'invisible-character', what: 'a character that nobody sees', fix: remove }
  if (/[!-~]/.test(character)) return { code: 'punctuation', what: 'punctuation', fix: allowed }
  return { code: 'non-ascii', what: `${kindOf(character)}, not ASCII`, fix: allowed }
}

// Format characters, lone surrogates, and letters, marks and a Braille cell that are drawn as nothing.
const invisible = /[\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}\u2800]/u

const kindOf = (character: string) => {
  const script = lookalikes.find(([, pattern]) => pattern.test(character))?.[0]
  if (script !== undefined) return `a ${script} letter that may look like a Latin one`
  if (/\p{M}/u.test(character)) return 'a mark that sits on the character before it'
  if (/\p{Extended_Pictographic}/u.test(character)) return 'a picture'
  return /\p{L}/u.test(character) ? 'a letter' : 'a character'
}

const lookalikes: [string, RegExp][] = [
  ['Cyrillic', /\p{Script=Cyrillic}/u],
  ['Greek', /\p{Script=Greek}/u],
  ['Armenian', /\p{Script=Armenian}/u],
  ['Cherokee', /\p{Script=Cherokee}/u],
  ['fullwidth', /[\uff21-\uff3a\uff41-\uff5a]/],
  ['mathematical', /[\u{1d400}-\u{1d7cb}]/u],
]

/** The character itself in quotes, or its name where showing it would show nothing. */
const called = (character: string) => {
  const name = names.get(character)
  if (name !== undefined) return name
  if (/\p{M}/u.test(character)) return `“\u25cc${character}”`
  return /[\p{C}\p{Z}\p{Default_Ignorable_Code_Point}]/u.test(character)
    ? 'which has no shape'
    : `“${character}”`
}

const names = new Map([
  ['\0', 'null'],
  ['\t', 'tab'],
  ['\n', 'line feed'],
  ['\v', 'vertical tab'],
  ['\f', 'form feed'],
  ['\r', 'carriage return'],
  ['\u001b', 'escape'],
  [' ', 'space'],
  ['\u007f', 'delete'],
  ['\u0085', 'next line'],
  ['\u00a0', 'no-break space'],
  ['\u00ad', 'soft hyphen'],
  ['\u034f', 'combining grapheme joiner'],
  ['\u061c', 'Arabic letter mark'],
  ['\u2007', 'figure space'],
  ['\u2009', 'thin space'],
  ['\u200b', 'zero width space'],
  ['\u200c', 'zero width non-joiner'],
  ['\u200d', 'zero width joiner'],
  ['\u200e', 'left-to-right mark'],
  ['\u200f', 'right-to-left mark'],
  ['\u2028', 'line separator'],
  ['\u2029', 'paragraph separator'],
  ['\u202a', 'left-to-right embedding'],
  ['\u202b', 'right-to-left embedding'],
  ['\u202c', 'pop directional formatting'],
  ['\u202d', 'left-to-right override'],
  ['\u202e', 'right-to-left override'],
  ['\u202f', 'narrow no-break space'],
  ['\u2060', 'word joiner'],
  ['\u2066', 'left-to-right isolate'],
  ['\u2067', 'right-to-left isolate'],
  ['\u2068', 'first strong isolate'],
  ['\u2069', 'pop directional isolate'],
  ['\u2800', 'Braille blank'],
  ['\u3000', 'ideographic space'],
  ['\u3164', 'Hangul filler'],
  ['\ufe0f', 'variation selector-16'],
  ['\ufeff', 'byte order mark'],
])
