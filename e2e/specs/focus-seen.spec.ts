import { expect, type Page } from 'playwright/test'
import { aliasForm, exampleId } from '../pages/alias-form'
import { commonPages } from '../pages/common-pages'
import { test } from '../servers/console'
import { eachRow } from './rows'

const project = `/project/${exampleId}`

/** What has focus, as it would be called, where nothing around it shows so. */
const unseen = (page: Page) =>
  page.evaluate(() => {
    const focused = document.activeElement
    if (focused === null || focused === document.body) return null
    // What is read out, and not operated, needs none.
    if (focused.matches('main, h1, h2, p')) return null
    const shows = (each: Element) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(each)
      return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2
    }
    const inside = focused.getAttribute('aria-activedescendant')
    const active = inside === null ? null : document.getElementById(inside)
    const around = [
      focused,
      focused.closest('label'),
      active,
      active?.closest('[role=row]') ?? null,
    ]
    if (around.some((each) => each !== null && shows(each))) return null
    return `${focused.localName}.${focused.className} “${focused.textContent.slice(0, 30)}”`
  })

test('focus is seen wherever the keyboard leads', async ({ page }) => {
  await eachRow(
    Object.entries(commonPages),
    ([name]) => name,
    async ([, open]) => {
      await open(page)
      for (let step = 0; step < 40; step += 1) {
        await page.keyboard.press('Tab')
        expect(await unseen(page), `after ${step + 1} Tabs`).toBeNull()
      }
    },
  )
  await test.step('a row’s menu', async () => {
    await page.goto(project)
    await page.getByRole('button', { name: 'Actions for DB_MASTER_PASSWORD' }).focus()
    await page.keyboard.press('Enter')
    for (const key of ['ArrowDown', 'ArrowDown', 'End', 'Home']) {
      await page.keyboard.press(key)
      await expect(page.locator('[role=menuitem]:focus')).toBeVisible()
      expect(await unseen(page), key).toBeNull()
    }
  })
  await test.step('a list of options', async () => {
    await page.goto('/')
    await page.locator('form[data-ready]').waitFor()
    await aliasForm(page).project.focus()
    await page.keyboard.press('ArrowDown')
    await expect(page.getByRole('listbox').getByRole('option').first()).toBeVisible()
    expect(await unseen(page)).toBeNull()
  })
})
