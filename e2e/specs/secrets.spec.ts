import { expect, type Locator } from 'playwright/test'
import { eachRow } from './rows'
import { exampleId, projectPath } from '../pages/alias-form'
import { engines } from '../browsers/any-engine'
import { expectNoAxeViolationsInBothThemes } from '../pages/axe'
import { test } from '../servers/console'
import { activeKey, keys, row, searchBox, tree } from '../pages/project-list'
import { sideways } from '../pages/sideways'

const storefrontPath = '/project'

test('the project is chosen from a list, and remembered', async ({ page }) => {
  await page.goto('/')
  const link = page.getByRole('navigation').getByRole('link', { name: 'Secrets' })
  await link.click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Choose a project')
  await page.getByRole('link', { name: /^payments/ }).click()
  await expect(page).toHaveURL(projectPath)
  await expect(page).toHaveTitle('payments · Sandbox · Alias Console')
  await expect(page.getByText('11 secrets · 4 aliases')).toBeVisible()
  await page.getByRole('navigation').getByRole('link', { name: 'Create' }).click()
  await link.click()
  await expect(page).toHaveURL(projectPath)
})

test('aliases and overrides stand below what they belong to, twins apart, and a row is named by what it says', async ({
  page,
}) => {
  await page.goto(projectPath)
  await expect(row(page, 'PGPASSWORD')).toHaveAttribute('aria-level', '2')
  const all = await keys(page)
  expect(all.slice(all.indexOf('DB_MASTER_PASSWORD')).slice(0, 2)).toEqual([
    'DB_MASTER_PASSWORD',
    'PGPASSWORD',
  ])
  expect(all.filter((key) => key === 'REGISTRY_PASSWORD')).toHaveLength(2)
  await test.step('a row is named by what it says, not by its buttons', async () => {
    await expect(row(page, 'DB_MASTER_PASSWORD')).toHaveAccessibleName(
      /^DB_MASTER_PASSWORD, Value, Project, Qovery, updated .+$/,
    )
  })
})

test(
  'search, filters and order are in the address, and a link shows the same',
  engines,
  async ({ page, browser, pageGuard }) => {
    await page.goto(projectPath)
    await searchBox(page).fill('card network')
    await expect(page.getByText('1 of 15 match')).toBeVisible()
    await expect.poll(() => keys(page)).toEqual(['TLS_BUNDLE'])
    await searchBox(page).fill('')
    await page.getByLabel('Owner').selectOption('DOPPLER')
    await page.getByLabel('Has aliases').check()
    await page.getByRole('button', { name: 'Updated' }).click()
    await expect(page).toHaveURL(`${projectPath}?owner=DOPPLER&aliases=1&sort=-updated`)
    await expect(page.getByText('1 of 15 match')).toBeVisible()
    const seen = await keys(page)
    expect(seen).toEqual(['CARD_GATEWAY_API_KEY'])
    const other = await browser.newPage()
    await pageGuard.watch(other.context())
    await other.goto(page.url())
    await expect(other.getByText('1 of 15 match')).toBeVisible()
    expect(await keys(other)).toEqual(seen)
    await other.close()
  },
)

test('a search loses no letter, is what the address says, opens what it finds, and says when that is nothing', async ({
  page,
}) => {
  await test.step('a search is typed without losing a letter, told to the address, and cleared', async () => {
    await page.goto(projectPath)
    const box = searchBox(page)
    await box.pressSequentially('card ')
    await expect(box).toHaveValue('card ')
    await expect(page).toHaveURL(`${projectPath}?q=card+`)
    // Told as soon as it is left, however soon that is: the filter comes on top of it, not instead.
    await box.pressSequentially('network')
    await page.getByLabel('Has aliases').check()
    await expect(page).toHaveURL(`${projectPath}?q=card+network&aliases=1`)
    await page.getByLabel('Has aliases').uncheck()
    await expect(page.getByText('1 of 15 match')).toBeVisible()
    await box.press('Escape')
    await expect(box).toHaveValue('')
    await expect(page).toHaveURL(projectPath)
    await expect(row(page, 'PGPASSWORD')).toBeVisible()
    await box.fill('stripe')
    await page.getByRole('button', { name: 'Clear' }).click()
    await expect(box).toBeFocused()
    await expect(box).toHaveValue('')
    await expect(page).toHaveURL(projectPath)
  })
  await test.step('the box shows what the address asks for, whichever way it got there', async () => {
    await page.goto(`${projectPath}?q=card`)
    await expect(searchBox(page)).toHaveValue('card')
    await searchBox(page).fill('stripe')
    await expect(row(page, 'TLS_BUNDLE')).toHaveCount(0)
    await row(page, 'STRIPE_API_KEY').getByRole('link').click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('STRIPE_API_KEY')
    await page.goBack()
    await expect(page).toHaveURL(`${projectPath}?q=stripe`)
    await expect(searchBox(page)).toHaveValue('stripe')
    expect(await keys(page)).toContain('STRIPE_API_KEY')
    // The same page with another search, as a link in a chat would open it.
    await page.evaluate((to) => history.pushState(null, '', to), `${projectPath}?q=tls`)
    await expect(searchBox(page)).toHaveValue('tls')
    await page.goBack()
    await expect(searchBox(page)).toHaveValue('stripe')
  })
  await test.step('what matches nothing says so, and leads back to all', async () => {
    await page.goto(`${projectPath}?q=nowhere&orphaned=1`)
    await expect(page.getByText('No secret of this project matches.')).toBeVisible()
    await page.getByRole('button', { name: 'Show all' }).click()
    await expect(row(page, 'TLS_BUNDLE')).toBeVisible()
    await expect(page).toHaveURL(projectPath)
  })
  await test.step('a search and a filter open what was collapsed, and it is collapsed again afterwards', async () => {
    await page.goto(projectPath)
    const parent = row(page, 'DB_MASTER_PASSWORD')
    await parent.getByRole('button', { name: 'Hide what is below' }).click()
    await expect(row(page, 'PGPASSWORD')).toHaveCount(0)
    await searchBox(page).fill('PGPASS')
    await expect(page.getByText('1 of 15 match')).toBeVisible()
    await expect(row(page, 'PGPASSWORD')).toBeVisible()
    await parent.getByRole('button', { name: 'Hide what is below' }).click()
    await expect(row(page, 'PGPASSWORD')).toHaveCount(0)
    await searchBox(page).fill('PGPASSW')
    await expect(row(page, 'PGPASSWORD')).toBeVisible()
    await searchBox(page).fill('')
    await expect(row(page, 'TLS_BUNDLE')).toBeVisible()
    await expect(parent).toHaveAttribute('aria-expanded', 'false')
    await page.getByLabel('Type').selectOption('ALIAS')
    await expect(row(page, 'PGPASSWORD')).toBeVisible()
  })
})

test('the rows follow a search letter by letter, and the address once its typing pauses', async ({
  page,
}) => {
  await page.clock.install()
  await page.goto(projectPath)
  await expect(row(page, 'PGPASSWORD')).toBeVisible()
  await page.clock.pauseAt(Date.now() + 3_600_000)
  await searchBox(page).focus()
  for (const [letter, found] of [
    ['s', 15],
    ['t', 11],
    ['r', 3],
  ] as const) {
    await page.keyboard.press(letter)
    await page.clock.runFor(50)
    await expect(page.getByText(`${found} of 15 match`)).toBeVisible()
  }
  await expect(page).toHaveURL(projectPath)
  await page.clock.runFor(1000)
  await expect(page).toHaveURL(`${projectPath}?q=str`)
})

test('by keyboard alone: move, hide, search, open, create', engines, async ({ page }) => {
  await page.goto(projectPath)
  await expect(tree(page)).toBeVisible()
  await tree(page).focus()
  expect(await activeKey(page)).toBe('CARD_GATEWAY_API_KEY')
  await page.keyboard.press('ArrowDown')
  expect(await activeKey(page)).toBe('STRIPE_API_KEY')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  await expect(row(page, 'STRIPE_API_KEY')).toHaveCount(0)
  await expect(row(page, 'CARD_GATEWAY_API_KEY')).toHaveAttribute('aria-expanded', 'false')
  await page.keyboard.press('ArrowRight')
  await expect(row(page, 'STRIPE_API_KEY')).toHaveCount(1)
  await page.keyboard.press('End')
  expect(await activeKey(page)).toBe('WEBHOOK_SIGNING_SECRET')

  await page.keyboard.press('?')
  const help = page.getByRole('dialog', { name: 'Shortcuts' })
  await expect(help).toContainText('While the list of secrets has focus')
  await page.keyboard.press('Escape')
  await expect(help).toBeHidden()
  await expect(tree(page)).toBeFocused()

  await page.keyboard.press('/')
  await expect(searchBox(page)).toBeFocused()
  await page.keyboard.type('stripe')
  await expect(row(page, 'TLS_BUNDLE')).toHaveCount(0)
  await tree(page).focus()
  await page.keyboard.press('End')
  await page.keyboard.press('c')
  await expect(page.getByText('No alias of STRIPE_API_KEY')).toBeVisible()
  await page.keyboard.press('Home')
  await page.keyboard.press('c')
  await expect(page.getByRole('heading', { name: 'Create an alias' })).toBeVisible()
  await page.goBack()
  await tree(page).focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/secret\/26e98bad-552e-4253-907d-61641ed7b27e$/)
})

test('ids and keys are copied from the menu, and after that the list’s keys go on', async ({
  page,
  context,
}) => {
  await test.step('after something was chosen from a row’s menu by keyboard, the list’s keys go on', async () => {
    await context.grantPermissions(['clipboard-write'])
    await page.goto(projectPath)
    await tree(page).focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ContextMenu')
    await page.getByRole('menuitem', { name: 'Copy key' }).press('Enter')
    await expect(page.getByText('Key copied')).toBeVisible()
    await expect(tree(page)).toBeFocused()
    await page.keyboard.press('/')
    await expect(searchBox(page)).toBeFocused()
  })
  await test.step('what is copied is what the menu says', async () => {
    const more = page.getByRole('button', { name: 'Actions for DB_MASTER_PASSWORD' })
    await more.click()
    await page.getByRole('menuitem', { name: 'Copy ID' }).click()
    const said = await page.getByText('ID copied').boundingBox()
    const key = row(page, 'PGPASSWORD').getByText('PGPASSWORD', { exact: true }).first()
    const next = await key.boundingBox()
    expect(said?.x).toBeGreaterThan((next?.x ?? NaN) + (next?.width ?? NaN))
    // Pasted, since the policy lets no page read the clipboard.
    await searchBox(page).focus()
    await page.keyboard.press('Control+V')
    await expect(searchBox(page)).toHaveValue(exampleId)
  })
})

test('why a row can have no alias is said at the row, in a low window and in a high one', async ({
  page,
}) => {
  await eachRow(
    [300, 800],
    (height) => `${height} px high`,
    async (height) => {
      await page.setViewportSize({ width: 1280, height })
      await page.goto(projectPath)
      await tree(page).focus()
      for (const _ of ['CLUSTER', 'DB', 'PGPASSWORD', 'it']) await page.keyboard.press('ArrowDown')
      await page.keyboard.press('c')
      const reason = page.getByRole('status').filter({ hasText: 'No alias of PGPASSWORD' })
      await expect(reason).toBeInViewport({ ratio: 1 })
      await expect(reason).toContainText('Use DB_MASTER_PASSWORD')
      const box = async (locator: Locator) => {
        const { y = NaN, height: tall = NaN } = (await locator.boundingBox()) ?? {}
        return { top: y, bottom: y + tall }
      }
      const [said, at] = [await box(reason), await box(row(page, 'PGPASSWORD'))]
      expect(Math.min(Math.abs(said.top - at.bottom), Math.abs(at.top - said.bottom))).toBeLessThan(
        8,
      )
      await page.keyboard.press('ArrowUp')
      await expect(reason).toHaveCount(0)
    },
  )
})

test('the menu of a row is reached, walked and left by keyboard', engines, async ({ page }) => {
  await page.goto(projectPath)
  await tree(page).focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Shift+F10')
  const menu = page.getByRole('menu', { name: 'Actions for CLUSTER_REGION' })
  const item = (name: string) => menu.getByRole('menuitem', { name })
  await expect(item('Create alias')).toBeFocused()
  await test.step('the pointer takes focus along: one item is the active one', async () => {
    await item('Edit').hover()
    await expect(item('Edit')).toBeFocused()
  })
  await page.keyboard.press('End')
  await expect(item('Delete')).toBeFocused()
  await expect(item('Delete')).toHaveAttribute('aria-disabled', 'true')
  await expect(item('Delete')).toContainText('Qovery created it')
  await page.keyboard.press('Enter')
  await expect(menu).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(menu).toBeHidden()
  // Who came from the list goes on there, who came from the button, there.
  await expect(tree(page)).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowDown')
  const more = page.getByRole('button', { name: 'Actions for CLUSTER_REGION' })
  await more.press('Enter')
  await page.keyboard.press('Escape')
  await expect(more).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(item('Create alias')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Create an alias' })).toBeVisible()
})

test('an open menu follows its row when the page scrolls, and closes once that is out of sight', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 400 })
  await page.goto(projectPath)
  await page.getByRole('button', { name: 'Actions for CLUSTER_REGION' }).click()
  const menu = page.getByRole('menu', { name: 'Actions for CLUSTER_REGION' })
  const region = row(page, 'CLUSTER_REGION')
  const distance = async () => {
    const [one, other] = await Promise.all([menu.boundingBox(), region.boundingBox()])
    return (one?.y ?? 0) - (other?.y ?? 0)
  }
  await expect(menu).toBeVisible()
  const before = { scrolled: await page.evaluate(() => scrollY), distance: await distance() }
  await page.mouse.wheel(0, 3)
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(before.scrolled + 3)
  await expect(menu).toBeVisible()
  await page.evaluate(() => new Promise(requestAnimationFrame))
  expect(await distance()).toBe(before.distance)
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight))
  await expect(menu).toBeHidden()
})

test('a list is read again when somebody asks for it, and when another tab created something', async ({
  page,
  context,
}) => {
  await page.goto(projectPath)
  await expect(tree(page)).toBeVisible()
  const again = page.waitForRequest(/\/api\/project\/[^/]+\/secret$/)
  await page.getByRole('button', { name: 'Refresh' }).click()
  await again
  await expect(page.getByText(/^Refreshed \d\d:\d\d$/)).toBeVisible()
  await test.step('what another tab created is seen', async () => {
    const other = await context.newPage()
    await other.goto(`/?project=${exampleId}&secret=${exampleId}&key=FROM_ANOTHER_TAB`)
    await other.getByRole('button', { name: 'Create alias' }).click()
    await expect(other.getByRole('region', { name: 'Result' })).toBeVisible()
    await expect(row(page, 'FROM_ANOTHER_TAB')).toBeVisible()
  })
})

test('an id that no project has says so, and what to do', async ({ page, pageGuard }) => {
  pageGuard.allowFailedLoads()
  await page.goto('/project/00000000-0000-4000-8000-00000000beef')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The project cannot be shown')
  const main = page.getByRole('main')
  await expect(main).toContainText('The sandbox knows no project of this ID.')
  await expect(main).not.toContainText('connection')
  await expect(main.getByRole('link', { name: 'Choose a project' })).toBeVisible()
})

test('on a small screen the filters are behind a button, unless one is in use', async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 640 })
  await page.goto(projectPath)
  const button = page.getByRole('button', { name: 'Filters and order' })
  const orphaned = page.getByRole('checkbox', { name: 'Orphaned' })
  const first = tree(page)
    .getByRole('row', { name: /^CARD_/ })
    .first()
  await test.step('rows are in sight at first', async () => {
    await expect(first).toBeInViewport()
    await expect(button).toHaveAttribute('aria-expanded', 'false')
    await expect(orphaned).toBeHidden()
    await searchBox(page).focus()
    await page.keyboard.press('Tab')
    await expect(button).toBeFocused()
  })
  await test.step('a key opens them, and they stay while the last one is taken back', async () => {
    await page.keyboard.press('Enter')
    await expect(button).toHaveAttribute('aria-expanded', 'true')
    await page.keyboard.press('Tab')
    await expect(page.getByRole('combobox', { name: 'Type' })).toBeFocused()
    await orphaned.check()
    await expect(button).toHaveAccessibleName('Filters and order · 1 in use')
    await orphaned.uncheck()
    await expect(button).toHaveAccessibleName('Filters and order')
    await expect(orphaned).toBeVisible()
  })
  await test.step('an address that uses one opens them, and one that searches does not', async () => {
    await page.goto(`${projectPath}?q=pass`)
    await expect(button).toHaveAttribute('aria-expanded', 'false')
    await page.goto(`${projectPath}?type=ALIAS&aliases=1`)
    await expect(button).toHaveAccessibleName('Filters and order · 2 in use')
    await expect(button).toHaveAttribute('aria-expanded', 'true')
    await expect(orphaned).toBeVisible()
    await button.click()
    await expect(orphaned).toBeHidden()
  })
  await test.step('where there is room, they are always there', async () => {
    await page.setViewportSize({ width: 640, height: 640 })
    await expect(button).toBeHidden()
    await expect(orphaned).toBeVisible()
  })
})

test('on a phone the order is chosen from a list', async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 812 })
  await page.goto(projectPath)
  const order = page.getByRole('combobox', { name: 'Order' })
  await page.getByRole('button', { name: 'Filters and order' }).click()
  await order.selectOption('Updated, newest first')
  await expect(page).toHaveURL(`${projectPath}?sort=-updated`)
  await expect(tree(page).getByRole('link').first()).toHaveText('DB_MASTER_PASSWORD')
  await page.setViewportSize({ width: 1280, height: 812 })
  await expect(order).toBeHidden()
  await page.getByRole('button', { name: 'Key', exact: true }).click()
  await page.setViewportSize({ width: 375, height: 812 })
  await expect(order).toHaveValue('key')
})

test.describe('at 10,000 secrets', () => {
  test.use({ consoleSettings: { SANDBOX_SECRETS: '10000' } })

  test('only rows in sight exist, and the active one is reached, seen and found again', async ({
    page,
  }) => {
    await test.step('only rows in sight exist, and the keys reach the last', async () => {
      await page.goto(storefrontPath)
      await page.getByRole('link', { name: /^storefront/ }).click()
      await expect(tree(page)).toHaveAttribute('aria-rowcount', /^1\d{4}$/)
      expect(await tree(page).getByRole('row').count()).toBeLessThan(80)
      await tree(page).focus()
      await page.keyboard.press('End')
      await expect(tree(page).getByRole('row').last()).toBeInViewport()
      await searchBox(page).fill('009999')
      await expect(page.getByText(/^1 of 1\d,\d{3} match$/)).toBeVisible()
      await expect
        .poll(() => keys(page))
        .toEqual(['GENERATED_009998_TOKEN', 'GENERATED_009999_ALIAS'])
    })
    await test.step('the active row is never below the bar', async () => {
      await page.setViewportSize({ width: 1280, height: 500 })
      await page.goto(storefrontPath)
      await page.getByRole('link', { name: /^storefront/ }).click()
      await tree(page).focus()
      for (const key of ['PageDown', 'PageDown', 'PageDown', 'PageUp', 'PageUp', 'ArrowUp']) {
        await page.keyboard.press(key)
        const id = (await tree(page).getAttribute('aria-activedescendant')) ?? ''
        const top = () =>
          page.locator(`[id="${id}"]`).evaluate((at) => at.getBoundingClientRect().top)
        await expect(page.locator(`[id="${id}"]`)).toBeInViewport({ ratio: 1 })
        await expect.poll(top).toBeGreaterThanOrEqual(48)
      }
      await page.setViewportSize({ width: 1280, height: 720 })
    })
    await test.step('the way back leads to the row that was left, in sight, and hides what was hidden', async () => {
      await page.goto(storefrontPath)
      await page.getByRole('link', { name: /^storefront/ }).click()
      await tree(page).focus()
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('ArrowDown')
      const shown = async () => Number(await tree(page).getAttribute('aria-rowcount'))
      const whole = await shown()
      const second = tree(page).locator('[aria-expanded=true]').first()
      await second.getByRole('button', { name: 'Hide what is below' }).click()
      await expect.poll(shown).toBeLessThan(whole)
      const left = await shown()
      await tree(page).focus()
      await page.keyboard.press('End')
      for (const _ of '123') await page.keyboard.press('PageUp')
      const id = (await tree(page).getAttribute('aria-activedescendant')) ?? ''
      await page.keyboard.press('Enter')
      await expect(page).toHaveURL(/\/secret\//)
      await expect(page.getByRole('heading', { level: 1 })).toBeInViewport()
      await page.goBack()
      await expect(tree(page)).toBeFocused()
      await expect(tree(page)).toHaveAttribute('aria-activedescendant', id)
      await expect(page.locator(`[id="${id}"]`)).toBeInViewport({ ratio: 1 })
      expect(await shown()).toBe(left)
      await page.keyboard.press('ArrowUp')
      await page.keyboard.press('ArrowDown')
      await expect(tree(page)).toHaveAttribute('aria-activedescendant', id)
    })
  })
})

test('axe finds nothing in the list, its menu, its help, empty and narrow, in either theme', async ({
  page,
}) => {
  await page.goto('/project')
  await expect(page.getByRole('link', { name: /^payments/ })).toBeVisible()
  await expectNoAxeViolationsInBothThemes(page)
  await page.goto(projectPath)
  await expect(tree(page)).toBeVisible()
  await expectNoAxeViolationsInBothThemes(page)
  await page.getByRole('button', { name: 'Actions for CLUSTER_REGION' }).click()
  await expectNoAxeViolationsInBothThemes(page)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Shortcuts' }).click()
  await expectNoAxeViolationsInBothThemes(page)
  await page.keyboard.press('Escape')
  await searchBox(page).fill('nowhere')
  await expect(page.getByText('No secret of this project matches.')).toBeVisible()
  await expectNoAxeViolationsInBothThemes(page)
  await page.setViewportSize({ width: 320, height: 640 })
  await page.goto(projectPath)
  await expect(tree(page)).toBeVisible()
  await expectNoAxeViolationsInBothThemes(page)
  expect(await sideways(page)).toBeLessThanOrEqual(0)
  await page.goto('/project/not-an-id')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Not a project’s address')
  await expectNoAxeViolationsInBothThemes(page)
})
