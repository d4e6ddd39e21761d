import { expect } from 'playwright/test'
import { eachRow } from './rows'
import { aliasForm, countPosts, createAlias, exampleId } from '../pages/alias-form'
import { engines } from '../browsers/any-engine'
import { expectNoAxeViolationsInBothThemes } from '../pages/axe'
import { forgetAll } from '../pages/forget-all'
import { passTimeUntil } from '../pages/pass-time'
import { test } from '../servers/console'

type Place = 'key' | 'secret' | 'notice'

const refusals: { key: string; status: number; place: Place; says: RegExp }[] = [
  {
    key: 'SANDBOX_401',
    status: 401,
    // There is no token that somebody typed, and could type anew.
    place: 'key',
    says: /refused this key on purpose.*Nothing was created/,
  },
  {
    key: 'SANDBOX_403',
    status: 403,
    place: 'notice',
    says: /not found, or this token may not.*Nothing was created/,
  },
  {
    key: 'SANDBOX_404',
    status: 404,
    place: 'secret',
    says: /knows no such secret.*Nothing was created/,
  },
  {
    key: 'SANDBOX_409',
    status: 409,
    place: 'key',
    says: /SANDBOX_409 exists already.*Nothing was created/,
  },
]

test(
  'a refusal of 401, 403, 404 or 409 says where it belongs that nothing was created, and keeps what was typed',
  engines,
  async ({ page, pageGuard, consoleServer }) => {
    await eachRow(
      refusals,
      ({ key, place }) => `${key} says so on the ${place}`,
      async ({ key, status, place, says }) => {
        pageGuard.expectConsoleMessages(new RegExp(`${status}`))
        await forgetAll(page, consoleServer.url)
        await page.goto(`/?project=${exampleId}&secret=${exampleId}&description=kept`)
        const form = aliasForm(page)
        await form.key.fill(key)
        await form.create.click()
        if (place === 'notice') {
          const heading = page.getByRole('heading', { name: /was not created$/ })
          await expect(heading).toBeFocused()
          await expect(page.getByText(says)).toBeVisible()
        } else {
          await expect(form[place]).toBeFocused()
          await expect(form[place]).toHaveAccessibleDescription(says)
        }
        await expect(form.key).toHaveValue(key)
        await expect(form.description).toHaveValue('kept')
        await page.getByText('What the server said').click()
        await expect(page.getByText('Request ID')).toBeVisible()
        await expectNoAxeViolationsInBothThemes(page)
        await page.reload()
        await expect(form.key).toHaveValue(key)
        await expect(form.description).toHaveValue('kept')
      },
    )
  },
)

test(
  'SANDBOX_429 counts down, sends again by itself, and creates',
  engines,
  async ({ page, pageGuard }) => {
    pageGuard.expectConsoleMessages(/429/)
    await page.clock.install()
    const posts = countPosts(page)
    const form = await createAlias(page, 'SANDBOX_429')
    await expect(page.getByRole('status').getByText('asks to wait')).toBeVisible()
    await expect(page.getByText('Nothing was created yet')).toBeVisible()
    await expectNoAxeViolationsInBothThemes(page)
    await page.clock.runFor(10_000)
    await expect(form.created).toContainText('SANDBOX_429')
    expect(posts).toHaveLength(2)
  },
)

test('SANDBOX_429 can be cancelled, and then nothing more is sent', async ({ page, pageGuard }) => {
  pageGuard.expectConsoleMessages(/429/)
  await page.clock.install()
  const posts = countPosts(page)
  const form = await createAlias(page, 'SANDBOX_429')
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByRole('heading', { name: 'Cancelled' })).toBeFocused()
  await expect(form.key).toHaveValue('SANDBOX_429')
  await expectNoAxeViolationsInBothThemes(page)
  await page.clock.runFor(60_000)
  expect(posts).toHaveLength(1)
})

test(
  'SANDBOX_500 is settled by the list: no such alias, and trying again is offered',
  engines,
  async ({ page, pageGuard }) => {
    pageGuard.expectConsoleMessages(/500/)
    await page.clock.install()
    const posts = countPosts(page)
    const form = await createAlias(page, 'SANDBOX_500')
    await expect(page.getByText('Checking whether it happened')).toBeVisible()
    await expectNoAxeViolationsInBothThemes(page)
    const heading = page.getByRole('heading', { name: 'shows no such alias' })
    await passTimeUntil(page, 8000, async () => {
      await expect(heading).toBeFocused({ timeout: 500 })
    })
    await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible()
    await expect(form.key).toHaveValue('SANDBOX_500')
    await expectNoAxeViolationsInBothThemes(page)
    expect(posts).toHaveLength(1)
  },
)

test(
  'SANDBOX_CUT and SANDBOX_GARBAGE were created although the answer was lost, and the list proves it',
  engines,
  async ({ page, pageGuard }) => {
    // Whether the browser shows the cut or sends the POST again by itself is its own affair.
    pageGuard.allowFailedLoads()
    await eachRow(
      ['SANDBOX_CUT', 'SANDBOX_GARBAGE'],
      (key) => key,
      async (key) => {
        const form = await createAlias(page, key)
        await expect(form.result.getByRole('heading', { level: 2 })).toHaveText(`${key} created`)
        await expect(form.target).toContainText(exampleId)
        await expectNoAxeViolationsInBothThemes(page)
      },
    )
  },
)

test(
  'SANDBOX_SLOW is busy until its time is over, and then settled by the list',
  engines,
  async ({ page }) => {
    await page.clock.install()
    const posts = countPosts(page)
    const form = await createAlias(page, 'SANDBOX_SLOW')
    await expect(form.create).toHaveAttribute('aria-disabled', 'true')
    await page.clock.runFor(5000)
    await expect(
      page.getByRole('status').filter({ hasText: 'Waiting for the answer' }),
    ).toContainText('SANDBOX_SLOW was sent')
    await expectNoAxeViolationsInBothThemes(page)
    await page.clock.runFor(25_000)
    await page.clock.runFor(2000)
    await expect(form.created).toContainText('SANDBOX_SLOW')
    expect(posts).toHaveLength(1)
  },
)

test('axe finds nothing in any state of the light and the dark pages', async ({
  page,
  pageGuard,
}) => {
  pageGuard.expectConsoleMessages(/404/)
  await page.goto('/')
  const form = aliasForm(page)
  await expectNoAxeViolationsInBothThemes(page)
  await form.create.click()
  await expect(form.key).toHaveAttribute('aria-invalid', 'true')
  await expectNoAxeViolationsInBothThemes(page)
  await form.project.fill(exampleId)
  await form.secret.fill(exampleId)
  await form.key.fill('doubtful-key')
  await expect(page.getByRole('checkbox')).toBeVisible()
  await expectNoAxeViolationsInBothThemes(page)
  await form.key.fill('AXE_FINDS_NOTHING')
  await form.create.click()
  await expect(form.created).toBeVisible()
  await expectNoAxeViolationsInBothThemes(page)
  await form.key.fill('NEXT')
  await page.getByRole('link', { name: 'AXE_FINDS_NOTHING' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(form.shown).toBeVisible()
  await expectNoAxeViolationsInBothThemes(page)
  await page.goto(`/project/${exampleId}/secret/00000000-0000-4000-8000-000000000000`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/No such secret/)
  await expectNoAxeViolationsInBothThemes(page)
  await page.goto('/no/such/page')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('No such page')
  await expectNoAxeViolationsInBothThemes(page)
  await page.setViewportSize({ width: 320, height: 640 })
  await page.goto('/')
  await expectNoAxeViolationsInBothThemes(page)
})
