import { expect, type Page } from 'playwright/test'
import { aliasForm, exampleId } from '../pages/alias-form'
import { planBulk } from '../pages/bulk-page'
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

const pages: Record<string, (page: Page) => Promise<void>> = {
  'the form': async (page) => {
    await page.goto(`/?project=${exampleId}&secret=${exampleId}`)
    await expect(aliasForm(page).key).toBeVisible()
    await expect(page.getByText('Such as')).toBeVisible()
  },
  'a list': async (page) => {
    await page.goto(project)
    await expect(page.getByRole('treegrid')).toBeVisible()
  },
  'a secret': async (page) => {
    await page.goto(`${project}/secret/${exampleId}`)
    await expect(page.getByRole('article', { name: 'Fields' })).toBeVisible()
  },
  'a dialog': async (page) => {
    await page.getByRole('button', { name: 'Edit', exact: true }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
  },
  'a plan': async (page) => {
    await planBulk(page, `${project}/bulk`, 'A_1=DB_MASTER_PASSWORD\nb-2=SENTRY_DSN')
  },
  'the choice of a project': async (page) => {
    await page.goto('/project')
    await expect(page.getByRole('link', { name: 'payments' })).toBeVisible()
  },
}

test('focus is seen wherever the keyboard leads', async ({ page }) => {
  await eachRow(
    Object.entries(pages),
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
