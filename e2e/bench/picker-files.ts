import type { Manifest } from 'vite'

/** Paths of the files that only the pickers need: their own chunk, and what it imports beyond the page's entry. */
export const pickerFiles = (manifest: Manifest): Set<string> => {
  const named = (wanted: (chunk: Manifest[string]) => boolean) =>
    filesOf(
      manifest,
      Object.keys(manifest).filter((name) => {
        const chunk = manifest[name]
        return chunk !== undefined && wanted(chunk)
      }),
    )
  const entry = named(({ isEntry }) => isEntry === true)
  const own = named(({ name }) => name === 'pickers')
  return new Set([...own].filter((file) => !entry.has(file)).map((file) => `/${file}`))
}

/** The files of some chunks, of all that they import statically, and of their styles. */
const filesOf = (manifest: Manifest, names: string[], seen = new Set<string>()): Set<string> => {
  for (const name of names) {
    const { file, css = [], imports = [] } = manifest[name] ?? {}
    if (file === undefined || seen.has(file)) continue
    for (const each of [file, ...css]) seen.add(each)
    filesOf(manifest, imports, seen)
  }
  return seen
}
