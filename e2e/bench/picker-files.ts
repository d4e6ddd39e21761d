import type { Manifest } from 'vite'

const isPicker = (name: string) => /^src\/app\/(?:pick\/|create-alias\/[\w-]+-picker\.)/.test(name)

/**
 * Paths of the files that only the pickers need: reached from their own chunks, and from nothing else that was loaded.
 * @param loaded paths of what a visit brought
 */
export const pickerFiles = (manifest: Manifest, loaded: ReadonlySet<string>): Set<string> => {
  const begun = Object.keys(manifest).filter((name) => {
    const { file = '', isEntry, isDynamicEntry } = manifest[name] ?? {}
    return (isEntry || isDynamicEntry) && loaded.has(`/${file}`)
  })
  const others = filesOf(
    manifest,
    begun.filter((name) => !isPicker(name)),
  )
  const own = filesOf(manifest, begun.filter(isPicker))
  return new Set([...own].filter((file) => !others.has(file)).map((file) => `/${file}`))
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
