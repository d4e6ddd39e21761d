import { isHarmless } from './secret-values'
import { tidyName } from './tidy-name'
import { holdsValueWord } from './value-words'

// Tells values of secrets in what no row is made of: comments, sentences, commands, and fields beside the aliases.

// No line that somebody wrote says it further behind, and each pattern is tried at every letter.
const longest = 2000

/** Whether a line may say the value of a secret, as `NAME=value`, `NAME: value`, or as a command is told one. */
export const saysValue = (line: string): boolean => {
  const text = line.slice(0, longest)
  return says(text, inComments) || says(text, alone)
}

const says = (text: string, patterns: readonly RegExp[]) =>
  patterns.some((pattern) => {
    const given = pattern.exec(text)?.[1]
    return given !== undefined && !isHarmless(tidyName(given)) && !isReferring(given)
  })

// A key that is secret itself, and not the name of one.
const ownKey = '(?:api|private|access|signing|encryption)[_-]?'
const secretWord = 'pass(?:word|wd|phrase|wort)?|pwd|secret|token|credential'
const name = String.raw`[A-Za-z_][\w.-]{0,100}`
// In capitals as well, and no names: words with which people begin a remark.
const remark = 'NOTE|TODO|FIXME|WARNING|IMPORTANT|INFO|HACK|XXX'
// In capitals, or by a word for what is secret: a sentence has others before a colon.
const sureName = String.raw`(?!(?:${remark})\b)(?:[A-Z][A-Z0-9_]{1,100}|[\w.-]{0,50}(?:[Pp][Aa][Ss][Ss][Ww]|[Pp]wd|[Ss]ecret|[Tt]oken|[Kk]ey)[\w.-]{0,50})`
// In quotes, or one word, up to the end of the line or of the comment. What opens a bracket goes on below.
const value = String.raw`(?![[({]\s*$)("[^"]{1,300}"|'[^']{1,300}'|[^\s"']\S{0,300}?)[,;]?\s*(?:(?:\*\/|-->)\s*)?$`

const inComments = [
  new RegExp(
    String.raw`^\W*(?:(?:export|set|env|const|let|var)\s+)*["']?${name}["']?\s*:?=>?\s*${value}`,
  ),
  new RegExp(String.raw`(?<![\w.?&/-])["']?${sureName}["']?\s*(?::?=>?|:\s)\s*${value}`),
  // As commands take it.
  /\s--?(?:value|body|plaintext|data|secret-string|pass(?:word|wd)?|pwd|secret|token)[\s=]+("[^"]{1,300}"|'[^']{1,300}'|\S{1,300})/i,
  /\bqovery\s.{0,1000}\s-v[\s=]+("[^"]{1,300}"|'[^']{1,300}'|\S{1,300})/,
  // As a sentence says it: no word in it has digits or such signs.
  /(?:pass(?:word|wd|phrase|wort)?|pwd|secret|token|[A-Z_]{3,50})\s+is\s+(?=\S{0,99}[\d!@$%^&*])(\S{1,300})\s*$/i,
  /(?:pass(?:word|wd|phrase|wort)|kennwort|mot de passe|contraseña)\s+(?:is|ist|est|es)\s+["'“„«]?(\S{4,300})\s*$/i,
  // Whatever else the sentence says.
  /(?<![A-Za-z])(?:pass(?:word|wd|phrase|wort)?|pwd?|kennwort|mot de passe|contraseña)\s{0,9}[:=]\s{0,9}["'“„«]?([^\s"'“”„«»,;]{4,300})/i,
]

// Words of a comment may stand like this as well.
const sole = /^(?=\S{0,100}\d)(?=\S{0,100}[A-Za-z])(\S{6,300})$/
const alone = [
  // As netrc has it, and as somebody says it in passing.
  /(?:^|\s)(?:pass(?:word|wd|phrase|wort)?|pwd)\s+(\S{1,300})\s*$/i,
  // In two columns, as programs print it.
  /^\W{0,9}[A-Z_][A-Z0-9_]{1,100}\s+(\S{1,300})\s*$/,
  /^\W{0,9}[\w.-]{1,100}(?:\t|\s{2,9})(\S{1,300})\s*$/,
  // Alone in its line: no word of a sentence has digits in it.
  sole,
]

// As the languages begin one that are read here, and people: in a line of its own, or behind something.
const comment =
  /^\s*(?:#|\/\/|;|--\s|::|rem\s|\/\*|<!--)(.*)|[\s,;{}[\]](?:#|\/\/|\/\*|<!--|;|--\s|[–—]\s|\()(.*)/i

/** Whether a comment in a line may say the value of a secret. */
export const commentSaysValue = (line: string): boolean => {
  const found = comment.exec(line.slice(0, longest))
  const said = found?.[1] ?? found?.[2]
  return said !== undefined && says(said, inComments)
}

const hint =
  /pass(?:word|wd|phrase|wort|code)|(?<![A-Za-z])(?:pass|pwd?)(?![A-Za-z])|secret|token|credential|login|kennwort|mot de passe|contraseña|api.?key/i

/**
 * Whether a description may say the value of a secret. It is shown and sent as it is: what a comment is suspected of by its
 * form alone must have a word for what is secret here, or one that looks like a value.
 */
export const describesValue = (text: string): boolean =>
  text.split(/[\r\n]+/).some((each) => {
    const line = each.trim().slice(0, longest)
    const [isHint, isWord] = [hint.test(line), holdsValueWord(line)]
    if (!isHint && !isWord) return false
    return (isHint && isWord) || says(line, inComments) || says(line, [sole])
  })

/** Whether somebody says more than a name where one belongs, and that may be the value of a secret. */
export const saysMore = (text: string): boolean => holdsValueWord(text) || describesValue(text)

const secretField = new RegExp(`${secretWord}|secure|${ownKey}key`, 'i')
// These say where a secret is, or what is done with it.
const referringField = new RegExp(
  String.raw`alias|^existing|(?:name|names|ref|refs|(?<!${ownKey})key|id|file|path|mount|store|class|type|provider|version|policy|mode)$|pullsecrets?$`,
  'i',
)

/** Whether a text under this name is likely the value of a secret, and no name of one. */
export const isSecretField = (field: string): boolean =>
  secretField.test(field) && !referringField.test(field)

/** Whether a text under such a name says where its value is, or what may be done with it. */
export const isReferring = (text: string): boolean =>
  /^(?:\{\{.*\}\}|\$\{.*\}|\$\(.*\)|inherit|read|write|none|required|optional)$/.test(text.trim())
