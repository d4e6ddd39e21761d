import { setTimeout as wait } from 'node:timers/promises'
import { expect, type Page } from 'playwright/test'
import { eachRow } from './rows'
import { aliasForm, createAlias, exampleId } from '../pages/alias-form'
import { planBulk } from '../pages/bulk-page'
import { forgetAll } from '../pages/forget-all'
import { test } from '../servers/console'
import { fontMachines, anyFonts } from '../browsers/other-fonts'
import { watchShifts } from '../pages/shifts'

const project = `/project/${exampleId}`

/** The height of a line that a font alone decides, in thousandths of its size. */
const lineHeight = (page: Page, family: string) =>
  page.evaluate((name) => {
    const line = document.createElement('p')
    line.textContent = 'x'
    line.style.cssText = `position: absolute; font: 100px/normal ${name}`
    document.body.append(line)
    const { height } = line.getBoundingClientRect()
    line.remove()
    return height * 10
  }, family)

test(
  'each browser has the fonts of its machine and no other, and what moves in it is noted',
  anyFonts,
  async ({ page }, { project: { name } }) => {
    await test.step('a browser with the fonts of another machine has those and no other', async () => {
      const machine = fontMachines.find((each) => name.includes(each))
      test.info().annotations.push({ type: 'fonts', description: machine ?? 'this machine’s' })
      await page.setContent('<p>x</p>')
      const lines = { flat: [960, 960], high: [1370, 1400], uneven: [1150, 1350] }
      const measured = [await lineHeight(page, 'system-ui'), await lineHeight(page, 'monospace')]
      if (machine === undefined) for (const height of measured) expect(height).toBeGreaterThan(500)
      else expect(measured).toEqual(Reflect.get(lines, machine))
    })
    await test.step('a text that is put above others is noted as a shift', async () => {
      const moved = await watchShifts(page)
      await page.goto('/')
      await page.locator('form[data-ready]').waitFor()
      await page.evaluate(() => {
        const late = document.createElement('div')
        late.style.height = '90px'
        document.querySelector('main')?.prepend(late)
      })
      expect((await moved()).join()).toContain('Create an alias')
    })
  },
)

const pages: [name: string, path: string, drawn: (page: Page) => Promise<unknown>][] = [
  ['the form', '/', (page) => page.locator('form[data-ready]').waitFor()],
  [
    'the form with a taken key',
    `/?project=${exampleId}&secret=${exampleId}&key=PGPASSWORD`,
    (page) => page.getByText('exists already').waitFor(),
  ],
  ['the choice of a project', '/project', (page) => page.getByText('storefront').waitFor()],
  ['a project', project, (page) => page.getByRole('treegrid').waitFor()],
  ['a secret', `${project}/secret/${exampleId}`, (page) => page.getByRole('figure').waitFor()],
  ['bulk', `${project}/bulk`, (page) => page.getByText('payments').first().waitFor()],
]

test('nothing moves while any page comes', anyFonts, async ({ page, consoleServer }) => {
  const moved = await watchShifts(page)
  await eachRow(
    pages,
    ([name]) => `nothing moves while ${name} comes`,
    async ([, path, drawn]) => {
      await forgetAll(page, consoleServer.url)
      await page.goto(path)
      await drawn(page)
      await page.waitForLoadState('networkidle')
      expect(await moved()).toEqual([])
    },
  )
})

test(
  'nothing moves by itself while an alias is created or a job runs',
  anyFonts,
  async ({ page, consoleServer }) => {
    const moved = await watchShifts(page)
    await test.step('nothing moves by itself while an alias is created and its result comes', async () => {
      const form = await createAlias(page, 'IN_PLACE')
      await expect(form.created).toBeVisible()
      await expect(page.getByText(/^Refreshed/)).toBeVisible()
      await page.waitForLoadState('networkidle')
      expect(await moved()).toEqual([])
      await aliasForm(page).key.fill('NEXT')
      expect(await moved()).toEqual([])
    })
    await forgetAll(page, consoleServer.url)
    await test.step('nothing moves by itself while a job runs', async () => {
      const keys = Array.from({ length: 24 }, (_, index) => `MOVES_NOTHING_${index}`)
      const lines = keys.map((key) => `${key}=DB_MASTER_PASSWORD`).join('\n')
      const bulk = await planBulk(page, `${project}/bulk`, lines)
      // Slow enough for more than what follows a press at once, which counts as its answer.
      await page.route(/\/alias$/, async (route) => {
        await wait(600)
        await route.continue()
      })
      await bulk.create.click()
      await expect(page.getByText(/^(?:[4-9]|1\d|2[0-3]) of 24 rows done$/)).toBeVisible()
      const before = (await moved()).length
      await expect(page.getByText(/^(?:1[2-9]|2[0-3]) of 24 rows done$/)).toBeVisible()
      await bulk.report.waitFor()
      // But for the counts themselves.
      const counts = /^(?:\d*[a-z ]+(?:, | by ))+[\d.]+$/
      expect((await moved()).slice(before).filter((each) => !counts.test(each))).toEqual([])
      await page.unroute(/\/alias$/)
    })
  },
)
