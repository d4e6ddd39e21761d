/** Whether a text is what programs print of a change to a file. */
export const isDiff = (text: string): boolean => /^@@ -\d+(?:,\d+)? \+\d+(?:,\d+)? @@/m.test(text)

export const diffNote = 'This is a diff: what it takes away is left out.'

/** What a diff shows of a file after its change, each line where it stands in the diff. */
export const afterDiff = (diff: string): string => {
  let inside = false
  return diff
    .split(/\r\n|\r|\n/)
    .map((line) => {
      if (/^(?:diff |index |--- |Index: )/.test(line)) inside = false
      if (line.startsWith('@@ ')) inside = true
      return inside && /^[+ ]/.test(line) ? line.slice(1) : ''
    })
    .join('\n')
}
