import { expect, type Browser, type Page } from 'playwright/test'
import { aliasForm } from '../pages/alias-form'
import { openPage } from './measured-page'
import { report } from './report'
import { generatedSecret, largeProject, test } from './sites'
import { median, percentile95 } from './statistics'
import { typeKeys } from './type-keys'

const runs = 5
const group = 'Key to paint, 10,000 secrets, 4 × slower processor'

type Locate = (page: Page) => ReturnType<Page['getByRole']>

interface Field {
  what: string
  path: string
  field: Locate
  /** The plain page's counterpart. */
  plain: Locate
  /** Fifteen keys each; one is typed after the other was removed. */
  texts: string[]
}

const filled = `/?project=${largeProject}&secret=${generatedSecret}`
const key: Locate = (page) => aliasForm(page).key
const description: Locate = (page) => aliasForm(page).description
const searches = ['generated_00042', 'generated_00917', 'token trial 600', '00700_alias num']

const fields: Field[] = [
  {
    what: 'Project',
    path: '/',
    field: (page) => aliasForm(page).project,
    plain: key,
    texts: ['payments_and_so', 'storefront shop', 'larkspur outfit', 'checkout refund'],
  },
  {
    what: 'Secret, a combobox over 10,000',
    path: `/?project=${largeProject}`,
    field: (page) => aliasForm(page).secret,
    plain: key,
    texts: searches,
  },
  {
    what: 'Key',
    path: filled,
    field: key,
    plain: key,
    texts: ['BENCH_ALIAS_ONE', 'MY_SERVICE_URLS', 'DATABASE_SECRET', 'lower_case_name'],
  },
  {
    what: 'Description',
    path: filled,
    field: description,
    plain: description,
    texts: ['who needs this?', 'For the checkou', 'the old name of', 'until next week'],
  },
  {
    what: 'Search of a project, 10,000 rows',
    path: `/project/${largeProject}`,
    field: (page) => page.getByRole('textbox', { name: 'Search', exact: true }),
    plain: key,
    texts: searches,
  },
]

const open = async (browser: Browser, url: string, locate: Locate) => {
  const measured = await openPage(browser)
  await measured.page.goto(url)
  await measured.page.waitForLoadState('networkidle')
  return { measured, input: locate(measured.page), keys: [] as number[] }
}

for (const { what, path, field, plain: counterpart, texts } of fields) {
  test(`keys in ${what}`, async ({ browser, large, plain }) => {
    const own: number[][] = []
    const limit: number[][] = []
    for (let run = 0; run < runs; run += 1) {
      const pages = [
        await open(browser, large.url + path, field),
        await open(browser, plain.url, counterpart),
      ] as const
      for (const [burst, text] of texts.entries()) {
        // Now the one first, now the other, so that neither always follows.
        for (const { measured, input, keys } of (run + burst) % 2 === 0
          ? pages
          : pages.toReversed()) {
          keys.push(...(await typeKeys(measured, input, text)))
        }
      }
      for (const { measured, keys } of pages) {
        expect(keys).toHaveLength(texts.join('').length)
        await measured.close()
      }
      own.push(pages[0].keys)
      limit.push(pages[1].keys)
    }
    // Two frames, and three.
    for (const [name, figure, bar] of [
      ['median', median, '≤ 33 ms'],
      ['95th percentile', percentile95, '≤ 50 ms'],
    ] as const) {
      const [ours, theirs] = [median(own.map(figure)), median(limit.map(figure))]
      report({
        group,
        what: `${what}, ${name}`,
        console: `${ours.toFixed(1)} ms`,
        against: `plain field ${theirs.toFixed(1)} ms`,
        ratio: ours / theirs,
        bar,
      })
    }
  })
}
