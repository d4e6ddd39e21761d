import { writeFile } from 'node:fs/promises'
import { expect, type TestInfo } from 'playwright/test'
import { exampleId } from '../pages/alias-form'
import { expectNoAxeViolations } from '../pages/axe'
import { bulkPage } from '../pages/bulk-page'
import { test } from '../servers/console'
import { dropOn } from '../pages/drag'
import { test as liveTest } from '../servers/live-console'
import { openLiveForm } from '../pages/live-page'

const address = `/project/${exampleId}/bulk`
const typed = 'ONE=SENTRY_DSN\nTWO=SENTRY_DSN\nTHREE=SENTRY_DSN'

/** A file on the disk, as one drags it from its folder. */
const file = async (info: TestInfo, name: string, text: string) => {
  const path = info.outputPath(name)
  await writeFile(path, text)
  return path
}

test('what is dragged into the box lands there, and what it took the place of is put back', async ({
  page,
}, info) => {
  await test.step('a text that is dragged into the box lands there, beside what was typed', async () => {
    await page.goto(address)
    const { aliases } = bulkPage(page)
    await dropOn(page, aliases, { text: 'A=SENTRY_DSN' })
    await expect(aliases).toHaveValue('A=SENTRY_DSN')
    await dropOn(page, aliases, { text: '\nB=SENTRY_DSN' })
    await expect(aliases).toHaveValue('A=SENTRY_DSN\nB=SENTRY_DSN')
    await page.reload()
    await expect(aliases).toHaveValue('A=SENTRY_DSN\nB=SENTRY_DSN')
  })
  await test.step('what was typed before a file took its place is put back, also after a reload', async () => {
    const { aliases, button, makePlan } = bulkPage(page)
    const back = button('Put back what was typed')
    const path = await file(info, 'small.env', 'FROM_FILE=TLS_BUNDLE\n')
    await aliases.fill(typed)
    await dropOn(page, aliases, { files: [path] })
    await expect(aliases).toHaveValue('FROM_FILE=TLS_BUNDLE\n')
    await expectNoAxeViolations(page)
    await aliases.press('ControlOrMeta+z')
    await expect(aliases).toHaveValue(typed)
    await expect(back).toHaveCount(0)

    await dropOn(page, makePlan, { files: [path] })
    await expect(aliases).toHaveValue(typed)
    await dropOn(page, button('Choose files'), { files: [path] })
    await expect(aliases).toHaveValue('FROM_FILE=TLS_BUNDLE\n')
    await page.reload()
    await expect(aliases).toHaveValue('FROM_FILE=TLS_BUNDLE\n')
    await back.click()
    await expect(aliases).toHaveValue(typed)
    await expect(aliases).toBeFocused()
    await page.reload()
    await expect(aliases).toHaveValue(typed)
    await expect(back).toHaveCount(0)
  })
  await test.step('a text that is too long for the box is put back, too', async () => {
    const { button } = bulkPage(page)
    const long = Array.from({ length: 9000 }, (_, at) => `LONG_${at}=SENTRY_DSN`).join('\n')
    const [first, second] = [await file(info, 'long.env', long), await file(info, 'b.env', 'B=C')]
    await page.getByLabel('Files with aliases').setInputFiles(first)
    await expect(page.getByText('long.env')).toBeVisible()
    await dropOn(page, button('Choose files'), { files: [second] })
    await expect(bulkPage(page).aliases).toHaveValue('B=C')
    await button('Put back long.env').click()
    await expect(page.getByText(/^long\.env, \d+ kB$/)).toBeVisible()
  })
})

test('several files are read together, and what is no text takes no other along', async ({
  page,
}, info) => {
  await page.goto(address)
  const bulk = bulkPage(page)
  const paths = await Promise.all([
    file(info, 'one.env', 'ONE=SENTRY_DSN\nBOTH=SENTRY_DSN\n'),
    file(info, 'logo.png', '\u0000PNG'),
    file(info, 'two.csv', 'alias,source\nTWO,TLS_BUNDLE\nBOTH,TLS_BUNDLE\n'),
  ])
  const expectPlan = async () => {
    await expect(page.getByRole('list', { name: 'Files' })).toHaveText(/one\.env.*two\.csv/)
    await expect(page.getByText(/logo\.png is not text in UTF-8/)).toBeVisible()
    await expectNoAxeViolations(page)
    await bulk.makePlan.click()
    await expect(page.getByText('4 rows of 2 files: ALIAS=TARGET lines, a table')).toBeVisible()
    await expect(bulk.verdicts).toHaveText(/2 create.*2 duplicate/)
    await expect(
      page.getByText('Row 3 of two.csv gives the same key to TLS_BUNDLE: keep one of the two.'),
    ).toBeVisible()
    await expect(bulk.button('Edit row 2 of two.csv')).toBeVisible()
    await bulk.button('Change input').click()
  }
  await dropOn(page, bulk.aliases, { files: paths })
  await expectPlan()
  await bulk.button('Remove files').click()
  await bulk.aliases.fill('TYPED=SENTRY_DSN')
  await page.getByLabel('Files with aliases').setInputFiles(paths)
  await expectPlan()
  await bulk.button('Remove files').click()
  await expect(bulk.aliases).toHaveValue('TYPED=SENTRY_DSN')
})

liveTest(
  'a file or a link that is dropped beside what takes it does nothing: token and form stay',
  async ({ page, context, testbeds }, info) => {
    const form = await openLiveForm(page, testbeds.live.server.url, 'STILL_HERE')
    const path = await file(info, 'plan.csv', 'alias,source\nA,B\n')
    const opened: string[] = []
    context.on('page', (other) => opened.push(other.url()))
    const places = [
      page.getByRole('heading', { level: 1 }),
      page.getByRole('banner'),
      form.key,
      form.description,
      form.create,
    ]
    for (const place of places) await dropOn(page, place, { files: [path] })
    for (const place of [page.getByRole('banner'), form.create])
      await dropOn(page, place, { link: 'data:text/html,elsewhere' })
    await dropOn(page, form.key, { text: '_AND_MORE' })
    await expect(form.key).toHaveValue(/_AND_MORE/)
    await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible()
    expect(opened).toEqual([])
  },
)
