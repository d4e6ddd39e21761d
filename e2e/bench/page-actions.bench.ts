import { type Browser, type Page } from 'playwright/test'
import { aliasForm, exampleId } from '../alias-form'
import { openPage, type MeasuredPage } from './measured-page'
import { report } from './report'
import { largeProject, test } from './sites'
import { median } from './statistics'

const runs = 5
const times = 6

interface Side {
  url: string
  prepare: (page: Page) => Promise<void>
}

type Measure = (measured: MeasuredPage, nth: number) => Promise<number>

/** Milliseconds of each time that something was done on either side: fresh pages for each run, in turn within it. */
const sideBySide = async (browser: Browser, sides: readonly [Side, Side], measure: Measure) => {
  const taken = { first: [[], []] as number[][], again: [[], []] as number[][] }
  for (let run = 0; run < runs; run += 1) {
    const pages = await Promise.all(
      sides.map(async ({ url, prepare }, side) => {
        const measured = await openPage(browser)
        await measured.page.goto(url)
        await measured.page.waitForLoadState('networkidle')
        await prepare(measured.page)
        return { measured, side }
      }),
    )
    for (let nth = 0; nth < times; nth += 1) {
      const order = (run + nth) % 2 === 0 ? pages : pages.toReversed()
      for (const { measured, side } of order) {
        const figure = await measure(measured, nth)
        taken[nth === 0 ? 'first' : 'again'][side]?.push(figure)
      }
    }
    await Promise.all(pages.map(({ measured }) => measured.close()))
  }
  return taken
}

const reportBoth = (
  taken: Awaited<ReturnType<typeof sideBySide>>,
  { what, against, bar }: { what: string; against: string; bar: string },
) => {
  for (const [name, [own = [], limit = []]] of [
    ['first time', taken.first],
    ['again', taken.again],
  ] as const) {
    const [ours, theirs] = [median(own), median(limit)]
    report({
      group: 'Actions, 4 × slower processor',
      what: `${what}, ${name}`,
      console: `${ours.toFixed(0)} ms`,
      against: `${against} ${theirs.toFixed(0)} ms`,
      ratio: ours / theirs,
      bar,
    })
  }
}

test('opening the combobox', async ({ browser, large, plain }) => {
  const prepare = async () => undefined
  const sides = [
    { url: `${large.url}/?project=${largeProject}`, prepare },
    { url: plain.url, prepare },
  ] as const
  const taken = await sideBySide(browser, sides, async (measured) => {
    const { page } = measured
    const { secret } = aliasForm(page)
    const figure = await measured.slowly(async () => {
      const seen = page.evaluate(() => window.bench.untilSeen('[role=option]'))
      await secret.click()
      return seen
    })
    await secret.press('Escape')
    await page.getByRole('heading', { level: 1 }).click()
    await page.getByRole('option').first().waitFor({ state: 'hidden' })
    return figure
  })
  reportBoth(taken, {
    what: 'press to options, combobox over 10,000 secrets',
    against: 'plain page’s over 500',
    bar: '≤ 1.20',
  })
})

test('creating an alias', async ({ browser, small, plain }) => {
  const sides = [
    {
      url: `${small.url}/?project=${exampleId}&secret=${exampleId}`,
      prepare: async () => undefined,
    },
    {
      url: plain.url,
      prepare: async (page: Page) => {
        const { project, secret } = aliasForm(page)
        await page.getByRole('textbox', { name: 'Project' }).or(project).fill(exampleId)
        await secret.fill(exampleId)
      },
    },
  ] as const
  const taken = await sideBySide(browser, sides, async (measured) => {
    const { page } = measured
    const form = aliasForm(page)
    await form.key.fill(`BENCH_${crypto.randomUUID().replaceAll('-', '_').toUpperCase()}`)
    await form.result.waitFor({ state: 'hidden' })
    return measured.slowly(async () => {
      const seen = page.evaluate(() => window.bench.untilSeen('section[aria-label=Result]'))
      await form.create.click()
      return seen
    })
  })
  reportBoth(taken, { what: 'press to result', against: 'plain page', bar: '≤ 1.30' })
})
