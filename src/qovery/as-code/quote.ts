// Controls, invisible characters, line separators and halves of surrogate pairs: pasted as they are, they could end a
// terminal's paste early or make a line read as another one.
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu

/** Whether a text holds characters that a shell's quotes show to nobody, or cannot hold at all. */
export const hasUnseen = (text: string): boolean => text.search(unseen) >= 0

const unit = (code: number) => String.raw`\u` + code.toString(16).padStart(4, '0')

/** A text in which each invisible character is seen as the escape that JSON has for it. */
const visible = (text: string): string =>
  text.replaceAll(unseen, (character) =>
    Array.from({ length: character.length }, (_, at) => unit(character.charCodeAt(at))).join(''),
  )

/** A name inside a sentence: nothing in it turns or hides what stands beside it, and it is cut after 80 characters. */
export const inWords = (name: string): string =>
  visible(name.slice(0, 80)) + (name.length > 80 ? '…' : '')

/** One word of a POSIX shell. Source: XCU 2.2.2, nothing is special between single quotes but their end. */
export const shellWord = (text: string): string =>
  /^[\w./:@%+=,-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`

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
