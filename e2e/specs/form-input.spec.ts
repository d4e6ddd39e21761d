import { expect } from 'playwright/test'
import { aliasForm, countPosts, exampleId } from '../pages/alias-form'
import { expectNoAxeViolations } from '../pages/axe'
import { test } from '../servers/console'
import { sideways } from '../pages/sideways'

test('a form says at each field what is missing or wrong, until it is mended, and then takes links', async ({
  page,
}) => {
  await page.goto('/')
  const form = aliasForm(page)
  await test.step('an empty form says at each field what is missing, sends nothing, and focuses the first', async () => {
    const posts = countPosts(page)
    await form.create.click()
    for (const field of [form.project, form.secret, form.key]) {
      await expect(field).toHaveAttribute('aria-invalid', 'true')
      await expect(field).toHaveAccessibleDescription(/\S/)
    }
    await expect(form.project).toBeFocused()
    expect(posts).toHaveLength(0)
  })
  await test.step('a wrong id is said on leaving the field, and the message goes when it is mended', async () => {
    const { project } = form
    await project.fill('not-an-id')
    await project.blur()
    await expect(project).toHaveAccessibleDescription(/This is no project’s ID or link/)
    await project.fill(exampleId)
    await expect(project).toHaveAttribute('aria-invalid', 'false')
    await expect(project).toHaveAccessibleDescription(/\S/)
  })
  await test.step('a key that no secret has is told from an id that cannot be read', async () => {
    await expect(page.getByText(/^Refreshed/)).toBeVisible()
    await form.secret.fill('FOOBARX')
    await form.secret.blur()
    await expect(form.secret).toHaveAccessibleDescription(
      /^No secret of this project is called FOOBARX\. Choose one from the list, or paste an ID\./,
    )
    await form.secret.fill(exampleId.slice(0, -1))
    await form.secret.blur()
    await expect(form.secret).toHaveAccessibleDescription(/No ID was found/)
  })
  await test.step('a pasted link of Qovery’s console is enough', async () => {
    await form.project.fill(
      `https://console.qovery.com/organization/11111111-1111-4111-8111-111111111111/project/${exampleId}/overview`,
    )
    await form.secret.fill(`  ${exampleId.toUpperCase()} `)
    await form.key.fill('FROM_A_LINK')
    await form.create.click()
    await expect(form.created).toContainText('FROM_A_LINK')
  })
})

test('the address fills the form, and a reload brings back what was typed since', async ({
  page,
}) => {
  await page.goto(
    `/?project=${exampleId}&secret=${exampleId}&key=FROM_ADDRESS&description=why%20not`,
  )
  const form = aliasForm(page)
  await expect(form.project).toHaveValue('payments')
  await expect(form.secret).toHaveValue('DB_MASTER_PASSWORD')
  await expect(form.key).toHaveValue('FROM_ADDRESS')
  await expect(form.description).toHaveValue('why not')
  await form.key.fill('TYPED_SINCE')
  await page.reload()
  await expect(form.key).toHaveValue('TYPED_SINCE')
  await expect(form.description).toHaveValue('why not')
})

test('white space around a key in the address is said at the field, and not taken away unseen', async ({
  page,
}) => {
  await page.goto(`/?project=${exampleId}&secret=${exampleId}&key=%20AB`)
  const { key } = aliasForm(page)
  await expect(key).toHaveValue(' AB')
  await expect(key).toHaveAccessibleDescription(/white space: remove it/)
})

test('a key advised against is used only after somebody agreed, in place, and a warning does not block', async ({
  page,
}) => {
  await test.step('a warning does not block', async () => {
    await page.goto(`/?project=${exampleId}&secret=${exampleId}&key=lower_case`)
    const form = aliasForm(page)
    await expect(page.locator('#key-advice')).toContainText('lower-case')
    await form.create.click()
    await expect(form.created).toContainText('lower_case')
  })
  await test.step('a key advised against is used only after somebody agreed', async () => {
    await page.goto(`/?project=${exampleId}&secret=${exampleId}&key=db-password`)
    const form = aliasForm(page)
    await form.create.click()
    await expect(form.key).toBeFocused()
    await expect(form.key).toHaveAccessibleDescription(/Confirm below/)
    await page.getByRole('checkbox', { name: 'Use db-password anyway' }).check()
    await form.create.click()
    await expect(form.created).toContainText('db-password')
  })
})

test('white space around a pasted key is removed, and that is said', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto('/')
  const { key } = aliasForm(page)
  const paste = async (text: string) => {
    await page.evaluate((copied) => navigator.clipboard.writeText(copied), text)
    await key.focus()
    await page.keyboard.press('ControlOrMeta+V')
  }
  await paste('PASTED_KEY\n')
  await expect(key).toHaveValue('PASTED_KEY')
  await expect(key).toHaveAccessibleDescription(/line break at the end .* removed/)
  await key.fill('')
  await paste('  SPACED_KEY\t')
  await expect(key).toHaveValue('SPACED_KEY')
  await expect(key).toHaveAccessibleDescription(/around the pasted key was removed/)
  await key.fill('')
  await paste('TWO\nLINES')
  // Not joined in silence: what was two lines is no key, and the field says so.
  await expect(key).toHaveValue('TWO LINES')
  await expect(key).toHaveAttribute('aria-invalid', 'true')
})

test('the request holds the documented fields and what the switch shows, and a description of 255 code points', async ({
  page,
}) => {
  await test.step('the request holds the documented fields and what the switch shows', async () => {
    await page.goto(`/?project=${exampleId}&secret=${exampleId}&key=AS_DOCUMENTED`)
    const form = aliasForm(page)
    await form.interpolation.check()
    const sent = page.waitForRequest((request) => request.method() === 'POST')
    await form.create.click()
    expect((await sent).postDataJSON()).toEqual({
      key: 'AS_DOCUMENTED',
      description: null,
      enable_interpolation_in_file: true,
    })
  })
  await test.step('a description ends at 255 code points, counted as people count', async () => {
    await page.goto(`/?project=${exampleId}&secret=${exampleId}&key=LONG_DESCRIPTION`)
    const form = aliasForm(page)
    await form.description.fill('😀'.repeat(256))
    await expect(page.getByText('256/255')).toBeVisible()
    await form.create.click()
    await expect(form.description).toHaveAccessibleDescription(/Shorten the description by 1/)
    await form.description.fill('😀'.repeat(255))
    await form.create.click()
    await expect(form.created).toContainText('😀'.repeat(255))
  })
})

test('an unknown address has its page, and keeps the draft', async ({ page, pageGuard }) => {
  pageGuard.expectConsoleMessages(/404/)
  await page.goto('/')
  const form = aliasForm(page)
  await form.key.fill('KEPT_DRAFT')
  await page.goto('/no/such/page')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('No such page')
  await page.getByRole('link', { name: 'Back to the form' }).click()
  await expect(form.key).toHaveValue('KEPT_DRAFT')
})

test('a page whose code cannot be had is no crash, and a reload shows it', async ({
  page,
  pageGuard,
}) => {
  pageGuard.allowFailedLoads()
  await page.clock.install()
  await page.goto('/')
  // The server has the file, and the script does not come: a reload is what helps. Before it, no page finds it by itself.
  let isReloaded = false
  await page.route(/\/assets\/project.*\.js$/, (route) =>
    !isReloaded && route.request().resourceType() === 'script'
      ? route.abort('connectionreset')
      : route.continue(),
  )
  await page.getByRole('link', { name: 'Secrets' }).click()
  await expect(page.getByText('Loading…')).toBeVisible()
  await page.clock.runFor(5000)
  await expect(page.getByRole('alert')).toContainText('Whatever needs it sends nothing')
  await expect(page.getByRole('button', { name: 'Reload' })).toBeVisible()
  await expectNoAxeViolations(page)
  page.on('request', (request) => {
    isReloaded ||= request.isNavigationRequest()
  })
  await page.getByRole('button', { name: 'Reload' }).click()
  await expect(page.getByRole('heading', { name: 'Choose a project' })).toBeVisible()
})

test('a crash has its page, and keeps the draft', async ({ page, pageGuard }) => {
  pageGuard.expectConsoleMessages(/broken on purpose/)
  // Dates are shown on a secret's page and not on the form: here they fail as a fault of the browser would.
  await page.addInitScript(() => {
    Object.defineProperty(Intl.DateTimeFormat.prototype, 'format', {
      get: () => {
        throw new Error('broken on purpose')
      },
    })
  })
  await page.goto(`/?project=${exampleId}&secret=${exampleId}&key=BEFORE_THE_CRASH`)
  const form = aliasForm(page)
  await form.description.fill('typed before the crash')
  await page.goto(`/project/${exampleId}/secret/${exampleId}`)
  await expect(page.getByRole('alert')).toContainText('This page broke')
  await expectNoAxeViolations(page)
  await page.getByRole('button', { name: 'Back to the form' }).click()
  await expect(form.key).toHaveValue('BEFORE_THE_CRASH')
  await expect(form.description).toHaveValue('typed before the crash')
})

test('the theme follows the system, can be switched, and is remembered', async ({ page }) => {
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  await page.emulateMedia({ colorScheme: 'light' })
  await page.goto('/')
  const light = await background()
  await page.emulateMedia({ colorScheme: 'dark' })
  const dark = await background()
  expect(dark).not.toBe(light)
  await page.getByRole('combobox', { name: 'Theme' }).selectOption('Light')
  expect(await background()).toBe(light)
  await page.reload()
  await expect(page.getByRole('combobox', { name: 'Theme' })).toHaveValue('light')
  expect(await background()).toBe(light)
})

test('320 pixels are enough: nothing scrolls sideways', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 })
  await page.goto(`/?project=${exampleId}&secret=${exampleId}&key=${'A_VERY_LONG_KEY_'.repeat(12)}`)
  const form = aliasForm(page)
  await expect(form.preview).toContainText('A_VERY_LONG_KEY')
  expect(await sideways(page)).toBe(0)
  await form.create.click()
  await expect(form.created).toBeVisible()
  expect(await sideways(page)).toBe(0)
})
