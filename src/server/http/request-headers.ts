/**
 * A request's headers by their names in lower case. One that comes more than once is read as one with all its values, as
 * the fetch standard has it: node keeps only the first of some, and who comes later would see another one.
 */
export const readHeaders = (rawHeaders: readonly string[]): ReadonlyMap<string, string> => {
  const headers = new Map<string, string>()
  for (let index = 0; index + 1 < rawHeaders.length; index += 2) {
    const name = rawHeaders[index]?.toLowerCase() ?? ''
    const value = rawHeaders[index + 1] ?? ''
    const before = headers.get(name)
    headers.set(name, before === undefined ? value : `${before}, ${value}`)
  }
  return headers
}
