/** Whether a text is what programs print of a change to a file. */
const isDiff = (text: string): boolean => hasPlaces(text) || isMarked(text)

const hasPlaces = (text: string) => /^@@ -\d+(?:,\d+)? \+\d+(?:,\d+)? @@/m.test(text)

/** Whether each line says what happens to it, as what somebody copies out of a diff. */
const isMarked = (text: string) =>
  /^\+/m.test(text) &&
  /^-/m.test(text) &&
  // What Terraform plans has marks of its own.
  !/^[-+]\/?[-+]?[ \t]+(?:resource|module)\b/m.test(text) &&
  !/^[^-+\s]/m.test(text)

export const diffNote = 'This is a diff: what it takes away is left out.'

const lineBreak = /\r\n|\r|\n/

/** A text as it is after the change that it shows, or that its fenced blocks show; undefined where there is none. */
export const afterChange = (text: string): string | undefined => {
  const lines = text.split(lineBreak)
  let isChange = false
  for (const [start, end] of blocksIn(lines)) {
    const block = lines.slice(start + 1, end)
    const isCalled = /^\s*(?:```|~~~)\s*(?:diff|patch)\b/i.test(lines[start] ?? '')
    if (!isCalled && !isDiff(block.join('\n'))) continue
    lines.splice(start + 1, block.length, ...afterDiff(block))
    isChange = true
  }
  if (isChange) return lines.join('\n')
  return isDiff(text) ? afterDiff(lines).join('\n') : undefined
}

/** The lines of fences that belong together: what a diff shows of a file begins with a mark, and is no fence of the text. */
const blocksIn = (lines: readonly string[]): [start: number, end: number][] => {
  const fences = lines.flatMap((line, index) => (/^(?:```|~~~)/.test(line) ? [index] : []))
  return fences.flatMap((start, index): [number, number][] => {
    const end = fences[index + 1]
    return index % 2 === 0 && end !== undefined ? [[start, end]] : []
  })
}

/** What a diff shows of a file after its change, each line where it stands in the diff. */
const afterDiff = (lines: readonly string[]): string[] => {
  const isWhole = !hasPlaces(lines.join('\n'))
  let inside = isWhole
  return lines.map((line) => {
    if (isWhole && /^(?:\+\+\+ |diff |index )/.test(line)) return ''
    if (!isWhole && /^(?:diff |index |--- |Index: )/.test(line)) inside = false
    if (line.startsWith('@@ ')) inside = true
    if (isWhole && /^[^-+\s]/.test(line)) return line
    return inside && /^[+ ]/.test(line) ? line.slice(1) : ''
  })
}
