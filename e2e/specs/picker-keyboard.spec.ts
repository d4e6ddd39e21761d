import { expect, type Page } from 'playwright/test'
import { exampleId } from '../pages/alias-form'
import { expectNoAxeViolationsInBothThemes } from '../pages/axe'
import { forgetAll } from '../pages/forget-all'
import { test } from '../servers/console'
import { picker } from '../pages/picker'
import { sideways } from '../pages/sideways'

/** Opens the form with a project, and waits until its list has been read. */
const openForm = async (page: Page) => {
  await page.goto(`/?project=${exampleId}`)
  await expect(page.getByText(/^Refreshed/)).toBeVisible()
}

test('a list is opened, walked, searched and left by keyboard, and what it finds is announced', async ({
  page,
  consoleServer,
}) => {
  await test.step('closed, a box says that it has a list, and opened, which option the keyboard is at', async () => {
    await openForm(page)
    const { box, list, active } = picker(page, 'Secret')
    await expect(box).toHaveAttribute('aria-autocomplete', 'list')
    await expect(box).toHaveAttribute('aria-expanded', 'false')
    await expect(list).toHaveCount(0)
    await box.press('ArrowDown')
    await expect(box).toHaveAttribute('aria-expanded', 'true')
    await expect(list).toBeVisible()
    expect(await box.getAttribute('aria-controls')).toBe(await list.getAttribute('id'))
    await expect
      .poll(active)
      .toMatchObject({ role: 'option', selected: 'false', position: 1, of: 15 })
    await box.press('ArrowDown')
    await expect.poll(active).toMatchObject({ position: 2, of: 15, inSight: true })
    await box.press('ArrowUp')
    await box.press('ArrowUp')
    await expect.poll(active).toMatchObject({ position: 15, inSight: true })
    await expect(box).toBeFocused()
  })
  await test.step('arrows, Home and End walk through all of a list, and Enter picks', async () => {
    await forgetAll(page, consoleServer.url)
    await openForm(page)
    const { box, active } = picker(page, 'Secret')
    await box.press('ArrowDown')
    await box.press('End')
    await expect.poll(active).toMatchObject({ position: 15, inSight: true })
    await box.press('Home')
    await expect.poll(active).toMatchObject({ position: 1, inSight: true })
    for (let position = 2; position <= 15; position += 1) {
      await box.press('ArrowDown')
      await expect.poll(active).toMatchObject({ position, inSight: true })
    }
    await box.press('Home')
    const first = await active()
    await box.press('Enter')
    await expect(box).toHaveValue(first?.name ?? '')
    await expect(box).toHaveAttribute('aria-expanded', 'false')
    await expect(box).not.toHaveAttribute('aria-activedescendant', /./)
  })
  await test.step('typing is at the first that fits, and Enter takes it even before the list has followed', async () => {
    await forgetAll(page, consoleServer.url)
    await openForm(page)
    const { box, active } = picker(page, 'Secret')
    await box.focus()
    await page.keyboard.type('tls')
    await expect.poll(active).toMatchObject({ name: 'TLS_BUNDLE', position: 1 })
    await page.keyboard.press('Enter')
    await expect(box).toHaveValue('TLS_BUNDLE')
    await box.fill('')
    await page.keyboard.type('sentry', { delay: 0 })
    await page.keyboard.press('Enter')
    await expect(box).toHaveValue('SENTRY_DSN')
  })
  await test.step('Escape closes the list, a second one takes back what was typed, Tab goes on and picks nothing', async () => {
    await forgetAll(page, consoleServer.url)
    await openForm(page)
    const { box, list } = picker(page, 'Secret')
    await box.focus()
    await page.keyboard.type('pass')
    await expect(list).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(list).toHaveCount(0)
    await expect(box).toHaveValue('pass')
    await page.keyboard.press('Escape')
    await expect(box).toHaveValue('')
    await page.keyboard.type('tls')
    await page.keyboard.press('Enter')
    await expect(box).toHaveValue('TLS_BUNDLE')
    // What was picked is replaced by the next letter, and comes back.
    await page.keyboard.type('file')
    await expect(box).toHaveValue('file')
    await page.keyboard.press('Escape')
    await expect(list).toHaveCount(0)
    await expect(box).toHaveValue('file')
    await page.keyboard.press('Escape')
    await expect(box).toHaveValue('TLS_BUNDLE')
    await expect(page.getByRole('region', { name: 'Preview' })).toContainText('TLS_BUNDLE')
    await page.keyboard.type('pass')
    await expect(box).toHaveValue('pass')
    await page.keyboard.press('Escape')
    await page.keyboard.press('ArrowDown')
    await expect(list).toBeVisible()
    await page.keyboard.press('Tab')
    await expect(list).toHaveCount(0)
    await expect(page.getByRole('textbox', { name: 'Key', exact: true })).toBeFocused()
    await expect(box).toHaveValue('pass')
    await expect(box).toHaveAttribute('aria-invalid', 'true')
  })
  await test.step('how many were found is announced, and that nothing was', async () => {
    await forgetAll(page, consoleServer.url)
    await openForm(page)
    const { box } = picker(page, 'Secret')
    const said = (text: string | RegExp) => page.getByRole('status').filter({ hasText: text })
    await box.press('ArrowDown')
    await expect(said('15 secrets')).toBeVisible()
    await box.fill('tls')
    await expect(said('1 of 15 secrets')).toBeVisible()
    await box.fill('nothing like it')
    await expect(said('No secret has all of these words')).toBeVisible()
    await box.press('Escape')
    await expect(said(/secret/)).toHaveCount(0)
  })
})

test('a list that is opened again begins at what is chosen, which Enter leaves as it is', async ({
  page,
  consoleServer,
}) => {
  const atChosen = async (name: 'Where' | 'Secret', chosen: string) => {
    const { box, list, active } = picker(page, name)
    await expect(box).toHaveValue(chosen)
    for (const keys of [['ArrowDown'], ['ArrowUp'], ['Alt+ArrowDown'], []]) {
      await test.step(`${name} by ${keys[0] ?? 'a press'}`, async () => {
        if (keys.length === 0) await box.click()
        for (const key of keys) await box.press(key)
        await expect.poll(active).toMatchObject({ name: chosen, selected: 'true', inSight: true })
        await expect(list.locator('[aria-selected=true]')).toHaveCount(1)
        await page.keyboard.press('Enter')
        await expect(box).toHaveAttribute('aria-expanded', 'false')
        await expect(box).toHaveValue(chosen)
      })
    }
    // A pointer that leaves the list takes the keyboard nowhere else.
    await box.click()
    await picker(page, name).options.nth(1).hover()
    await page.mouse.move(2, 2)
    await expect.poll(active).toBe(undefined)
    await page.keyboard.press('ArrowDown')
    await expect.poll(active).toMatchObject({ name: chosen })
    await page.keyboard.press('Escape')
  }
  await openForm(page)
  await atChosen('Where', 'payments (project)')
  await picker(page, 'Secret').search('tls')
  await page.keyboard.press('Enter')
  await atChosen('Secret', 'TLS_BUNDLE')
  await picker(page, 'Where').search('production / checkout-api')
  await page.keyboard.press('Enter')
  await atChosen('Where', 'production / checkout-api')
  await test.step('also before its list is there', async () => {
    await forgetAll(page, consoleServer.url)
    let release = () => {}
    const released = new Promise<void>((resolve) => (release = resolve))
    await page.route(/\/api\/.*secret/, async (route) => {
      await released
      await route.continue()
    })
    await page.goto(`/?project=${exampleId}&secret=b2f1d49a-8ec6-4551-ad12-6b02d9750029`)
    const { box, active } = picker(page, 'Secret')
    await box.press('ArrowDown')
    await expect(page.getByText('Reading the secrets…')).toBeVisible()
    release()
    await expect.poll(active).toMatchObject({ name: 'TLS_BUNDLE', selected: 'true' })
  })
})

test('from project to key without a pointer', async ({ page }) => {
  await page.goto('/')
  const project = picker(page, 'Project')
  await project.box.focus()
  await page.keyboard.type('refunds')
  await expect.poll(project.active).toMatchObject({ name: 'payments' })
  await page.keyboard.press('Enter')
  await expect(project.box).toHaveValue('payments')
  const secret = picker(page, 'Secret')
  await expect(async () => {
    await page.keyboard.press('Tab')
    await expect(secret.box).toBeFocused({ timeout: 50 })
  }).toPass()
  await page.keyboard.type('card net')
  await expect.poll(secret.active).toMatchObject({ name: 'TLS_BUNDLE' })
  await page.keyboard.press('Enter')
  await expect(secret.box).toHaveValue('TLS_BUNDLE')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('textbox', { name: 'Key', exact: true })).toBeFocused()
})

test('axe finds nothing in a list open, searched, walked, empty and narrow, in either theme', async ({
  page,
}) => {
  await page.goto('/')
  const project = picker(page, 'Project')
  await project.open()
  await expectNoAxeViolationsInBothThemes(page)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(project.box).toHaveValue('payments')
  const secret = picker(page, 'Secret')
  await secret.open()
  await expectNoAxeViolationsInBothThemes(page)
  await secret.box.fill('password')
  await expect(secret.option('Use DB_MASTER_PASSWORD')).toBeVisible()
  await expectNoAxeViolationsInBothThemes(page)
  // At what cannot be picked, too.
  await page.keyboard.press('End')
  await expect.poll(secret.active).toMatchObject({ name: 'PGPASSWORD', inSight: true })
  await expectNoAxeViolationsInBothThemes(page)
  await secret.box.fill('nothing like it')
  await expect(page.getByText('No secret has all of these words')).toBeVisible()
  await expectNoAxeViolationsInBothThemes(page)
  await page.setViewportSize({ width: 320, height: 640 })
  await secret.box.fill('')
  await secret.open()
  await expectNoAxeViolationsInBothThemes(page)
  expect(await sideways(page)).toBeLessThanOrEqual(0)
})

test.describe('at 10,000 secrets', () => {
  test.use({ consoleSettings: { SANDBOX_SECRETS: '10000' } })

  test('few options are drawn, and End and scrolling reach the last', async ({ page }) => {
    await page.goto('/')
    const project = picker(page, 'Project')
    await project.search('storefront')
    await project.option('storefront').click()
    const secret = picker(page, 'Secret')
    await secret.open()
    await expect(page.getByText(/^1\d,\d{3} secrets$/)).toBeVisible()
    const few = async () => expect(await secret.options.count()).toBeLessThan(40)
    await few()
    const all = Number(await secret.options.first().getAttribute('aria-setsize'))
    expect(all).toBeGreaterThan(10_000)
    await page.keyboard.press('End')
    await expect.poll(secret.active).toMatchObject({ position: all, of: all, inSight: true })
    await few()
    await page.keyboard.press('Home')
    await expect.poll(secret.active).toMatchObject({ position: 1, inSight: true })
    await secret.list.hover()
    await page.mouse.wheel(0, 10_000_000)
    await expect(secret.options.last()).toHaveAttribute('aria-posinset', String(all))
    await expect(secret.options.last()).toBeInViewport()
    await few()
    await secret.box.fill('009998')
    await expect.poll(secret.names).toEqual(['GENERATED_009998_TOKEN'])
    await page.keyboard.press('Enter')
    await expect(secret.box).toHaveValue('GENERATED_009998_TOKEN')
    await page.evaluate(() => localStorage.clear())
    await page.reload()
    await expect(secret.box).toHaveValue('GENERATED_009998_TOKEN')
    // Drawn before it is opened, where it begins.
    await expect(page.locator('[role=option][aria-selected=true]')).toBeAttached()
    await secret.box.press('ArrowDown')
    await expect
      .poll(secret.active)
      .toMatchObject({ name: 'GENERATED_009998_TOKEN', selected: 'true', inSight: true })
    await few()
  })
})
