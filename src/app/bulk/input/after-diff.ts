/** Whether a text is what programs print of a change to a file. */
export const isDiff = (text: string): boolean => hasPlaces(text) || isMarked(text)

const hasPlaces = (text: string) => /^@@ -\d+(?:,\d+)? \+\d+(?:,\d+)? @@/m.test(text)

/** Whether each line says what happens to it, as what somebody copies out of a diff. */
const isMarked = (text: string) =>
  /^\+/m.test(text) &&
  /^-/m.test(text) &&
  // What Terraform plans has marks of its own.
  !/^[-+]\/?[-+]?[ \t]+(?:resource|module)\b/m.test(text) &&
  !/^[^-+\s]/m.test(text)

export const diffNote = 'This is a diff: what it takes away is left out.'

/** What a diff shows of a file after its change, each line where it stands in the diff. */
export const afterDiff = (diff: string): string => {
  const isWhole = !hasPlaces(diff)
  let inside = isWhole
  return diff
    .split(/\r\n|\r|\n/)
    .map((line) => {
      if (isWhole && line.startsWith('+++ ')) return ''
      if (!isWhole && /^(?:diff |index |--- |Index: )/.test(line)) inside = false
      if (line.startsWith('@@ ')) inside = true
      return inside && /^[+ ]/.test(line) ? line.slice(1) : ''
    })
    .join('\n')
}
