import { readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'

export interface Asset {
  type: string
  /** The same content, plain and in each encoding that the build made. */
  encodings: Readonly<Partial<Record<'br' | 'gzip', Uint8Array>>> & { identity: Uint8Array }
}

/** The built page, by the path under which it is served. */
export type Assets = ReadonlyMap<string, Asset>

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
}

/**
 * Reads the whole built page once. Only what this map holds is ever served: no request names a file of the disk, so
 * none can reach a dot file, follow a link or climb out of the folder.
 * @throws where the folder cannot be read.
 */
export const readAssets = (folder: string): Assets => {
  const files = new Map(
    filesIn(folder).map((file) => [file.slice(folder.length).replaceAll('\\', '/'), file]),
  )
  const assets = new Map<string, Asset>()
  for (const [path, file] of files) {
    const type = types[extname(path)]
    if (type === undefined || path.includes('/.')) continue
    const encoded = (suffix: string) => {
      const twin = files.get(path + suffix)
      return twin === undefined ? undefined : readFileSync(twin)
    }
    const [br, gzip] = [encoded('.br'), encoded('.gz')]
    assets.set(path, {
      type,
      encodings: { identity: readFileSync(file), ...(br && { br }), ...(gzip && { gzip }) },
    })
  }
  return assets
}

// Folder by folder: readdir's own recursion follows links to other folders from Node 22 on.
const filesIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return filesIn(path)
    return entry.isFile() ? [path] : []
  })
