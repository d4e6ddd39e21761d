import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { expect, type Browser } from 'playwright/test'
import type { Manifest } from 'vite'
import { openPage } from './measured-page'
import { lateFiles } from './late-files'
import { report } from './report'
import { test } from './sites'
import { median } from './statistics'

const runs = 5
const group = 'First load of /, Slow 4G, 4 × slower processor'

const built = join(import.meta.dirname, '../../dist/client')

const builtManifest = async (): Promise<Manifest> =>
  JSON.parse(await readFile(join(built, '.vite/manifest.json'), 'utf8'))

/**
 * What says that a page's script has taken over. Where the form is drawn by the script that is its first field; where it is in
 * the HTML, a field says nothing.
 */
const readyOf = (html: string) => (html.includes('<form') ? 'form[data-ready]' : 'form input')

/** Loads a page until nothing more comes, and tells what it loaded and when it could be used. */
const loadOf = async (browser: Browser, { url, html }: { url: string; html: string }) => {
  const { page, load, slowNetwork, slowProcessor, close } = await openPage(browser, readyOf(html))
  await slowNetwork()
  await slowProcessor()
  await load(url)
  const taken = await page.evaluate(() => ({
    ...window.bench,
    // By path: what was preloaded may be listed twice.
    files: Object.fromEntries(
      performance
        .getEntriesByType('resource')
        .filter((entry) => entry instanceof PerformanceResourceTiming)
        .map(({ name, encodedBodySize }) => [new URL(name).pathname, encodedBodySize]),
    ),
  }))
  await close()
  return taken
}

type Load = Awaited<ReturnType<typeof loadOf>>

interface Site {
  name: string
  url: string
  html: string
  loads: Load[]
}

/** Bytes of JavaScript and CSS that stand in a page's HTML itself, in brotli. */
const inlineCode = (html: string) =>
  [...html.matchAll(/<(style|script)\b[^>]*>([^]*?)<\/\1>/g)]
    .map(([, , text = '']) => (text === '' ? 0 : brotliCompressSync(text).length))
    .reduce((sum, size) => sum + size, 0)

/** The same of all that a page loaded, as it came. */
const loadedCode = ({ html, loads: [first] }: Site) =>
  Object.entries(first?.files ?? {})
    .filter(([path]) => /\.(?:js|css)$/.test(path))
    .reduce((sum, [, size]) => sum + size, inlineCode(html))

/**
 * The same of the console's page and of some files of its build. Not of what was loaded: when the browser is idle, and what
 * else it loads then, is another matter, and depends on the machine.
 */
const builtCode = async (html: string, files: Iterable<string>) => {
  const sizes = await Promise.all(
    [...files].map(async (file) => (await stat(join(built, `${file}.br`))).size),
  )
  return sizes.reduce((sum, size) => sum + size, inlineCode(html))
}

const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`
const milliseconds = (value: number) => `${value.toFixed(0)} ms`

test('the first load', async ({ browser, small, floor, plain }) => {
  const own: Site = {
    name: 'console',
    url: small.url,
    html: await (await fetch(small.url)).text(),
    loads: [],
  }
  const least: Site = { name: 'floor', url: floor.url, html: floor.html, loads: [] }
  const limit: Site = { name: 'plain page', url: plain.url, html: plain.html, loads: [] }
  for (let run = 0; run < runs; run += 1) {
    const turn = [own, least, limit, own, least].slice(run % 3, (run % 3) + 3)
    for (const site of turn) site.loads.push(await loadOf(browser, site))
  }

  const manifest = await builtManifest()
  const named = [...own.html.matchAll(/(?:src|href)="(\/assets\/[^"]+\.js)"/g)]
  const first = named.map(([, file = '']) => file)
  const lists = lateFiles(manifest, 'combobox')
  const runtime = lateFiles(manifest, 'form-runtime')
  const floorCode = loadedCode(least)
  // Less than React alone, or no list at all, would mean that something was not counted.
  expect(floorCode).toBeGreaterThan(60_000)
  expect(first.length).toBeGreaterThan(1)
  expect(lists.size).toBeGreaterThan(0)
  expect(runtime.size).toBeGreaterThan(lists.size)
  for (const [what, files, bar] of [
    ['JavaScript and CSS, brotli, until the form is ready', first, '≤ 1.25'],
    ['JavaScript and CSS, brotli, with the lists', [...first, ...lists], '≤ 1.40'],
    [
      'JavaScript and CSS, brotli, with all that the form needs in use',
      new Set([...first, ...lists, ...runtime]),
      undefined,
    ],
  ] as const) {
    const code = await builtCode(own.html, files)
    report({
      group,
      what,
      console: kilobytes(code),
      against: `floor ${kilobytes(floorCode)}`,
      ratio: code / floorCode,
      ...(bar === undefined ? {} : { bar }),
    })
  }

  const middle = (site: Site, figure: 'firstPaint' | 'largestPaint' | 'ready' | 'requests') =>
    median(site.loads.map((taken) => taken[figure]))
  report({
    group,
    what: 'requests before the form works',
    console: String(middle(own, 'requests')),
    against: `floor ${middle(least, 'requests')}`,
    bar: '≤ 6',
  })
  for (const [what, figure, other, bar] of [
    ['first contentful paint', 'firstPaint', limit, '≤ 1.25'],
    ['largest contentful paint', 'largestPaint', limit, '≤ 1.25'],
    ['ready to submit', 'ready', least, '≤ 1.10'],
  ] as const) {
    const [ours, theirs] = [middle(own, figure), middle(other, figure)]
    report({
      group,
      what,
      console: milliseconds(ours),
      against: `${other.name} ${milliseconds(theirs)}`,
      ratio: ours / theirs,
      bar,
    })
  }
  const shift = Math.max(...own.loads.map((taken) => taken.shift))
  report({ group, what: 'layout shift, worst of all runs', console: String(shift), bar: '≤ 0' })
})
