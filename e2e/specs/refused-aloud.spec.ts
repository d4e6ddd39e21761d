import { expect, type Locator, type Page } from 'playwright/test'
import { aliasForm, exampleId } from '../pages/alias-form'
import { expectNoAxeViolations } from '../pages/axe'
import { test } from '../servers/console'
import { test as liveTest } from '../servers/live-console'

/** What live regions, but those that wait for a pause, have said: each text that came into one. */
const listen = async (page: Page) => {
  await page.evaluate(() => {
    const said: string[] = []
    Reflect.set(window, 'said', said)
    new MutationObserver((changes) => {
      for (const { target } of changes) {
        const element = target instanceof Element ? target : target.parentElement
        const region = element?.closest('[aria-live=assertive], [role=alert]')
        const text = region?.textContent ?? ''
        if (text !== '' && said.at(-1) !== text) said.push(text)
      }
    }).observe(document.body, { childList: true, characterData: true, subtree: true })
  })
  return () => page.evaluate((): string[] => Reflect.get(window, 'said'))
}

const topOf = (box: Locator) => box.evaluate((element) => element.getBoundingClientRect().top)

test('a submission that is refused is said aloud once where focus is at the wrong field already', async ({
  page,
  pageGuard,
}) => {
  pageGuard.expectConsoleMessages(/409/)
  await page.goto(`/?project=${exampleId}&secret=${exampleId}`)
  await expect(page.getByText(/^Refreshed/)).toBeVisible()
  const { key, create, description } = aliasForm(page)
  const said = await listen(page)
  const below = await topOf(create)
  await test.step('by the form, and not at each letter', async () => {
    await key.press('Control+Enter')
    await expect.poll(said).toEqual([expect.stringMatching(/key/i)])
    await expect(key).toBeFocused()
    expect(await topOf(create)).toBe(below)
    await expectNoAxeViolations(page)
    await key.pressSequentially('a b')
    await expect(key).toHaveAttribute('aria-invalid', 'true')
    expect(await said()).toHaveLength(1)
    await key.press('Control+Enter')
    await expect.poll(said).toHaveLength(2)
  })
  await test.step('by the server', async () => {
    await key.fill('SANDBOX_409')
    await key.press('Control+Enter')
    await expect
      .poll(said)
      .toContainEqual(
        expect.stringMatching(
          /SANDBOX_409 exists already.*Nothing was created\. Choose another key\.$/,
        ),
      )
  })
  await test.step('where focus moves to the field, which is read out then, nothing else is', async () => {
    await key.fill('')
    const before = await said()
    await description.press('Control+Enter')
    await expect(key).toBeFocused()
    await page.waitForTimeout(300)
    expect(await said()).toEqual(before)
  })
})

test('so is one of a dialog', async ({ page }) => {
  await page.goto(`/project/${exampleId}/secret/b2f1d49a-8ec6-4551-ad12-6b02d9750029`)
  await page.getByRole('button', { name: 'Edit' }).click()
  const said = await listen(page)
  const key = page.getByRole('dialog').getByLabel('Key')
  await key.fill('SENTRY_DSN')
  await key.press('Enter')
  await expect.poll(said).toEqual([expect.stringMatching(/exists already/)])
  await expect(key).toBeFocused()
  await key.fill('SENTRY_DSN_2')
  expect(await said()).toHaveLength(1)
})

liveTest('so is a token that cannot be one', async ({ page, testbeds }) => {
  await page.goto(testbeds.live.server.url)
  const box = page.getByLabel('API token')
  const said = await listen(page)
  await box.fill('no token')
  await box.press('Enter')
  await expect.poll(said).toHaveLength(1)
  expect(await page.locator('#token-message').innerText()).toBe((await said())[0])
})
