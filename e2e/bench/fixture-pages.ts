import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { build } from 'vite'

export interface Built {
  html: string
  /** What the page loads, by path. */
  files: ReadonlyMap<string, { type: string; brotli: Buffer }>
}

/**
 * Builds a page of this folder as the console is built, in memory. Compressed as the console's files are, with brotli at its
 * highest level, which is what zlib takes by default.
 */
export const buildFixture = async (name: 'floor' | 'plain'): Promise<Built> => {
  // The test runner says `test`, and React would then be built for development.
  process.env['NODE_ENV'] = 'production'
  const result = await build({
    configFile: false,
    root: join(import.meta.dirname, name),
    logLevel: 'warn',
    plugins: [react(), tailwindcss()],
    build: { write: false, assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  })
  if (!('output' in result)) throw new Error('Vite built more or less than one page.')
  let html = ''
  const files = new Map<string, { type: string; brotli: Buffer }>()
  for (const file of result.output) {
    const content = file.type === 'chunk' ? file.code : String(Buffer.from(file.source))
    if (file.fileName === 'index.html') html = content
    else {
      const type = file.fileName.endsWith('.css') ? 'text/css' : 'text/javascript'
      files.set(`/${file.fileName}`, { type, brotli: brotliCompressSync(content) })
    }
  }
  if (html === '' || files.size === 0) throw new Error(`Nothing was built of ${name}.`)
  return { html, files }
}

/** Sources of `style-src` that allow the styles in the page itself, and no others. */
export const styleHashes = (html: string): string =>
  [...html.matchAll(/<style>([^]*?)<\/style>/g)]
    .map(([, css = '']) => `'sha256-${createHash('sha256').update(css).digest('base64')}'`)
    .join(' ')
