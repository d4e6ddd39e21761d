import { unit, unseen, visible } from '../unseen'

/**
 * One word of a POSIX shell, and of zsh, which takes a “=” before a word for a command’s path. Source: XCU 2.2.2, nothing is
 * special between single quotes but their end.
 */
export const shellWord = (text: string): string =>
  /^(?!=)[\w./:@%+=,-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`

/** A JSON value in which nothing is invisible. */
export const visibleJson = (value: unknown): string =>
  JSON.stringify(value, undefined, 2).split('\n').map(visible).join('\n')

/** A quoted string of HCL, templates and all escaped. Source: HCL's syntax specification, "Quoted string templates". */
export const hclString = (text: string): string => {
  const escaped = text
    .replaceAll(/["\\]/g, String.raw`\$&`)
    .replaceAll('\n', String.raw`\n`)
    .replaceAll('\r', String.raw`\r`)
    .replaceAll('\t', String.raw`\t`)
    .replaceAll(/[$%](?=\{)/g, '$&$&')
    .replaceAll(unseen, (character) => {
      const code = character.codePointAt(0) ?? 0
      return code > 0xff_ff ? String.raw`\U` + code.toString(16).padStart(8, '0') : unit(code)
    })
  return `"${escaped}"`
}

/** Whether HCL reads this very text back: it knows no half of a surrogate pair, and composes letters and accents. */
export const hclKeeps = (text: string): boolean =>
  !/\p{Cs}/u.test(text) && text.normalize('NFC') === text
