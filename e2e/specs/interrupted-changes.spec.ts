import { expect, type Page } from 'playwright/test'
import { aliasForm, createAlias, exampleId } from '../pages/alias-form'
import { expectNoAxeViolations } from '../pages/axe'
import { callApi } from '../http/call-api'
import { passTimeUntil } from '../pages/pass-time'
import { test } from '../servers/console'

// What a page asked for and did not see end, whatever it was: the next one finds out, and sends nothing again.

const aliasId = 'c1b7ed81-727a-4f98-ae9a-10ae4bc2fcf5'
const pathOf = (id: string) => `/project/${exampleId}/secret/${id}`
const dialog = (page: Page) => page.getByRole('dialog')
const notices = (page: Page) => page.getByRole('list', { name: 'Operations' })

/** Lets calls of a kind through, and their answers to nobody. @returns how many were let through by now */
const loseAnswers = async (page: Page, method: 'PUT' | 'DELETE') => {
  const counted = { calls: 0 }
  await page.route(/\/api\/project\/[^/]+\/secret\/[^/]+$/, async (route) => {
    const request = route.request()
    if (request.method() !== method) return route.fallback()
    const { port, pathname } = new URL(request.url())
    await callApi(Number(port), {
      method,
      path: pathname.replace('/api', ''),
      ...(method === 'PUT' ? { body: request.postDataJSON() as unknown } : {}),
    })
    counted.calls += 1
  })
  return counted
}

test('an edit that a reload cut off is told by the next page, and sent once', async ({ page }) => {
  await page.goto(pathOf(aliasId))
  const sent = await loseAnswers(page, 'PUT')
  await page.getByRole('button', { name: 'Edit' }).click()
  await dialog(page).getByLabel('Key').fill('PG_PASSWORD')
  await dialog(page).getByRole('button', { name: 'Save' }).click()
  await expect.poll(() => sent.calls).toBe(1)
  await page.reload()
  await expect(page.getByRole('heading', { name: 'PG_PASSWORD was saved' })).toBeVisible()
  await expect(notices(page)).toContainText('It was PGPASSWORD before')
  // The notices may come before the page.
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expectNoAxeViolations(page)
  expect(sent.calls).toBe(1)
  // Long enough to have been seen.
  await page.waitForTimeout(2500)
  await page.reload()
  await expect(page.getByRole('article', { name: 'Alias', exact: true })).toBeVisible()
  await expect(notices(page)).toHaveCount(0)
})

test('a deletion that a reload cut off is told on whatever page comes next', async ({ page }) => {
  await page.goto(pathOf(aliasId))
  const sent = await loseAnswers(page, 'DELETE')
  await page.getByRole('button', { name: 'Delete' }).click()
  await dialog(page).getByRole('button', { name: 'Delete' }).click()
  await expect.poll(() => sent.calls).toBe(1)
  await page.goto('/')
  await expect(page.getByRole('heading', { name: 'PGPASSWORD was deleted' })).toBeVisible()
  await expectNoAxeViolations(page)
  await notices(page).getByRole('button', { name: 'Dismiss' }).click()
  await expect(notices(page)).toHaveCount(0)
  expect(sent.calls).toBe(1)
})

test('a deletion whose tab is gone is told by another one', async ({ page, context }) => {
  await page.goto(pathOf(aliasId))
  const sent = await loseAnswers(page, 'DELETE')
  await page.getByRole('button', { name: 'Delete' }).click()
  await dialog(page).getByRole('button', { name: 'Delete' }).click()
  await expect.poll(() => sent.calls).toBe(1)
  const other = await context.newPage()
  await other.goto('/project')
  await expect(other.getByRole('heading', { level: 1 })).toBeVisible()
  // While its tab is there, it is that tab's to tell.
  await expect(notices(other)).toHaveCount(0)
  await page.close()
  await expect(other.getByRole('heading', { name: 'PGPASSWORD was deleted' })).toBeVisible()
})

test('an undo that a reload cut off is told, and what was typed is in the form again', async ({
  page,
}) => {
  const form = await createAlias(page, 'TAKEN_BACK')
  await expect(form.created).toContainText('TAKEN_BACK')
  const sent = await loseAnswers(page, 'DELETE')
  await form.result.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => sent.calls).toBe(1)
  await page.reload()
  await expect(page.getByRole('heading', { name: 'TAKEN_BACK was deleted' })).toBeVisible()
  await expect(form.key).toHaveValue('TAKEN_BACK')
  await expect(form.preview).toBeVisible()
  expect(sent.calls).toBe(1)
})

test('an alias that was just created can be undone after a reload', async ({
  page,
  consoleServer,
}) => {
  const form = await createAlias(page, 'STILL_UNDOABLE')
  await expect(form.created).toContainText('STILL_UNDOABLE')
  await test.step('and takes no focus from who is typing by then', async () => {
    await page.reload()
    await page.locator('form[data-ready]').waitFor()
    await form.key.focus()
    await expect(form.created).toContainText('STILL_UNDOABLE')
    await expect(form.key).toBeFocused()
  })
  await page.waitForTimeout(2500)
  await test.step('stands there until something is begun', async () => {
    await page.reload()
    await expect(form.created).toContainText('STILL_UNDOABLE')
    await expect(form.result.getByRole('button', { name: 'Undo' })).toBeVisible()
    await form.key.fill('NEXT')
    await expect(form.preview).toBeVisible()
    await expect(page.getByText('Created before: STILL_UNDOABLE')).toBeVisible()
    await form.key.fill('')
    await page.goto(`/?project=${exampleId}`)
    await expect(form.preview).toBeVisible()
  })
  await expect(page.getByText('Created before: STILL_UNDOABLE')).toBeVisible()
  await expectNoAxeViolations(page)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('heading', { name: 'STILL_UNDOABLE was deleted' })).toBeFocused()
  await expect(page.getByText('Created before')).toHaveCount(0)
  const { body } = await callApi(Number(new URL(consoleServer.url).port), {
    path: `/project/${exampleId}/secret`,
  })
  expect(JSON.stringify(body)).not.toContain('STILL_UNDOABLE')
})

test('a change whose dialog was closed goes on, and is told where somebody is by then', async ({
  page,
}) => {
  let answer: () => void = () => undefined
  await page.route(new RegExp(`/api${pathOf(aliasId)}$`), async (route) => {
    await new Promise<void>((resolve) => {
      answer = resolve
    })
    await route.continue()
  })
  await page.goto(pathOf(aliasId))
  await page.getByRole('button', { name: 'Edit' }).click()
  const put = page.waitForRequest((request) => request.method() === 'PUT')
  await dialog(page).getByLabel('Key').fill('PG_PASSWORD')
  await dialog(page).getByRole('button', { name: 'Save' }).click()
  await put
  await page.keyboard.press('Escape')
  await expect(page.getByRole('heading', { name: 'Saving PGPASSWORD' })).toBeVisible()
  await page.getByRole('link', { name: 'Create', exact: true }).click()
  const { key } = aliasForm(page)
  await key.fill('TYPED')
  answer()
  await expect(page.getByRole('heading', { name: 'PG_PASSWORD was saved' })).toBeVisible()
  await expect(key).toBeFocused()
  await notices(page).getByRole('button', { name: 'Dismiss' }).click()
  await expect(notices(page)).toHaveCount(0)
})

test('what an earlier version left in a browser is found, and asked for', async ({ page }) => {
  await page.clock.install()
  await page.goto('/project')
  await page.evaluate((id) => {
    const [submissionId, other] = [
      '00000000-0000-4000-8000-000000000001',
      '00000000-0000-4000-8000-000000000002',
    ]
    sessionStorage.setItem(
      'alias-console:pending',
      JSON.stringify([
        {
          id: submissionId,
          projectId: id,
          secretId: id,
          request: { key: 'OF_AN_EARLIER_VERSION' },
          existingBefore: [],
          sentAt: Date.now(),
        },
      ]),
    )
    localStorage.setItem(
      `alias-console:repoint::${other}`,
      JSON.stringify({
        projectId: id,
        alias: { id: other, key: 'MOVED_EARLIER', scope: 'PROJECT' },
        from: { id, key: 'DB_MASTER_PASSWORD' },
        to: { id, key: 'TLS_BUNDLE' },
        stage: 'creating',
        submissionId,
      }),
    )
  }, exampleId)
  await page.goto('/')
  await expect(page.getByText('re-pointing MOVED_EARLIER has not come to an end')).toBeVisible()
  // Nothing was created, which takes the console some looks to be sure of.
  const notThere = page.getByText('OF_AN_EARLIER_VERSION is not in the project’s list')
  await passTimeUntil(page, 8000, async () => {
    await expect(notThere).toBeVisible({ timeout: 500 })
  })
  expect(await page.evaluate(() => Object.keys(localStorage).join(' '))).not.toContain('repoint')
  expect(await page.evaluate(() => sessionStorage.getItem('alias-console:pending'))).toBeNull()
})
