import type { Locator, Page } from 'playwright/test'
import { aliasForm, exampleId } from '../pages/alias-form'
import type { MeasuredPage } from './measured-page'
import { sideBySide } from './side-by-side'
import { generatedSecret, largeProject, test } from './sites'

const inLargeProject = `/?project=${largeProject}`

const where = (page: Page) => aliasForm(page).where
const combobox = (page: Page) => aliasForm(page).secret

/** Closes a list that was opened, and waits until it is gone. */
const close = async (page: Page, box: Locator) => {
  await box.press('Escape')
  await page.getByRole('heading', { level: 1 }).click()
  await page.getByRole('option').first().waitFor({ state: 'hidden' })
}

const openList = (locate: typeof combobox) => async (measured: MeasuredPage) => {
  const { page } = measured
  const box = locate(page)
  const press = await measured.presser(box)
  const figure = await measured.slowly(async () => {
    const seen = page.evaluate(() => window.bench.untilSeen('[role=option]'))
    await press()
    return seen
  })
  await close(page, box)
  return figure
}

/** Reads the project's environments and services, which happens once somebody looks there. */
const readTree = async (page: Page) => {
  await where(page).click()
  await page.getByRole('option', { name: 'web-0000' }).first().waitFor()
  await close(page, where(page))
}

for (const [what, path] of [
  ['combobox over 10,000 secrets', inLargeProject],
  // It opens at that one, wherever in the list it stands.
  ['the same with one chosen', `${inLargeProject}&secret=${generatedSecret}`],
] as const) {
  test(`opening: ${what}`, async ({ browser, large, plain }) => {
    await sideBySide(
      browser,
      [
        { url: large.url + path, act: openList(combobox) },
        { url: plain.url, act: openList(combobox) },
      ],
      {
        what: `press to options, ${what}`,
        against: 'plain page, 500 options,',
        bars: { first: '≤ 100 ms', again: '≤ 100 ms' },
      },
    )
  })
}

test('opening: Where', async ({ browser, wide, plain }) => {
  await sideBySide(
    browser,
    [
      { url: wide.url + inLargeProject, act: openList(where), prepare: readTree },
      { url: plain.url, act: openList(combobox) },
    ],
    {
      what: 'press to options, Where over 540 places',
      against: 'plain page, 500 options,',
      bars: { first: '≤ 100 ms', again: '≤ 100 ms' },
    },
  )
})

test('creating an alias', async ({ browser, small, floor, plain }) => {
  const act = async (measured: MeasuredPage) => {
    const { page } = measured
    const form = aliasForm(page)
    const key = `BENCH_${crypto.randomUUID().replaceAll('-', '_').toUpperCase()}`
    await form.key.fill(key)
    // What a page does about a typed key is over.
    await page.waitForTimeout(300)
    const press = await measured.presser(form.create)
    return measured.slowly(async () => {
      const seen = page.evaluate(
        (text) => window.bench.untilSeen('section[aria-label=Result]', text),
        key,
      )
      await press()
      return seen
    })
  }
  const prepare = async (page: Page) => {
    await page.getByLabel('Project').fill(exampleId)
    await page.getByLabel('Secret').fill(exampleId)
  }
  const own = { url: `${small.url}/?project=${exampleId}&secret=${exampleId}`, act }
  const limit = { url: plain.url, act, prepare }
  await sideBySide(browser, [own, limit], {
    what: 'press to result',
    against: 'plain page',
    bars: { first: '≤ 150 ms', again: '≤ 100 ms' },
  })
  // How near a page of these libraries that shows one line, and nothing else, comes to the bar.
  await sideBySide(browser, [{ url: floor.url, act, prepare }, limit], {
    what: 'press to result, the floor in the console’s place',
    against: 'plain page',
  })
})

const searchBox = (page: Page) => page.getByRole('textbox', { name: 'Search', exact: true })

/** Types the last digit of a key of which nine others differ in nothing else, and waits for the list that has it alone. */
const narrow =
  (locate: typeof combobox, entries: string) => async (measured: MeasuredPage, nth: number) => {
    const { page } = measured
    const key = `GENERATED_000${100 + 10 * nth}`
    await locate(page).fill(key.slice(0, -1))
    await page.waitForTimeout(300)
    return measured.slowly(async () => {
      const seen = page.evaluate(([selector, text]) => window.bench.untilSeen(selector, text), [
        entries,
        key,
      ] as const)
      await page.keyboard.press('0')
      return seen
    })
  }

for (const [what, path, own] of [
  ['combobox over 10,000 secrets', inLargeProject, narrow(combobox, '[role=option]')],
  [
    'project’s search, 10,000 rows',
    `/project/${largeProject}`,
    narrow(searchBox, '[role=row][aria-level]'),
  ],
] as const) {
  test(`searching: ${what}`, async ({ browser, large, plain }) => {
    await sideBySide(
      browser,
      [
        { url: large.url + path, act: own },
        { url: plain.url, act: narrow(combobox, '[role=option]') },
      ],
      {
        what: `key to the list it leads to, ${what}`,
        against: 'plain page, 500 options,',
        bars: { first: '≤ 100 ms', again: '≤ 100 ms', slow: '≤ 150 ms' },
      },
    )
  })
}
