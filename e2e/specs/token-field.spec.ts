import { expect } from 'playwright/test'
import { eachRow } from './rows'
import { aliasForm } from '../pages/alias-form'
import { expectNoAxeViolations } from '../pages/axe'
import { forgetAll } from '../pages/forget-all'
import { test, typedToken } from '../servers/live-console'
import { projectId, valueSecretId } from '../servers/upstream/model'

test('no password manager finds a password’s field, and nobody reads the token over a shoulder', async ({
  page,
  testbeds,
}) => {
  await page.goto(testbeds.live.server.url)
  const box = page.getByLabel('API token')
  const show = page.getByRole('button', { name: 'Show token' })
  const asDiscs = () =>
    box.evaluate((input) => getComputedStyle(input).getPropertyValue('-webkit-text-security'))
  await box.fill('wrong token')
  await expect(page.locator('[type=password]')).toHaveCount(0)
  await expect(box).toHaveAttribute('autocomplete', 'off')
  expect(await asDiscs()).toBe('disc')
  await show.click()
  await expect(show).toHaveAttribute('aria-pressed', 'true')
  expect(await asDiscs()).toBe('none')
  await expectNoAxeViolations(page)
  await page.getByRole('button', { name: 'Use this token' }).click()
  await expect(box).toBeFocused()
  // Once it is used, the next one is typed in secret again.
  await box.fill(typedToken)
  await box.press('Enter')
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(box).toHaveValue('')
  expect(await asDiscs()).toBe('disc')
})

test('without a token each press asks for it, and calls nothing wrong that only a list can judge', async ({
  page,
  testbeds,
}) => {
  const form = aliasForm(page)
  await page.goto(
    `${testbeds.live.server.url}/?project=${projectId}&environment=${valueSecretId}&secret=${valueSecretId}&key=NO_TOKEN`,
  )
  const box = page.getByLabel('API token')
  await form.create.click()
  await expect(box).toBeFocused()
  await expect(page.locator('#where-message')).not.toContainText('not read')
  await form.key.click()
  await form.create.click()
  await expect(box).toBeFocused()
})

const copied = [
  ['a name', `QOVERY_API_TOKEN=${typedToken}`],
  ['a shell’s export', `export QOVERY_API_TOKEN="${typedToken}"`],
  ['its header', `Authorization: Token ${typedToken}`],
  ['an invisible space', `${typedToken.slice(0, 9)}\u200B${typedToken.slice(9)}\n`],
] as const

test('a token is taken out of what it was copied with', async ({ page, testbeds }) => {
  const { server, upstream } = testbeds.live
  await eachRow(
    copied,
    ([what]) => `a token that was copied with ${what}`,
    async ([, pasted]) => {
      await forgetAll(page, server.url)
      upstream.reset()
      await page.goto(server.url)
      await page.getByLabel('API token').fill(pasted)
      await page.getByRole('button', { name: 'Use this token' }).click()
      await expect(page.getByRole('banner')).toContainText('Upstream Works')
      const [first] = upstream.requests
      expect(first?.headers).toContainEqual(['authorization', `Token ${typedToken}`])
    },
  )
})
