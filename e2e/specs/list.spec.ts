import { expect, type Locator } from 'playwright/test'
import { eachRow } from './rows'
import { exampleId, projectPath } from '../pages/alias-form'
import { engines } from '../browsers/any-engine'
import { active, activeKey, chooseAction, keys, row, searchBox, tree } from '../pages/project-list'
import { forgetAll } from '../pages/forget-all'
import { sideways } from '../pages/sideways'
import { test } from '../servers/console'

const storefrontPath = '/project/0211a0bc-3ea1-42d4-a114-84875613268f'

const sortings = [
  ['target', 'Points at', ['CARD_GATEWAY_API_KEY', 'STRIPE_API_KEY', 'DB_MASTER_PASSWORD']],
  ['description', 'Description', ['QOVERY_POSTGRESQL_Z8F41C2A_HOST_INTERNAL']],
  ['-updated', 'Updated', ['DB_MASTER_PASSWORD', 'PGPASSWORD', 'SETTLEMENT_CONFIG']],
] as const

test('a row says what it points at, what it overrides, and what it is, in plain words, and is sorted by them', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1600, height: 900 })
  await page.goto(projectPath)
  const cells = (key: string) => row(page, key).getByRole('gridcell')
  await expect(cells('PGPASSWORD').nth(1)).toHaveText('→ DB_MASTER_PASSWORD')
  await expect(row(page, 'PGPASSWORD')).toHaveAccessibleName(
    /^PGPASSWORD, points at DB_MASTER_PASSWORD, Project/,
  )
  const twins = row(page, 'REGISTRY_PASSWORD')
  await expect(twins.first()).toContainText('overridden by project')
  await expect(twins.last()).toContainText('overrides built-in')
  await expect(cells('CLUSTER_REGION')).toHaveText([
    'CLUSTER_REGION',
    '',
    'Built-in',
    '',
    'Qovery',
    /^Region of the cluster/,
    /^Feb 11, 2025$/,
    '',
  ])
  await expect(row(page, 'CLUSTER_REGION').getByText('Built-in')).toHaveAttribute(
    'title',
    'BUILT_IN',
  )
  await expect(row(page, 'SENTRY_DSN').getByText('Doppler')).toHaveAttribute('title', 'DOPPLER')
  await eachRow(
    sortings,
    ([, name]) => `rows are sorted by ${name} at a press of its head`,
    async ([sort, name, first]) => {
      await page.getByRole('columnheader', { name }).getByRole('button').click()
      await expect(page).toHaveURL(`${projectPath}?sort=${sort}`)
      await expect.poll(async () => (await keys(page)).slice(0, first.length)).toEqual(first)
    },
  )
})

test('an alias that overrides stands out, and so does what it overrides', async ({ page }) => {
  await page.goto(`/?project=${exampleId}&secret=${exampleId}&key=CLUSTER_REGION`)
  await page.getByRole('button', { name: 'Create alias' }).click()
  await expect(page.getByRole('region', { name: 'Result' })).toBeVisible()
  await page.goto(projectPath)
  await expect(row(page, 'CLUSTER_REGION').first()).toContainText('overridden by alias')
  await page.getByRole('checkbox', { name: 'Overrides' }).check()
  await expect(page).toHaveURL(`${projectPath}?overrides=1`)
  await expect(page.getByText('4 of 16 match')).toBeVisible()
  await expect(row(page, 'CLUSTER_REGION').last()).toHaveAccessibleName(
    /points at DB_MASTER_PASSWORD, overrides built-in/,
  )
  await expect(row(page, 'TLS_BUNDLE')).toHaveCount(0)
})

const widths = [
  [320, ['→ DB_MASTER_PASSWORD']],
  [640, ['→ DB_MASTER_PASSWORD']],
  [760, ['→ DB_MASTER_PASSWORD']],
  [1000, ['→ DB_MASTER_PASSWORD', 'Alias', 'Apr 9, 2026']],
  [1280, ['→ DB_MASTER_PASSWORD', 'Alias', 'Project', 'Apr 9, 2026']],
  [
    1600,
    [
      '→ DB_MASTER_PASSWORD',
      'Alias',
      'Project',
      'For psql in the maintenance shell',
      'Apr 9, 2026',
    ],
  ],
] as const

test('keys have room at any width, and as many facts as there is room for are shown', async ({
  page,
}) => {
  await page.goto(projectPath)
  await expect(tree(page)).toBeVisible()
  await eachRow(
    widths,
    ([width]) => `${width} pixels wide`,
    async ([width, facts]) => {
      await page.setViewportSize({ width, height: 900 })
      const shown = () =>
        row(page, 'PGPASSWORD')
          .getByRole('gridcell')
          .evaluateAll((cells) =>
            cells
              .slice(1, -1)
              .filter((cell) => cell.checkVisibility() && cell.querySelector('.sr-only') === null)
              .map((cell) => cell.textContent)
              .filter((text) => text !== ''),
          )
      await expect.poll(shown).toEqual(facts)
      expect(await sideways(page)).toBe(0)
      // A letter of these is 8 pixels wide: a key breaks where the window itself is too narrow for it.
      const narrow = await tree(page)
        .getByRole('link')
        .evaluateAll((links) =>
          links
            .filter((link) => link.getClientRects().length > 1)
            .filter((link) => link.textContent.length * 8 < innerWidth - 160)
            .map((link) => link.textContent),
        )
      expect(narrow).toEqual([])
    },
  )
})

test('a search marks what it found, and what is collapsed stays so through a reload', async ({
  page,
}) => {
  await test.step('what was found is marked, and why is said where no column shows it', async () => {
    await page.goto(projectPath)
    await searchBox(page).fill('refers pass')
    const found = row(page, 'SETTLEMENT_CONFIG')
    await expect(found).toContainText('Description: Refers to DB_MASTER_PASSWORD inside')
    await expect(found.locator('mark').filter({ visible: true })).toHaveText(['Refers', 'PASS'])
    await searchBox(page).fill('pgpass')
    await expect(row(page, 'PGPASSWORD').locator('mark')).toHaveText(['PGPASS'])
    // What it stands below was not found.
    await expect(row(page, 'DB_MASTER_PASSWORD').locator('mark')).toHaveCount(0)
  })
  await test.step('what is collapsed stays so through a reload', async () => {
    await page.goto(projectPath)
    await row(page, 'DB_MASTER_PASSWORD')
      .getByRole('button', { name: 'Hide what is below' })
      .click()
    await page.reload()
    await expect(row(page, 'DB_MASTER_PASSWORD')).toHaveAttribute('aria-expanded', 'false')
    await expect(row(page, 'PGPASSWORD')).toHaveCount(0)
  })
})

test(
  'the arrow keys go from a row into its cells and back, and keep to a column',
  engines,
  async ({ page }) => {
    await page.goto(projectPath)
    await tree(page).focus()
    await page.keyboard.press('ArrowDown')
    expect(await active(page)).toMatchObject({ role: 'row', key: 'STRIPE_API_KEY' })
    await page.keyboard.press('ArrowRight')
    expect(await active(page)).toMatchObject({ role: 'gridcell', column: '1' })
    await page.keyboard.press('ArrowRight')
    expect(await active(page)).toMatchObject({ column: '2', text: '→ CARD_GATEWAY_API_KEY' })
    await page.keyboard.press('ArrowDown')
    expect(await active(page)).toMatchObject({ column: '2', key: 'CLUSTER_REGION' })
    await page.keyboard.press('End')
    expect(await active(page)).toMatchObject({ column: '8', key: 'CLUSTER_REGION' })
    await page.keyboard.press('Enter')
    await expect(page.getByRole('menu', { name: 'Actions for CLUSTER_REGION' })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(tree(page)).toBeFocused()
    await page.keyboard.press('Home')
    await page.keyboard.press('ArrowLeft')
    expect(await active(page)).toMatchObject({ role: 'row', key: 'CLUSTER_REGION' })
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    // From the cell that names a target, to the target.
    await expect(page).toHaveURL(`${projectPath}/secret/${exampleId}`)
  },
)

test.describe('at 1,000 secrets', () => {
  test.use({ consoleSettings: { SANDBOX_SECRETS: '1000' }, viewport: { width: 1280, height: 600 } })

  test('the active row is always on the page, and Ctrl with Home and End leads to the first and the last', async ({
    page,
  }) => {
    await test.step('Ctrl with Home and End leads to the first and the last row, also from a cell', async () => {
      await page.goto(storefrontPath)
      await tree(page).focus()
      const last = Number(await tree(page).getAttribute('aria-rowcount'))
      const rowIndex = () =>
        tree(page).evaluate((grid) =>
          document
            .getElementById(grid.getAttribute('aria-activedescendant') ?? '')
            ?.closest('[role=row]')
            ?.getAttribute('aria-rowindex'),
        )
      await page.keyboard.press('Control+End')
      await expect.poll(rowIndex).toBe(String(last))
      await page.keyboard.press('Control+Home')
      await expect.poll(rowIndex).toBe('2')
      await page.keyboard.press('ArrowRight')
      await page.keyboard.press('ArrowRight')
      await page.keyboard.press('Control+End')
      await expect.poll(rowIndex).toBe(String(last))
      await expect.poll(async () => (await active(page)).column).toBe('2')
    })
    await test.step('the active row is always on the page, however far the list is scrolled', async () => {
      await page.goto(storefrontPath)
      await tree(page).focus()
      await page.keyboard.press('ArrowDown')
      const key = await activeKey(page)
      await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight / 2))
      await expect.poll(() => tree(page).getByRole('row').first().isVisible()).toBe(true)
      await expect.poll(() => activeKey(page)).toBe(key)
      const ids = await tree(page)
        .getByRole('row')
        .evaluateAll((rows) => rows.map(({ id }) => id).filter((id) => id !== ''))
      expect(new Set(ids).size).toBe(ids.length)
      // Whoever comes by keyboard goes on there.
      await page.getByRole('button', { name: 'Updated' }).focus()
      await page.keyboard.press('Shift+Tab')
      await tree(page).focus()
      await page.keyboard.press('ArrowUp')
      await expect(tree(page).getByRole('row').nth(1)).toBeInViewport()
    })
  })

  test('after an edit and after a deletion the list is where it was', async ({
    page,
    consoleServer,
  }) => {
    await test.step('after an edit the list is where it was, and the row is marked', async () => {
      await page.goto(storefrontPath)
      await tree(page).focus()
      await page.keyboard.press('End')
      for (const _ of '1234') await page.keyboard.press('PageUp')
      const key = (await activeKey(page)) ?? ''
      const scrolled = () => page.evaluate(() => scrollY)
      const before = await scrolled()
      expect(before).toBeGreaterThan(1000)
      await page.keyboard.press('Shift+F10')
      await page.getByRole('menuitem', { name: 'Edit' }).click()
      await page.getByRole('dialog').getByLabel('Description').fill('Edited where I am')
      await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
      await expect(page.getByRole('list', { name: 'Just done' })).toContainText(`${key} was saved`)
      await expect(tree(page)).toBeFocused()
      expect(await activeKey(page)).toBe(key)
      await expect(row(page, key)).toHaveAttribute('data-changed')
      await expect(row(page, key)).toBeInViewport({ ratio: 1 })
      expect(await scrolled()).toBe(before)
    })
    await forgetAll(page, consoleServer.url)
    await test.step('after a deletion the next row is active, and the list is where it was', async () => {
      await page.goto(storefrontPath)
      await expect(tree(page)).toBeVisible()
      await tree(page).focus()
      await page.keyboard.press('End')
      for (const _ of '12345') await page.keyboard.press('PageUp')
      // Nothing else goes with an alias.
      while (!(await activeKey(page))?.endsWith('_ALIAS')) await page.keyboard.press('ArrowDown')
      const key = (await activeKey(page)) ?? ''
      const at = await page.evaluate(() => scrollY)
      await page.keyboard.press('ArrowDown')
      const next = await activeKey(page)
      await page.keyboard.press('ArrowUp')
      await chooseAction(page, key, 'Delete')
      await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click()
      await expect(page.getByRole('list', { name: 'Just done' })).toContainText(
        `${key} was deleted`,
      )
      await expect(tree(page)).toBeFocused()
      await expect.poll(() => activeKey(page)).toBe(next)
      expect(Math.abs((await page.evaluate(() => scrollY)) - at)).toBeLessThan(120)
    })
  })
})

test('after a re-pointing its row is active, under its new ID', async ({ page }) => {
  await page.goto(projectPath)
  await chooseAction(page, 'PGPASSWORD', 'Re-point')
  await page.getByRole('dialog').getByLabel('New target').fill('SENTRY_DSN')
  await page.getByRole('dialog').getByRole('button', { name: 'Re-point' }).click()
  await expect(page.getByRole('list', { name: 'Just done' })).toContainText(
    'PGPASSWORD points at SENTRY_DSN now',
  )
  await expect(tree(page)).toBeFocused()
  await expect.poll(() => activeKey(page)).toBe('PGPASSWORD')
  await expect(row(page, 'PGPASSWORD')).toHaveAccessibleName(/points at SENTRY_DSN/)
  await expect(row(page, 'PGPASSWORD')).toHaveAttribute('data-changed')
})

test('a right click opens the row’s menu, and the browser’s own where a text is selected or a key is held', async ({
  page,
}) => {
  await page.goto(projectPath)
  const menu = page.getByRole('menu', { name: 'Actions for PGPASSWORD' })
  const cell = row(page, 'PGPASSWORD').getByRole('gridcell', { name: 'Project', exact: true })
  /** @returns whether the browser was left to open its own */
  const press = async (where: Locator, modifiers: 'Shift'[] = []) => {
    const opened = page.evaluate(
      () =>
        new Promise<boolean>((resolve) => {
          const told = (event: Event) => resolve(!event.defaultPrevented)
          addEventListener('contextmenu', told, { once: true })
        }),
    )
    await where.click({ button: 'right', modifiers })
    return opened
  }
  expect(await press(cell)).toBe(false)
  await expect(menu.getByRole('menuitem').first()).toBeFocused()
  // Where the pointer is, not where the row's button is.
  const [pressed, opened] = [await cell.boundingBox(), await menu.boundingBox()]
  expect(opened?.x).toBeCloseTo((pressed?.x ?? 0) + (pressed?.width ?? 0) / 2, -1)
  await page.keyboard.press('Escape')
  await expect(menu).toHaveCount(0)
  expect(await press(cell, ['Shift'])).toBe(true)
  await expect(menu).toHaveCount(0)
  await cell.evaluate((text) => getSelection()?.selectAllChildren(text))
  // On the text itself: a press elsewhere takes the selection away.
  expect(await press(cell.getByText('Project'))).toBe(true)
  await expect(menu).toHaveCount(0)
})
