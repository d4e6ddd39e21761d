import { expect } from 'playwright/test'
import { exampleId } from '../pages/alias-form'
import { expectNoAxeViolations } from '../pages/axe'
import { test } from '../servers/console'

// 1280 × 720 at 400 %.
test.use({ viewport: { width: 320, height: 180 } })

const key = 'DB_MASTER_PASSWORD'

test('the menu of a row is reached to its end by pointer and by keyboard, and a small scroll leaves it open', async ({
  page,
}) => {
  await page.goto(`/project/${exampleId}`)
  const more = page.getByRole('button', { name: `Actions for ${key}` })
  const menu = page.getByRole('menu', { name: `Actions for ${key}` })
  const items = menu.getByRole('menuitem')
  await expect(async () => {
    await page.mouse.wheel(0, 60)
    await expect(more).toBeInViewport({ ratio: 1, timeout: 200 })
  }).toPass()
  for (const open of [() => more.click(), () => more.press('Enter')]) {
    await open()
    await expect(items.first()).toBeFocused()
    await expect(menu).toBeInViewport({ ratio: 1 })
    await expectNoAxeViolations(page)
    await page.mouse.wheel(0, 3)
    await page.evaluate(() => new Promise(requestAnimationFrame))
    await expect(menu).toBeInViewport({ ratio: 1 })
    for (const item of await items.all()) {
      await expect(item).toBeFocused()
      await expect(item).toBeInViewport({ ratio: 0.99 })
      await page.keyboard.press('ArrowDown')
    }
    await expect(items.first()).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(menu).toBeHidden()
  }
  await more.click()
  await menu.hover()
  await page.mouse.wheel(0, 1000)
  await items.last().click()
  await expect(page.getByRole('dialog', { name: `Delete ${key}?` })).toBeVisible()
})

test('at 768 pixels the bar is one line, with every word in it whole', async ({ page }) => {
  await page.setViewportSize({ width: 768, height: 600 })
  await page.goto(`/project/${exampleId}`)
  const bar = page.getByRole('banner')
  await expect(bar.getByRole('button', { name: 'Go to' })).toBeVisible()
  const boxes = await bar.locator('a, button, select').evaluateAll((all) =>
    all.map((each) => ({
      middle: Math.round(each.getBoundingClientRect().top + each.clientHeight / 2),
      isCut: each.scrollWidth > each.clientWidth && each.clientWidth > 0,
    })),
  )
  expect(boxes.length).toBeGreaterThan(7)
  expect(boxes.filter(({ middle, isCut }) => isCut || Math.abs(middle - 24) > 4)).toEqual([])
})
