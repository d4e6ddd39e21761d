import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { expect, test as plainTest } from 'playwright/test'
import type { Manifest } from 'vite'
import { test } from '../servers/console'
import { listen } from '../http/listen'

const folder = join(import.meta.dirname, '../../dist/client')
const read = (name: string) => readFile(join(folder, name), 'utf8')
const kilobytes = (content: string) => brotliCompressSync(content).length / 1000

const form = read('form-sandbox.html')
const styles = async () => /<style>([^]*?)<\/style>/.exec(await form)?.at(1) ?? ''
const scripts = async () => {
  const names = [...(await form).matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)]
  return Promise.all(names.map(([, name]) => read(name ?? '')))
}

const manifest = async (): Promise<Manifest> => JSON.parse(await read('.vite/manifest.json'))
const chunk = async (name: string) => {
  const found = Object.values(await manifest()).find((each) => each.name === name)
  if (found === undefined) throw new Error(`The build has no chunk ${name}.`)
  return found
}

/** The chunk of the two lists, and what it imports beyond what the page has loaded. */
const lists = async () => {
  const [all, page, { file, imports = [] }] = [
    await manifest(),
    await form,
    await chunk('combobox'),
  ]
  const files = [file, ...imports.map((name) => all[name]?.file ?? '')]
  return Promise.all(files.filter((name) => !page.includes(name)).map(read))
}
const sum = (sizes: number[]) => sizes.reduce((all, size) => all + size, 0)

// 1.25 and 1.40 times, to two digits, the least that the same libraries cost, which `npm run bench` builds and measures.
plainTest('the first load is at most 104.6 kB of JavaScript and CSS, compressed', async () => {
  const sizes = [await styles(), ...(await scripts())].map(kilobytes)
  // Less than React alone would mean that the page was misread.
  expect(sum(sizes)).toBeGreaterThan(60)
  expect(sum(sizes)).toBeLessThanOrEqual(104.6)
})

plainTest('and at most 117.6 kB with the lists of the two comboboxes', async () => {
  const more = (await lists()).map(kilobytes)
  expect(more.length).toBeGreaterThan(0)
  const sizes = [await styles(), ...(await scripts())].map(kilobytes)
  expect(sum([...sizes, ...more])).toBeLessThanOrEqual(117.6)
})

plainTest('each group of files that the build is told of has a chunk', async () => {
  const told = await readFile(join(folder, '../../vite.config.ts'), 'utf8')
  const groups = [...told.matchAll(/\bname: '([\w-]+)',\s*test:/g)].map(([, name]) => name)
  expect(groups.length).toBeGreaterThan(4)
  const names = Object.values(await manifest()).map(({ name }) => name)
  expect(names).toEqual(expect.arrayContaining(groups))
})

plainTest('the styles in the page lack no class that its scripts and its form name', async () => {
  const names = (css: string) =>
    new Set(
      [...css.matchAll(/\.((?:\\.|[\w-])+)/g)].map(([, name = '']) => name.replaceAll('\\', '')),
    )
  const { css: [sheet = ''] = [], imports = [] } = await chunk('form-runtime')
  // The lists come with it, and so with the sheet of everything.
  const all = await manifest()
  expect(imports.map((name) => all[name]?.name)).toContain('combobox')
  const [known, first] = [names(await read(sheet)), names(await styles())]
  expect(known.size).toBeGreaterThan(first.size)
  const own = (await scripts()).filter(
    (code) => !code.includes('__SECRET_INTERNALS') && !code.includes('react.dev/errors'),
  )
  const page = (await form).replace(/<style>[^]*?<\/style>/, '')
  const code = [page, ...own].join(' ')
  // React's own words aside, class lists, and single classes where they are named as such, since each word of a text could be one.
  const named = [
    ...code.matchAll(/class(?:Name:|=)["`]([^"`]*)["`]|["'`]([^"'`<>]* [^"'`<>]*)["'`]/g),
  ]
  const words = new Set(
    named.flatMap(([, one = '', more = '']) => `${one} ${more}`.split(/[\s${}]+/)),
  )
  expect(words.size).toBeGreaterThan(100)
  expect([...known].filter((name) => words.has(name) && !first.has(name))).toEqual([])
})

test('a first visit fetches six files at most before the form can be sent, and none of other pages', async ({
  page,
}) => {
  // Noted by the page itself: what is fetched afterwards must not count, however late somebody looks.
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (document.querySelector('form[data-ready]') === null) return
      observer.disconnect()
      const names = performance.getEntriesByType('resource').map(({ name }) => name)
      Reflect.set(window, 'fetchedFirst', names)
    }).observe(document, { attributes: true, childList: true, subtree: true })
  })
  const requests: string[] = []
  page.on('request', (request) => requests.push(new URL(request.url()).pathname))
  await page.goto('/')
  await page.waitForFunction(() => Reflect.has(window, 'fetchedFirst'))
  const first: string[] = await page.evaluate(() => Reflect.get(window, 'fetchedFirst'))
  // The page itself is the sixth.
  expect(first.length).toBeLessThanOrEqual(5)
  expect(first.filter((path) => /form-runtime|combobox|\.css/.test(path))).toEqual([])
  await page.waitForLoadState('networkidle')
  expect(requests.filter((path) => /page|bulk|dead-end/.test(path))).toEqual([])
  expect(requests.filter((path) => /form-runtime.*\.js/.test(path))).toHaveLength(1)
})

plainTest(
  'the page is painted whole: no half of it, which would move when the other comes',
  async ({ page }) => {
    const html = await form
    const middle = html.indexOf('<h1')
    expect(middle).toBeGreaterThan(0)
    let letRestCome: () => void = () => undefined
    const server = createServer((request, response) => {
      response.setHeader('content-type', 'text/html')
      if (request.url !== '/') response.writeHead(404).end()
      else {
        response.write(html.slice(0, middle))
        letRestCome = () => response.end(html.slice(middle))
      }
    })
    const port = await listen(server)
    try {
      await page.goto(`http://127.0.0.1:${port}`, { waitUntil: 'commit' })
      const painted = () => page.evaluate(() => performance.getEntriesByType('paint').length)
      await page.getByRole('banner').waitFor({ state: 'attached' })
      // Ten frames' time, in each of which the half that is there could have been painted.
      await page.waitForTimeout(200)
      expect(await painted()).toBe(0)
      letRestCome()
      await page.getByRole('heading', { level: 1 }).waitFor()
      await expect.poll(painted).toBeGreaterThan(0)
    } finally {
      server.closeAllConnections()
      server.close()
    }
  },
)

test('no formatter is made before the form is in use: the first one of a page takes 20 to 30 ms', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const made: string[] = []
    Reflect.set(window, 'formatters', made)
    for (const name of Object.getOwnPropertyNames(Intl)) {
      const kind: unknown = Reflect.get(Intl, name)
      if (typeof kind !== 'function') continue
      const construct: ProxyHandler<Function>['construct'] = (target, ...rest) => {
        made.push(name)
        return Reflect.construct(target, ...rest)
      }
      Reflect.set(Intl, name, new Proxy(kind, { construct }))
    }
  })
  const made = () => page.evaluate((): string[] => Reflect.get(window, 'formatters'))
  await page.goto('/')
  // The lists are there.
  await expect(page.getByRole('listbox', { includeHidden: true })).toHaveCount(3)
  expect(await made()).toEqual([])
  await page.getByLabel('Key').fill('ANY')
  await expect.poll(made).toEqual(['DateTimeFormat', 'RelativeTimeFormat'])
})
