import { readFileSync } from 'node:fs'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import {
  isRunnableDevEnvironment,
  type Manifest,
  type ManifestChunk,
  type Plugin,
  type ViteBuilder,
} from 'vite'
import { defineConfig } from 'vitest/config'
import type { mountConsole } from './src/server/dev'

const clientFolder = 'dist/client'

/** Builds the page, then the server that ships it, and says what a first visit costs. */
const buildApp = async (builder: ViteBuilder) => {
  const { client, server } = builder.environments
  if (client === undefined || server === undefined) throw new Error('An environment is missing.')
  await builder.build(client)
  await compressAssets()
  await builder.build(server)
  builder.config.logger.info(firstLoad())
}

// Compressed once here and at the highest level: the server only picks the bytes that a browser accepts.
const compressAssets = async () => {
  const folder = join(clientFolder, 'assets')
  const names = (await readdir(folder)).filter((name) => /\.(?:js|css|svg)$/.test(name))
  await Promise.all(
    names.map(async (name) => {
      const path = join(folder, name)
      const content = await readFile(path)
      const brotli = brotliCompressSync(content, {
        params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY },
      })
      await writeFile(`${path}.br`, brotli)
      await writeFile(`${path}.gz`, gzipSync(content, { level: 9 }))
    }),
  )
}

/** What `/` needs before it can be used: the entry, everything it imports statically, and their styles. */
const firstLoad = () => {
  const manifest: Manifest = JSON.parse(
    readFileSync(join(clientFolder, '.vite/manifest.json'), 'utf8'),
  )
  const files = new Set<string>()
  const add = (chunk: ManifestChunk | undefined) => {
    if (chunk === undefined || files.has(chunk.file)) return
    files.add(chunk.file)
    for (const style of chunk.css ?? []) files.add(style)
    for (const name of chunk.imports ?? []) add(manifest[name])
  }
  add(Object.values(manifest).find(({ isEntry }) => isEntry))
  const kilobytes = (suffix: string) =>
    [...files]
      .filter((file) => file.endsWith(suffix))
      .map((file) => gzipSync(readFileSync(join(clientFolder, file)), { level: 9 }).length / 1000)
      .reduce((sum, size) => sum + size, 0)
  const [scripts, styles] = [kilobytes('.js'), kilobytes('.css')]
  const total = (scripts + styles).toFixed(1)
  return `First load: ${total} kB gzip (JavaScript ${scripts.toFixed(1)}, CSS ${styles.toFixed(1)})`
}

/** Mounts the console's own server in Vite's. Vite loads it: what this file imports itself is never loaded again. */
const consoleServer = (): Plugin => {
  let fill: ReturnType<typeof mountConsole> | undefined
  return {
    name: 'console-server',
    // Vitest starts a server too, which must not touch anybody's data.
    apply: (_, { command, mode }) => command === 'serve' && mode !== 'test',
    transformIndexHtml: (html) => fill?.(html),
    configureServer: async (server) => {
      const environment = server.environments['server']
      if (environment === undefined || !isRunnableDevEnvironment(environment)) {
        throw new Error('Vite cannot run the server.')
      }
      const { runner } = environment
      const dev = await runner.import<{ mountConsole: typeof mountConsole }>('/src/server/dev.ts')
      fill = dev.mountConsole(server, runner)
    },
  }
}

export default defineConfig({
  plugins: [react(), tailwindcss(), consoleServer()],
  builder: { buildApp },
  server: {
    host: process.env['HOST'] ?? '127.0.0.1',
    port: Number(process.env['PORT'] ?? 4180),
    strictPort: true,
    // Vite would let pages on every other port of this machine read what the API answers.
    cors: false,
  },
  environments: {
    client: {
      build: {
        outDir: clientFolder,
        manifest: true,
        // The policy allows no data: address and no inline script.
        assetsInlineLimit: 0,
        modulePreload: { polyfill: false },
      },
    },
    server: {
      consumer: 'server',
      // libsql finds its platform's binary at run time; everything else is bundled, so that a start reads one file.
      resolve: { noExternal: true, external: ['libsql'] },
      build: {
        outDir: 'dist/server',
        copyPublicDir: false,
        rolldownOptions: { input: 'src/server/main.ts' },
      },
    },
  },
  test: { environment: 'node', include: ['src/**/*.test.{ts,tsx}'] },
})
