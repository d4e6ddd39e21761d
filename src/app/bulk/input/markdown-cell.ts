// What Markdown takes for markup, and what it would lose at the ends of a cell or between words.
const signs = /[\\`*_{}[\]<>|~#!&]/g
const whiteSpace = /^ +| +$|[^\S ]| {2,}/g

/** A text as a cell holds it: whatever it is, it stays in its cell, is no markup, and can be read back. */
export const writeCell = (text: string) =>
  /^[\w.-]+$/.test(text) && /[^-:]/.test(text)
    ? `\`${text}\``
    : text
        .replaceAll(signs, (sign) => `\\${sign}`)
        .replaceAll(whiteSpace, (space) =>
          space.replaceAll(/\s/g, (each) => `&#${each.codePointAt(0)};`),
        )

/** The cells of a table's line; undefined where the line is none. */
export const readCells = (line: string): string[] | undefined => {
  const row = /^\s*\|(.*)\|\s*$/.exec(line)?.[1]
  if (row === undefined) return undefined
  // A sign after a backslash is taken along with it, so that it divides no cells.
  const cells = row.match(/(?<=^|\|)(?:\\.|[^\\|])*/gsu) ?? []
  return cells.map((cell) => readCell(cell.trim()))
}

const readCell = (cell: string) => {
  const code = /^`([^`]*)`$/.exec(cell)?.[1]
  return (
    code ??
    cell.replaceAll(/\\([\s\S])|&#(\d{1,7});/g, (_, sign: string | undefined, number: string) =>
      sign === undefined ? String.fromCodePoint(Math.min(Number(number), 0x10ffff)) : sign,
    )
  )
}
