import { expect, type Locator, type Page } from 'playwright/test'
import { exampleId } from './alias-form'
import { expectNoAxeViolations } from './axe'
import { test } from './console'
import { picker } from './picker'
import { sideways } from './sideways'

// 1280 × 720 at 400 %.
test.use({ viewport: { width: 320, height: 180 } })

const projectPath = `/project/${exampleId}`
const open = async (page: Page, id: string, button: string) => {
  await page.goto(`${projectPath}/secret/${id}`)
  await page.getByRole('button', { name: button, exact: true }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toBeVisible()
  return dialog
}

/** Walks by Tab until an element has focus, each stop in sight. */
const walkTo = async (page: Page, to: Locator) => {
  await expect(async () => {
    await page.keyboard.press('Tab')
    await expect(page.locator(':focus')).toBeInViewport()
    await expect(to).toBeFocused({ timeout: 1 })
  }).toPass({ intervals: [0] })
  await expect(to).toBeInViewport({ ratio: 1 })
}

test('every choice of a list is seen, with the box that it belongs to', async ({ page }) => {
  await page.goto(`/?project=${exampleId}`)
  const { box, active, list } = picker(page, 'Secret')
  await box.focus()
  await page.keyboard.press('ArrowUp')
  await expect(list).toBeInViewport({ ratio: 1 })
  await expect(box).toBeInViewport()
  await expect.poll(async () => (await active())?.inSight).toBe(true)
  for (let step = 0; step < 4; step += 1) await page.keyboard.press('ArrowUp')
  await expect(page.locator('[role=option][aria-selected=true]').last()).toBeInViewport()
  expect(await sideways(page)).toBe(0)
})

const dialogs: [button: string, id: string, last: string][] = [
  ['Edit', exampleId, 'Cancel'],
  ['Delete', exampleId, 'Cancel'],
  ['Re-point', 'c1b7ed81-727a-4f98-ae9a-10ae4bc2fcf5', 'Cancel'],
]
for (const [button, id, last] of dialogs) {
  test(`the dialog of ${button} is walked to its end`, async ({ page }) => {
    const dialog = await open(page, id, button)
    await expectNoAxeViolations(page)
    await dialog.getByRole('textbox').or(dialog.getByRole('combobox')).first().focus()
    await walkTo(page, dialog.getByRole('button', { name: last }))
    const { width = 0, height = 0, x = 0, y = 0 } = (await dialog.boundingBox()) ?? {}
    expect(Math.min(x, y, 320 - x - width, 180 - y - height)).toBeGreaterThanOrEqual(0)
  })
}

test('a new target is chosen by keyboard, seen as it is walked', async ({ page }) => {
  const dialog = await open(page, 'c1b7ed81-727a-4f98-ae9a-10ae4bc2fcf5', 'Re-point')
  await dialog.getByRole('combobox').focus()
  await page.keyboard.press('ArrowDown')
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowDown')
  await expect(dialog.locator('[role=option][aria-selected=true]')).toBeInViewport({ ratio: 1 })
})
