import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'playwright/test'
import type { Manifest } from 'vite'

const folder = join(import.meta.dirname, '../dist/client')

test('the first load is at most 115 kB of JavaScript and CSS, compressed', async () => {
  const manifest: Manifest = JSON.parse(await readFile(join(folder, '.vite/manifest.json'), 'utf8'))
  const entry = Object.keys(manifest).filter((name) => manifest[name]?.isEntry)
  const sizes = await Promise.all(
    [...filesOf(manifest, entry)].map(async (file) => {
      const content = await readFile(join(folder, file))
      return gzipSync(content, { level: 9 }).length
    }),
  )
  const bytes = sizes.reduce((sum, size) => sum + size, 0)
  // Less than React alone would mean that the manifest was misread.
  expect(bytes).toBeGreaterThan(60_000)
  expect(bytes).toBeLessThanOrEqual(115_000)
})

/** The files of some chunks, of all that they import statically, and of their styles. */
const filesOf = (manifest: Manifest, names: string[], seen = new Set<string>()): Set<string> => {
  for (const name of names) {
    const chunk = manifest[name]
    if (chunk === undefined || seen.has(chunk.file)) continue
    seen.add(chunk.file)
    for (const style of chunk.css ?? []) seen.add(style)
    filesOf(manifest, chunk.imports ?? [], seen)
  }
  return seen
}
