import { expect } from 'playwright/test'
import { eachRow } from './rows'
import { aliasForm, countPosts, createAlias, exampleId, fieldOf } from '../pages/alias-form'
import { engines } from '../browsers/any-engine'
import { forgetAll } from '../pages/forget-all'
import { test } from '../servers/console'

const tlsId = 'b2f1d49a-8ec6-4551-ad12-6b02d9750029'

test(
  'by mouse: fill the form, read the preview, see the alias that was made',
  engines,
  async ({ page }) => {
    await page.goto('/')
    await expect(page).toHaveTitle('Create an alias · Sandbox · Alias Console')
    await expect(page.getByRole('banner')).toContainText('Sandbox')
    const form = aliasForm(page)
    const posts = countPosts(page)
    await form.project.fill(exampleId)
    await form.secret.fill(exampleId)
    await form.key.fill('DATABASE_PASSWORD')
    await form.description.fill('Expected by the API service')
    await expect(form.preview).toContainText(`POST /project/${exampleId}/secret/${exampleId}/alias`)
    await expect(form.preview).toContainText('"key": "DATABASE_PASSWORD"')
    await form.create.click()
    await expect(form.result.getByRole('heading', { level: 2 })).toHaveText(
      'DATABASE_PASSWORD created',
    )
    await expect(form.result.getByRole('heading', { level: 2 })).toBeFocused()
    // Said once, by the drawing.
    await expect(form.result.getByText('Overrides nothing.')).toHaveCount(1)
    await expect(form.target).toBeVisible()
    await expect(form.overridden).toHaveCount(0)
    expect(posts).toHaveLength(1)
    // Ready for the next one: where it points stays, its name does not.
    await expect(form.project).toHaveValue('payments')
    await expect(form.secret).toHaveValue('DB_MASTER_PASSWORD')
    await expect(form.key).toHaveValue('')
    await expect(form.description).toHaveValue('')
  },
)

test('by keyboard alone: from the address bar to the result', engines, async ({ page }) => {
  await page.goto('/')
  const form = aliasForm(page)
  const tabTo = async (target: typeof form.key) => {
    for (let presses = 0; presses < 20; presses += 1) {
      await page.keyboard.press('Tab')
      if (await target.evaluate((element) => element === document.activeElement)) return
    }
    throw new Error('not reachable by Tab')
  }
  await tabTo(form.project)
  await page.keyboard.type(exampleId)
  await tabTo(form.secret)
  await page.keyboard.type(exampleId)
  await tabTo(form.key)
  await page.keyboard.type('BY_KEYBOARD')
  await tabTo(form.description)
  await page.keyboard.type('two\nlines')
  await tabTo(form.interpolation)
  await page.keyboard.press('Space')
  await tabTo(form.create)
  await page.keyboard.press('Enter')
  await expect(form.result.getByRole('heading', { level: 2 })).toBeFocused()
  await expect(form.created).toContainText('BY_KEYBOARD')
  await expect(form.created).toContainText('two\nlines')
  await expect(form.created).toContainText('Interpolation in file')
})

test('a key that Enter created and emptied is not called missing', engines, async ({ page }) => {
  await page.goto(`/?project=${exampleId}&secret=${exampleId}`)
  const form = aliasForm(page)
  await form.key.fill('BY_ENTER')
  await form.key.press('Enter')
  await expect(form.result.getByRole('heading', { level: 2 })).toBeFocused()
  await expect(form.key).toHaveValue('')
  // By then a field that was judged says what came of it.
  await form.description.fill('next')
  await expect(page.getByText('4/255')).toBeVisible()
  await expect(form.key).not.toHaveAttribute('aria-invalid', 'true')
  await expect(form.key).not.toHaveAccessibleDescription(/A key is needed/)
  // Left by somebody, it is.
  await form.key.focus()
  await form.description.focus()
  await expect(form.key).toHaveAccessibleDescription(/A key is needed/)
})

test('the next alias is what was typed for it', async ({ page, consoleServer }) => {
  await eachRow(
    ['', 'Described'],
    (first) => `after one ${first === '' ? 'without' : 'with'} a description`,
    async (first) => {
      const keyOf = (name: string) => `${name}_AFTER_${first === '' ? 'NONE' : 'ONE'}`
      await forgetAll(page, consoleServer.url)
      await page.goto(
        `/?project=${exampleId}&secret=${exampleId}&key=${keyOf('FIRST')}&description=${first}`,
      )
      const form = aliasForm(page)
      await form.create.click()
      await expect(form.created).toContainText(keyOf('FIRST'))
      await expect(form.key).toHaveValue('')
      await form.description.fill('Typed for the next one')
      await expect(page.getByText('22/255')).toBeVisible()
      await form.secret.fill(tlsId)
      await form.key.fill(keyOf('NEXT'))
      await form.create.click()
      await expect(fieldOf(form.created, 'Key')).toContainText(keyOf('NEXT'))
      await expect(fieldOf(form.created, 'Description')).toHaveText('Typed for the next one')
      await expect(fieldOf(form.target, 'Key')).toContainText('TLS_BUNDLE')
      // And one more, of which nothing but the key is typed.
      await expect(form.description).toHaveValue('')
      await form.key.fill(keyOf('LAST'))
      await form.create.click()
      await expect(fieldOf(form.created, 'Key')).toContainText(keyOf('LAST'))
      await expect(fieldOf(form.created, 'Description')).toHaveText('none')
    },
  )
})

test('every documented field that came back is shown under its term, and what is overridden, before and after', async ({
  page,
  consoleServer,
}) => {
  await test.step('every documented field that came back is shown under its term', async () => {
    const answer = page.waitForResponse((response) => response.request().method() === 'POST')
    const form = await createAlias(page, 'EVERY_FIELD')
    const secret = await (await answer).json()
    const value = (term: string) => fieldOf(form.created, term)
    await expect(value('ID')).toContainText(secret.id)
    await expect(value('Key')).toContainText('EVERY_FIELD')
    await expect(value('Scope')).toHaveText('Project')
    await expect(value('Type')).toHaveText('Alias')
    await expect(value('Description')).toHaveText('none')
    await expect(value('Interpolation in file')).toHaveText('off')
    // The sandbox ties no alias to a service, and what an answer leaves out is left out here.
    await expect(value('Service')).toHaveCount(0)
    await expect(value('Owned by')).toHaveText('Qovery')
    // In the API's own word where somebody asks for it.
    await expect(value('Owned by').locator('bdi')).toHaveAttribute('title', secret.owned_by)
    for (const [term, instant] of [
      ['Created', secret.created_at],
      ['Updated', secret.updated_at],
    ]) {
      const time = value(term).locator('time')
      await expect(time).toHaveAttribute('datetime', new Date(instant).toISOString())
      await expect(time).toHaveAttribute('title', /:\d\d UTC/)
    }
    await expect(form.target).toContainText(exampleId)
    await expect(form.target).toContainText(secret.aliased_secret.key)
    await expect(form.target).toContainText('Mount path')
  })
  await test.step('Ctrl+Enter sends from the description', async () => {
    await page.goto(`/?project=${exampleId}&secret=${exampleId}&key=FROM_DESCRIPTION`)
    // What is pressed before the form's script is there sends nothing.
    await page.locator('form[data-ready]').waitFor()
    const form = aliasForm(page)
    await form.description.focus()
    await page.keyboard.press('Control+Enter')
    await expect(form.created).toContainText('FROM_DESCRIPTION')
  })
  // What was just created would be told again.
  await forgetAll(page, consoleServer.url)
  await test.step('a key that a built-in secret has is said before, allowed, and shown as overridden', async () => {
    const { results } = await page.request
      .get(`/api/project/${exampleId}/secret`, { headers: { authorization: 'Token qov_sandbox' } })
      .then((response) => response.json())
    const builtIn = results.find(
      ({ key, scope }: { key: string; scope: string }) =>
        scope === 'BUILT_IN' && !key.startsWith('QOVERY_'),
    )
    await page.goto(`/?project=${exampleId}&secret=${exampleId}&key=${builtIn.key}`)
    const form = aliasForm(page)
    await expect(form.preview.getByRole('figure')).toContainText(`overrides ${builtIn.key}`)
    await form.create.click()
    await expect(form.overridden).toContainText(builtIn.id)
    await expect(form.target).toContainText(exampleId)
  })
})

test('a double click and five Enters send once', engines, async ({ page }) => {
  await page.goto(`/?project=${exampleId}&secret=${exampleId}&key=ONLY_ONCE`)
  const form = aliasForm(page)
  const posts = countPosts(page)
  await form.create.dblclick()
  await expect(form.created).toContainText('ONLY_ONCE')
  await form.key.fill('ONLY_ONCE_TOO')
  await form.key.evaluate((input: HTMLInputElement) => {
    for (let presses = 0; presses < 5; presses += 1) input.form?.requestSubmit()
  })
  await expect(form.created).toContainText('ONLY_ONCE_TOO')
  expect(posts).toHaveLength(2)
})

test('the button says that it is busy, keeps focus, and ignores presses', async ({ page }) => {
  const posts = countPosts(page)
  const form = await createAlias(page, 'SANDBOX_SLOW')
  await expect(form.create).toHaveText('Creating alias…')
  await expect(form.create).toHaveAttribute('aria-disabled', 'true')
  await expect(form.create).toBeFocused()
  await form.create.press('Enter')
  await form.create.press('Space')
  expect(posts).toHaveLength(1)
})

test('for 150 ms the button says nothing of what is under way, so that it does not flicker', async ({
  page,
}) => {
  await page.clock.install()
  await page.goto(`/?project=${exampleId}&secret=${exampleId}`)
  const form = aliasForm(page)
  await form.key.fill('UNDER_WAY')
  await expect(form.preview).toContainText('UNDER_WAY')
  const labels: (string | null)[] = []
  await page.route('**/alias', async (route) => {
    await page.clock.runFor(100)
    labels.push(await form.create.textContent())
    await page.clock.runFor(100)
    await expect(form.create).toHaveText('Creating alias…')
    await page.clock.resume()
    await route.continue()
  })
  await page.clock.pauseAt((await page.evaluate(() => Date.now())) + 60_000)
  await form.create.click()
  await expect(form.created).toContainText('UNDER_WAY')
  await expect(form.create).toHaveText('Create alias')
  expect(labels).toEqual(['Create alias'])
})

test('the result’s address shows the same after a reload and in another browser', async ({
  page,
  browser,
  pageGuard,
}) => {
  const form = await createAlias(page, 'HAS_AN_ADDRESS')
  const fields = (await form.created.locator('dl').innerText()).replaceAll('created alias', 'alias')
  await form.key.fill('NEXT')
  await page.getByRole('link', { name: 'HAS_AN_ADDRESS' }).click()
  await expect(page).toHaveURL(new RegExp(`/project/${exampleId}/secret/[0-9a-f-]{36}$`))
  await page.reload()
  await expect(page).toHaveTitle(/HAS_AN_ADDRESS/)
  expect(await form.shown.locator('dl').innerText()).toBe(fields)
  const other = await browser.newPage()
  await pageGuard.watch(other.context())
  await other.goto(page.url())
  await expect(aliasForm(other).shown).toContainText('HAS_AN_ADDRESS')
  expect(await aliasForm(other).shown.locator('dl').innerText()).toBe(fields)
  await other.close()
})

test('an alias outlives kill -9 and a restart of the server', async ({
  page,
  consoleServer,
  pageGuard,
}) => {
  // What is on its way when the server is killed is lost.
  pageGuard.allowFailedLoads()
  const form = await createAlias(page, 'OUTLIVES_THE_SERVER')
  await expect(form.created).toBeVisible()
  await form.key.fill('NEXT')
  await page.getByRole('link', { name: 'OUTLIVES_THE_SERVER' }).click()
  await expect(page).toHaveTitle(/OUTLIVES_THE_SERVER/)
  await consoleServer.kill9()
  await consoleServer.restart()
  await page.reload()
  await expect(form.shown).toContainText('OUTLIVES_THE_SERVER')
})
