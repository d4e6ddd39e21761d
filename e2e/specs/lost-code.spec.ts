import { expect, type Page } from 'playwright/test'
import { aliasForm, countPosts, exampleId } from '../pages/alias-form'
import { engines } from '../browsers/any-engine'
import { expectNoAxeViolations } from '../pages/axe'
import { test } from '../servers/console'
import { picker } from '../pages/picker'

// Chromium asks again for code that it could not have; Firefox and Safari do so only in another page.

/** Refuses files until the function that it gives is called. */
const refuse = async (page: Page, files: RegExp) => {
  await page.route(files, (route) => route.abort('connectionreset'))
  return () => page.unroute(files)
}

const missing = (page: Page) =>
  page.getByRole('alert').filter({ hasText: /^A part of this page is missing/ })

/** Waits until what was missing is there, by itself or by the reload that the page offers. */
const recover = async (page: Page) => {
  const reload = missing(page).getByRole('button', { name: 'Reload' })
  await expect(async () => {
    // Until the next page is there, a press would go to the one that is left.
    if (await reload.isVisible())
      await Promise.all([page.waitForEvent('load'), reload.click({ timeout: 1000 })])
    await expect(missing(page)).toHaveCount(0, { timeout: 500 })
  }).toPass({ timeout: 60_000 })
}

test.beforeEach(({ pageGuard }) => pageGuard.allowFailedLoads())

test(
  'without the code that creates, the button says that nothing was sent, and a recovered page creates',
  engines,
  async ({ page }) => {
    const allow = await refuse(page, /\/assets\/form-runtime.*js$/)
    await page.goto(`/?project=${exampleId}&secret=${exampleId}&key=LOST_CODE&description=typed`)
    const form = aliasForm(page)
    const posts = countPosts(page)
    await form.create.click()
    await expect(page.getByRole('alert').filter({ hasText: 'Nothing was sent' })).toBeVisible()
    await expect(missing(page)).toBeVisible()
    await expectNoAxeViolations(page)
    expect(posts).toEqual([])
    await allow()
    await recover(page)
    await expect(form.key).toHaveValue('LOST_CODE')
    await expect(form.description).toHaveValue('typed')
    await form.create.click()
    await expect(form.created).toContainText('LOST_CODE')
    expect(posts).toHaveLength(1)
  },
)

for (const [what, files] of Object.entries({
  'that creates': /\/assets\/form-runtime.*js$/,
  'that lists the choices': /\/assets\/combobox/,
})) {
  test(`code ${what}, lost once, is not lost for good`, engines, async ({ page }) => {
    const allow = await refuse(page, files)
    await page.goto('/')
    const form = aliasForm(page)
    await form.key.fill('FOUND_AGAIN')
    await expect(missing(page)).toBeVisible()
    await allow()
    await recover(page)
    await expect(form.key).toHaveValue('FOUND_AGAIN')
    await form.project.fill(exampleId)
    const secret = picker(page, 'Secret')
    await secret.search('TLS')
    await secret.option('TLS_BUNDLE').click()
    await form.create.click()
    await expect(form.created).toContainText('FOUND_AGAIN')
  })
}

test(
  'a page whose code was lost once is there after it, where its link led',
  engines,
  async ({ page }) => {
    await page.goto('/')
    await page.locator('form[data-ready]').waitFor()
    const allow = await refuse(page, /\/assets\/project.*\.js$/)
    await page.getByRole('link', { name: 'Secrets' }).click()
    await expect(missing(page)).toBeVisible()
    await expect(page.getByRole('status')).toContainText('Nothing was changed')
    await expectNoAxeViolations(page)
    await allow()
    await recover(page)
    await expect(page.getByRole('heading', { name: 'Choose a project' })).toBeVisible()
  },
)

test('styles that were lost once are there after it', engines, async ({ page }) => {
  const allow = await refuse(page, /\/assets\/.*\.css$/)
  await page.goto(`/?project=${exampleId}&secret=${exampleId}&key=STYLED`)
  await expect(missing(page)).toBeVisible()
  await allow()
  await recover(page)
  const form = aliasForm(page)
  await form.create.click()
  await expect(form.created).toBeVisible()
  const rules = await page.evaluate(() =>
    [...document.styleSheets].map(({ cssRules }) => cssRules.length),
  )
  expect(rules.length).toBeGreaterThan(1)
  expect(Math.min(...rules)).toBeGreaterThan(0)
})
