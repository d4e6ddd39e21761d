/** Upper case of a to z and of nothing else, in every locale. */
export const asciiUpperCase = (text: string): string =>
  text.replaceAll(/[a-z]/g, (letter) => letter.toUpperCase())

/** A key as a person reads it, who tells neither case nor “-” from “_”. */
export const foldKey = (key: string) => asciiUpperCase(key).replaceAll('-', '_')
