import { expect, type Locator, type Page } from 'playwright/test'
import { eachRow } from './rows'
import { exampleId } from '../pages/alias-form'
import { engines } from '../browsers/any-engine'
import { planBulk } from '../pages/bulk-page'
import { forgetAll } from '../pages/forget-all'
import { test } from '../servers/console'

const storefrontId = '0211a0bc-3ea1-42d4-a114-84875613268f'
const bulkPath = `/project/${storefrontId}/bulk`

/** What presses in the middle of what is seen of a list would hit, one in each frame from when it began to scroll. */
const hitWhileScrolling = (list: Locator) =>
  list.evaluate(async (element) => {
    const scroller =
      element.scrollHeight > element.clientHeight ? element : document.documentElement
    const scrolled = new Promise((resolve) => {
      addEventListener('scroll', resolve, { once: true, capture: true })
    })
    scroller.scrollBy(0, 300)
    await scrolled
    const hits: string[] = []
    for (let frames = 0; frames < 8; frames += 1) {
      await new Promise((resolve) => {
        requestAnimationFrame(resolve)
      })
      const { left, width, top, bottom } = element.getBoundingClientRect()
      const middle = (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2
      const hit = document.elementFromPoint(left + width / 2, middle)
      const row = hit?.closest('[role=row], [role=option], label')
      hits.push(row !== null && element.contains(row ?? null) ? 'row' : 'nothing')
    }
    return hits
  })

const lists: Record<string, (page: Page) => Promise<Locator>> = {
  'a project': async (page) => {
    await page.goto(`/project/${storefrontId}`)
    return page.getByRole('treegrid', { name: 'Secrets' })
  },
  'a plan': async (page) => {
    const lines = Array.from({ length: 300 }, (_, index) => `ROW_${index}=DATABASE_URL`)
    await planBulk(page, bulkPath, lines.join('\n'))
    return page.getByLabel('Rows of Plan')
  },
  'secrets to be named by a rule': async (page) => {
    await page.goto(bulkPath)
    await page.getByLabel('Name secrets by a rule').check()
    return page.getByRole('group', { name: 'Secrets' }).locator('> *')
  },
  choices: async (page) => {
    await page.goto(`/?project=${storefrontId}`)
    await page.getByRole('combobox', { name: 'Secret' }).click()
    const list = page.getByRole('listbox', { name: 'Secrets' })
    await list.getByRole('option').first().waitFor()
    return list.filter({ visible: true })
  },
}

test.describe('at 1,000 secrets', () => {
  test.use({ consoleSettings: { SANDBOX_SECRETS: '1000' } })

  test('a list takes presses while it scrolls', engines, async ({ page, consoleServer }) => {
    await eachRow(
      Object.entries(lists),
      ([what]) => `a list of ${what}`,
      async ([, open]) => {
        await forgetAll(page, consoleServer.url)
        const list = await open(page)
        await expect(list).toBeVisible()
        expect(new Set(await hitWhileScrolling(list))).toEqual(new Set(['row']))
      },
    )
  })

  test('a page of many rows is as high before they are read as after', async ({
    page,
    consoleServer,
  }) => {
    await eachRow(
      [1280, 375],
      (width) => `${width} px wide`,
      async (width) => {
        await forgetAll(page, consoleServer.url)
        await page.setViewportSize({ width, height: 800 })
        await page.goto(`/project/${storefrontId}`)
        const tree = page.getByRole('treegrid', { name: 'Secrets' })
        await expect(tree).toBeVisible()
        const height = () => tree.evaluate((element) => element.scrollHeight)
        const before = await height()
        const rows = Number(await tree.getAttribute('aria-rowcount'))
        // Every row once: what was drawn is measured.
        await page.evaluate(async () => {
          for (let top = 0; top < document.documentElement.scrollHeight; top += 700) {
            scrollTo(0, top)
            await new Promise((resolve) => setTimeout(resolve, 30))
          }
        })
        await tree.focus()
        await page.keyboard.press('End')
        await expect(tree.locator(`[aria-rowindex="${rows}"]`)).toBeInViewport()
        // On a phone a row with a button is a little higher than others.
        expect(Math.abs((await height()) / before - 1)).toBeLessThan(0.03)
      },
    )
  })
})

test('a project’s page is no higher than its rows', async ({ page }) => {
  await page.goto(`/project/${exampleId}`)
  const tree = page.getByRole('treegrid', { name: 'Secrets' })
  await expect(tree).toBeVisible()
  const { rows, body } = await tree.evaluate((element) => {
    const heightOf = (selector: string) =>
      [...element.querySelectorAll(selector)].reduce(
        (sum, each) => sum + each.getBoundingClientRect().height,
        0,
      )
    return { rows: heightOf('[role=row]'), body: heightOf('[role=rowgroup]') }
  })
  expect(body).toBe(rows)
})
