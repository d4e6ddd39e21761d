import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { isRunnableDevEnvironment, type Plugin, type ViteBuilder } from 'vite'
import { defineConfig } from 'vitest/config'
import type { mountConsole } from './src/server/dev'
import { inlineStyles, insertDrawn } from './src/server/page/draw-page.ts'
import { drawnPages, hostMark } from './src/server/page/index-page.ts'
import { readVariables } from './src/server/settings/variables.ts'

const clientFolder = 'dist/client'
const prerenderFolder = 'dist/prerender'

// All that know light-dark(), AbortSignal.any and popovers: Firefox had the last of them in 125, the others light-dark().
const browsers = ['chrome123', 'edge123', 'firefox125', 'safari17.5']

// Few files, each for one moment, and what that gains; all else is split by page.
const chunks = [
  // Stays in a browser's cache when the console changes: 59 kB of the first load's 102.
  { name: 'react', test: /node_modules\/(?:react|react-dom|scheduler)\//, priority: 9 },
  // What the form needs until it can be used, and nothing else: else 173 kB in seven files.
  { name: 'form', tags: ['$initial' as const], priority: 8 },
  // What lists its choices: 16 kB that other pages can have without the 48 of what judges, sends and shows.
  { name: 'combobox', test: /\/pick\/combobox\.tsx$|node_modules\/virtua\//, priority: 6 },
  // Three files instead of 26, and 64 kB instead of 80.
  {
    name: 'form-runtime',
    test: /\/create\/form-runtime\.ts$|\/queries\/api\.ts$|\/sign-in\/other-mode\.tsx$/,
    priority: 5,
  },
  // Notices have it too, which the form fetches without the other pages: one file less for them.
  { name: 'undo', test: /\/operations\/(?:undo|use-told-in-place|repoint-steps)\./, priority: 2 },
  // Two files less that the first load would name: pages and jobs need a few lines of it, and every page has it.
  { name: 'once-drawn', test: /\/(?:once-drawn|page\/shortcuts|running-job)\.tsx?$/, priority: 2 },
  // What the other pages share: six files less, each of which the first load would name.
  {
    name: 'pages',
    test: /\/src\/app\/(?:words\/|owner\/|page\/unread|alias\/unread|bulk\/journal\/|bulk\/run\/job-lock|data\/save-file|ui\/scrolled-list)/,
    priority: 1,
  },
]

/** Builds the page, draws its form ahead, then builds the server that ships both, and says what a first visit costs. */
const buildApp = async (builder: ViteBuilder) => {
  const { client, prerender, server } = builder.environments
  if (client === undefined || prerender === undefined || server === undefined) {
    throw new Error('An environment is missing.')
  }
  await builder.build(client)
  await builder.build(prerender)
  await drawPages()
  await compress()
  await builder.build(server)
  builder.config.logger.info(await firstLoad())
}

/** What is exported by the page's code that runs here and in no browser. */
interface Prerender {
  styles: string
  prerenderForm: () => Promise<string>
}

const drawPages = async () => {
  const built = await readFile(join(clientFolder, 'index.html'), 'utf8')
  for (const [name, way] of Object.entries(drawnPages)) {
    const { styles, prerenderForm } = await loadPrerender(way)
    const html = inlineStyles(built, styles.trim())
    await writeFile(join(clientFolder, 'index.html'), html)
    await writeFile(join(clientFolder, name), insertDrawn(html, await prerenderForm()))
  }
  await rm(prerenderFolder, { recursive: true })
}

/** The page's code as a server of this kind has it run. It asks its document for little before it draws: that is here. */
const loadPrerender = async ({ mode, token }: { mode: string; token: string }) => {
  const metas: Record<string, string> = { mode, token, upstream: mode === 'live' ? hostMark : '' }
  const querySelector = (selector: string) => ({
    content: metas[/console-(\w+)/.exec(selector)?.[1] ?? ''],
  })
  Object.assign(globalThis, { document: { querySelector }, location: { hash: '' } })
  const bundle = pathToFileURL(resolve(prerenderFolder, 'prerender.js'))
  // Its own copy of every module: what a page asks, it asks once.
  bundle.search = `${mode}-${token}`
  const loaded: Prerender = await import(bundle.href)
  return loaded
}

// Compressed once here and at the highest level: the server only picks the bytes that a browser accepts.
const compress = async () => {
  const names = (await readdir(clientFolder, { recursive: true })).filter((name) =>
    /\.(?:js|css|svg|html)$/.test(name),
  )
  await Promise.all(
    names.map(async (name) => {
      const path = join(clientFolder, name)
      const content = await readFile(path)
      await writeFile(`${path}.br`, brotli(content))
      await writeFile(`${path}.gz`, gzipSync(content, { level: 9 }))
    }),
  )
}

/** What a first visit fetches before the form can be sent: the page's styles, and the scripts that it names. */
const firstLoad = async () => {
  const html = await readFile(join(clientFolder, 'index.html'), 'utf8')
  const [, styles = ''] = /<style>([^]*?)<\/style>/.exec(html) ?? []
  const names = [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)].map(
    ([, name]) => name ?? '',
  )
  const scripts = await Promise.all(names.map((name) => readFile(join(clientFolder, name))))
  const [css, ...js] = [Buffer.from(styles), ...scripts].map(
    (content) => brotli(content).length / 1000,
  )
  const sum = js.reduce((all, size) => all + size, 0)
  return `First load: ${(sum + (css ?? 0)).toFixed(1)} kB brotli (${names.length} scripts ${sum.toFixed(1)}, styles ${css?.toFixed(1)})`
}

const brotli = (content: Buffer) =>
  brotliCompressSync(content, {
    params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY },
  })

/** Mounts the console's own server in Vite's. Vite loads it: what this file imports itself is never loaded again. */
const consoleServer = (): Plugin => {
  let fill: ReturnType<typeof mountConsole> | undefined
  return {
    name: 'console-server',
    // Vitest starts a server too, which must not touch anybody's data.
    apply: (_, { command, mode }) => command === 'serve' && mode !== 'test',
    transformIndexHtml: (html) =>
      fill?.(html).replace(
        '</head>',
        '<link rel="stylesheet" href="/src/app/ui/first.css"></head>',
      ),
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

const { values: given } = readVariables(process.env)

export default defineConfig({
  plugins: [
    // No text stands beside others: translators may replace any.
    react({ jsxImportSource: '/src/app/jsx' }),
    tailwindcss(),
    consoleServer(),
  ],
  builder: { buildApp },
  resolve: {
    alias: {
      // wouter brings a copy for versions of React that have none of their own.
      'use-sync-external-store/shim/index.js': 'react',
      // 75 kB of an editor that nobody opens.
      '@codemirror/language': resolve('src/app/bulk/input/no-editor.ts'),
    },
  },
  optimizeDeps: {
    // Known from the start: for what Vite finds out later it reloads every page, in the middle of whatever that does.
    include: [
      '@hookform/resolvers/zod',
      '@lezer/json',
      '@lezer/markdown',
      '@tanstack/react-query',
      'codemirror-lang-hcl',
      'dotenv',
      'downshift',
      'papaparse',
      'react',
      'react-dom',
      'react-dom/client',
      'react-hook-form',
      'react/jsx-dev-runtime',
      'react/jsx-runtime',
      'virtua',
      'wouter',
      'yaml',
      'zod/mini',
    ],
  },
  server: {
    host: given.HOST ?? '127.0.0.1',
    port: Number(given.PORT ?? 4180),
    strictPort: true,
    // Vite would let pages on every other port of this machine read what the API answers.
    cors: false,
  },
  environments: {
    client: {
      build: {
        outDir: clientFolder,
        manifest: true,
        target: browsers,
        // The policy allows no data: address and no inline script.
        assetsInlineLimit: 0,
        modulePreload: { polyfill: false },
        // Of a library in one file it drops what nobody calls: 2.3 kB of downshift that Vite's own leaves in.
        minify: 'terser',
        terserOptions: { module: true, compress: { passes: 3 } },
        rolldownOptions: {
          output: { codeSplitting: { groups: chunks } },
        },
      },
    },
    prerender: {
      consumer: 'server',
      resolve: { noExternal: true },
      build: {
        outDir: prerenderFolder,
        copyPublicDir: false,
        target: browsers,
        cssMinify: true,
        rolldownOptions: {
          input: 'src/app/boot/prerender.tsx',
          output: { codeSplitting: false, entryFileNames: 'prerender.js' },
        },
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
  test: {
    environment: 'node',
    include: ['src/**/*.test.{ts,tsx}'],
    // No test leaves anything behind that another could trip over: a process for each file would take three times as long.
    isolate: false,
    maxWorkers: '100%',
    // Ends what hangs; how long anything takes is for benchmarks to say.
    testTimeout: 60_000,
  },
})
