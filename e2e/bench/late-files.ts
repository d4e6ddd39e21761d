import type { Manifest } from 'vite'

/** Paths of the files that a chunk needs beyond the page's entry: its own, and what it imports. */
export const lateFiles = (manifest: Manifest, chunk: 'combobox' | 'form-runtime'): Set<string> => {
  const named = (wanted: (each: Manifest[string]) => boolean) =>
    filesOf(
      manifest,
      Object.keys(manifest).filter((name) => {
        const each = manifest[name]
        return each !== undefined && wanted(each)
      }),
    )
  const entry = named(({ isEntry }) => isEntry === true)
  const own = named(({ name }) => name === chunk)
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
