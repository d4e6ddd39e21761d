import type { SyntaxNode } from '@lezer/common'

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

/** The text of a cell, without its markup. */
export const readCell = ({ name, from, to, firstChild }: SyntaxNode, markdown: string): string => {
  const written = markdown.slice(from, to)
  if (name.endsWith('Mark')) return ''
  if (name === 'Escape') return written.slice(1)
  if (name === 'Entity') return readEntity(written)
  let text = ''
  let end = from
  for (let child = firstChild; child !== null; child = child.nextSibling) {
    text += markdown.slice(end, child.from) + readCell(child, markdown)
    end = child.to
  }
  text += markdown.slice(end, to)
  // Nothing is escaped in code, but what would divide the cells.
  return name === 'InlineCode' ? text.replaceAll(String.raw`\|`, '|') : text
}

const named: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' }

const readEntity = (written: string) => {
  const [, decimal, hexadecimal] = /^&#(?:(\d+)|x([\da-f]+));$/i.exec(written) ?? []
  const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal)
  return code <= 0x10ffff ? String.fromCodePoint(code) : (named[written] ?? written)
}
