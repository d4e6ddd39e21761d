// Controls, invisible characters, line separators and halves of surrogate pairs: pasted as they are, they could end a
// terminal's paste early or make a line read as another one.
export const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu

/** Whether a text holds characters that a shell's quotes show to nobody, or cannot hold at all. */
export const hasUnseen = (text: string): boolean => text.search(unseen) >= 0

/** The escape that JSON has for a UTF-16 unit. */
export const unit = (code: number) => String.raw`\u` + code.toString(16).padStart(4, '0')

/** A text in which each invisible character is seen as the escape that JSON has for it. */
export const visible = (text: string): string =>
  text.replaceAll(unseen, (character) =>
    Array.from({ length: character.length }, (_, at) => unit(character.charCodeAt(at))).join(''),
  )

/** A name inside a sentence: nothing in it turns or hides what stands beside it, and it is cut after 80 characters. */
export const inWords = (name: string): string =>
  visible(name.slice(0, 80)) + (name.length > 80 ? '…' : '')
