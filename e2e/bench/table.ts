import type { Row } from './report'

const head = ['what', 'console', 'against', 'ratio', 'bar', 'met?'] as const

/** Whether a row meets its bar; undefined where it has none, or was not taken. */
export const isMet = ({ console, ratio, bar }: Row): boolean | undefined => {
  const [, sign, limit, unit] = /^([≤≥]) ([\d.]+)( ms)?$/.exec(bar ?? '') ?? []
  if (sign === undefined || limit === undefined) return undefined
  const own = Number.parseFloat(console.replaceAll(',', ''))
  const figure = unit === undefined ? (ratio ?? own) : own
  if (Number.isNaN(figure)) return undefined
  // Judged as it is shown: a table must not contradict itself.
  const shown = Number(figure.toFixed(2))
  return sign === '≤' ? shown <= Number(limit) : shown >= Number(limit)
}

const cells = (row: Row): string[] => {
  const met = isMet(row)
  return [
    row.what,
    row.console,
    row.against ?? '',
    row.ratio === undefined ? '' : row.ratio.toFixed(2),
    row.bar ?? '',
    met === undefined ? '' : met ? 'yes' : 'NO',
  ]
}

/** The rows under the names of their groups, as Markdown's tables, which people can read as they are. */
export const tableText = (rows: readonly Row[]): string => {
  const lines: string[][] = []
  for (const group of new Set(rows.map((row) => row.group))) {
    lines.push([`**${group}**`, '', '', '', '', ''])
    for (const row of rows) if (row.group === group) lines.push(cells(row))
  }
  const widths = head.map((title, column) =>
    Math.max(title.length, ...lines.map((line) => line[column]?.length ?? 0)),
  )
  const draw = (line: readonly string[]) =>
    `| ${line.map((text, column) => text.padEnd(widths[column] ?? 0)).join(' | ')} |`
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`
  return [draw(head), rule, ...lines.map(draw)].join('\n')
}
