import { expect, type Page } from 'playwright/test'
import { activeKey, tree } from '../pages/project-list'
import { test } from '../servers/console'

const address = '/project/0211a0bc-3ea1-42d4-a114-84875613268f'

test.use({ consoleSettings: { SANDBOX_SECRETS: '1000' }, viewport: { width: 1280, height: 800 } })

/** Scrolls, and waits until what is there is drawn. */
const scrollDown = async (page: Page, top: number) => {
  await expect(tree(page)).toBeVisible()
  await page.evaluate((to) => scrollTo(0, to), top)
  await expect(tree(page).getByRole('link').first()).toBeVisible()
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(top)
}

/** Whether a press in the middle of what the keyboard is at would hit it: nothing lies over it. */
const isUncovered = (page: Page) =>
  tree(page).evaluate((grid) => {
    const focused = document.activeElement === grid ? null : document.activeElement
    const id = grid.getAttribute('aria-activedescendant') ?? ''
    const at = focused ?? document.getElementById(id)
    const box = at?.getBoundingClientRect()
    if (at === null || box === undefined) return false
    return [box.top + 2, box.bottom - 2].every((y) =>
      at.contains(document.elementFromPoint(box.left + box.width / 2, y)),
    )
  })

test('the heads of the columns stay in sight below the bar, and no row shows around them', async ({
  page,
}) => {
  await page.goto(address)
  await scrollDown(page, 5007)
  const bar = await page.getByRole('banner').boundingBox()
  const head = await tree(page).getByRole('row').first().boundingBox()
  // Its upper edge is under the bar's lower one.
  expect(head?.y).toBe((bar?.height ?? 0) - 1)
  const seen = await page.evaluate(
    ([left = 0, right = 0, top = 0, bottom = 0]) =>
      [left, left + 1, (left + right) / 2, right - 1].flatMap((x) =>
        [top + 2, bottom - 2].map(
          (y) => document.elementFromPoint(x, y)?.closest('[role=row][aria-level]')?.id ?? '',
        ),
      ),
    head === null ? [] : [head.x, head.x + head.width, head.y, head.y + head.height],
  )
  expect(new Set(seen)).toEqual(new Set(['']))
  await test.step('the keyboard is led to them, and the page stays where it is', async () => {
    await page.getByRole('checkbox', { name: 'Select all rows that are shown' }).focus()
    for (let step = 0; step < 4; step += 1) {
      await page.keyboard.press('Tab')
      expect(await page.evaluate(() => scrollY)).toBe(5007)
    }
  })
  await test.step('a press of one leads to what comes first in its order', async () => {
    await page.getByRole('columnheader', { name: 'Updated' }).getByRole('button').click()
    await expect(page).toHaveURL(`${address}?sort=-updated`)
    await expect(tree(page).locator('[aria-rowindex="2"]')).toBeInViewport({ ratio: 1 })
    await expect(tree(page).getByRole('row').first()).toBeInViewport({ ratio: 1 })
  })
  await test.step('also where they have just begun to cover it', async () => {
    const top = (await tree(page).boundingBox())?.y ?? 0
    await page.evaluate((by) => scrollBy(0, by), top - 5)
    await expect.poll(async () => (await tree(page).boundingBox())?.y).toBe(5)
    await page.getByRole('columnheader', { name: 'Key' }).getByRole('button').click()
    await expect.poll(async () => (await tree(page).boundingBox())?.y).toBeGreaterThan(47)
  })
})

test('what the keyboard is at is never below the heads of the columns', async ({ page }) => {
  await page.goto(address)
  await tree(page).focus()
  await page.keyboard.press('End')
  for (let step = 0; step < 30; step += 1) {
    await page.keyboard.press(step < 12 ? 'PageUp' : 'ArrowUp')
    await expect.poll(() => isUncovered(page), `after ${step + 1} keys`).toBe(true)
  }
  const key = (await activeKey(page)) ?? ''
  const active = tree(page).getByRole('row', { name: new RegExp(`^${key}(?:,|$)`) })
  /** Scrolls the row that was left under the heads. */
  const cover = async () => {
    const box = await active.boundingBox()
    await page.evaluate((by) => scrollBy(0, by), (box?.y ?? 0) - 49)
    await expect.poll(async () => (await active.boundingBox())?.y).toBeLessThan(51)
  }
  await test.step('nor the row that focus comes back to', async () => {
    await page.keyboard.press('Tab')
    await cover()
    await page.keyboard.press('Shift+Tab')
    await expect(tree(page)).toBeFocused()
    await expect.poll(() => isUncovered(page)).toBe(true)
  })
  await test.step('nor the button of a row', async () => {
    await cover()
    await page.getByRole('button', { name: `Actions for ${key}`, exact: true }).focus()
    await expect.poll(() => isUncovered(page)).toBe(true)
  })
})
