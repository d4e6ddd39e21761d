import { expect, type BrowserContext, type Page } from 'playwright/test'
import { eachRow } from './rows'
import { aliasForm, countPosts, exampleId } from '../pages/alias-form'
import { expectNoAxeViolations } from '../pages/axe'
import { forgetAll } from '../pages/forget-all'
import { test } from '../servers/console'
import { holdScripts } from '../pages/hold-scripts'
import { anyFonts } from '../browsers/other-fonts'
import { watchShifts } from '../pages/shifts'

test(
  'the form is there before its script, and its layout does not move when that comes',
  anyFonts,
  async ({ page }) => {
    const letScriptsCome = await holdScripts(page)
    const moved = await watchShifts(page)
    await page.goto('/', { waitUntil: 'commit' })
    const form = aliasForm(page)
    await expect(form.create).toBeVisible()
    await expect(form.preview).toContainText('not chosen yet')
    await expect(page).toHaveTitle('Create an alias · Sandbox · Alias Console')
    letScriptsCome()
    await page.locator('form[data-ready]').waitFor()
    await page.waitForLoadState('networkidle')
    expect(await moved()).toEqual([])
    await expectNoAxeViolations(page)
  },
)

interface Early {
  page: Page
  context: BrowserContext
  baseURL: string
  letScriptsCome: () => void
}

const early: Record<string, (given: Early) => Promise<void>> = {
  'what is typed before the script arrives is kept, with focus and caret': async ({
    page,
    letScriptsCome,
  }) => {
    await page.goto('/', { waitUntil: 'commit' })
    const form = aliasForm(page)
    await form.project.fill(exampleId)
    await form.secret.fill(exampleId)
    await form.description.fill('typed early')
    await form.interpolation.check()
    await form.key.pressSequentially('EARLY_KEY')
    for (const _ of 'KEY') await page.keyboard.press('ArrowLeft')
    const caret = () =>
      form.key.evaluate((box) => box instanceof HTMLInputElement && box.selectionStart)
    expect(await caret()).toBe(6)
    letScriptsCome()
    await page.locator('form[data-ready]').waitFor()
    await expect(form.key).toBeFocused()
    await expect(form.key).toHaveValue('EARLY_KEY')
    expect(await caret()).toBe(6)
    await page.keyboard.type('BIRD_')
    await expect(form.key).toHaveValue('EARLY_BIRD_KEY')
    await expect(form.description).toHaveValue('typed early')
    await expect(form.interpolation).toBeChecked()
    await expect(form.project).toHaveValue('payments')
    await expect(form.secret).toHaveValue('DB_MASTER_PASSWORD')
    await expect(form.preview).toContainText('EARLY_BIRD_KEY')
    await form.create.click()
    await expect(form.created).toContainText('EARLY_BIRD_KEY')
    await expect(form.created).toContainText('typed early')
  },
  'letters typed while the script takes over are all there': async ({ page, letScriptsCome }) => {
    await page.goto('/', { waitUntil: 'commit' })
    const form = aliasForm(page)
    await form.secret.focus()
    const typing = form.secret.pressSequentially('db_master_password', { delay: 15 })
    letScriptsCome()
    await typing
    await expect(form.secret).toHaveValue('db_master_password')
    await expect(form.secret).toBeFocused()
  },
  'what is typed early is newer than the draft and the address': async ({
    page,
    letScriptsCome,
  }) => {
    await page.goto(`/?key=FROM_ADDRESS&description=from%20address&project=${exampleId}`, {
      waitUntil: 'commit',
    })
    const form = aliasForm(page)
    await form.key.fill('TYPED_EARLY')
    letScriptsCome()
    await expect(form.project).toHaveValue('payments')
    await expect(form.description).toHaveValue('from address')
    await expect(form.key).toHaveValue('TYPED_EARLY')
  },
  'a button pressed before the script arrives sends nothing and breaks nothing': async ({
    page,
    letScriptsCome,
  }) => {
    await page.goto('/', { waitUntil: 'commit' })
    const posts = countPosts(page)
    const form = aliasForm(page)
    await form.key.fill('TOO_EARLY')
    await form.create.click()
    await form.key.press('Enter')
    letScriptsCome()
    await page.locator('form[data-ready]').waitFor()
    await expect(form.key).toHaveValue('TOO_EARLY')
    expect(new URL(page.url()).search).toBe('')
    expect(posts).toEqual([])
  },
  'the theme of the last visit is there with the first paint': async ({
    page,
    letScriptsCome,
    context,
    baseURL,
  }) => {
    await page.emulateMedia({ colorScheme: 'light' })
    await context.addCookies([{ name: 'alias-console-theme', value: 'dark', url: baseURL }])
    await page.goto('/', { waitUntil: 'commit' })
    await expect(aliasForm(page).create).toBeVisible()
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe(
      'dark',
    )
    letScriptsCome()
    await expect(page.getByRole('combobox', { name: 'Theme' })).toHaveValue('dark')
  },
}

test('what is done before the script arrives is neither lost nor done twice', async ({
  page,
  context,
  consoleServer: { url: baseURL },
}) => {
  await eachRow(
    Object.entries(early),
    ([guarantee]) => guarantee,
    async ([, tryEarly]) => {
      await forgetAll(page, baseURL)
      const letScriptsCome = await holdScripts(page)
      try {
        await tryEarly({ page, context, baseURL, letScriptsCome })
      } finally {
        letScriptsCome()
      }
    },
  )
})
