import { expect, type Locator } from 'playwright/test'
import { exampleId } from '../pages/alias-form'
import { bulkPage, planBulk } from '../pages/bulk-page'
import { sideways } from '../pages/sideways'
import { test } from '../servers/console'
import { eachRow } from './rows'

const address = `/project/${exampleId}/bulk`
const long = `REPLICATION_${'OF_MANY_WORDS_'.repeat(7)}END`

/** Names of which a part is cut off by what they stand in. */
const cutIn = (box: Locator) =>
  box.locator('bdi').evaluateAll((names) =>
    names
      .filter((name) => {
        const around = name.closest('[role=cell], label > span')
        const boxes = [...name.getClientRects()]
        return [name, ...(around?.querySelectorAll('*') ?? []), around].some((each) => {
          if (!(each instanceof HTMLElement) || !each.contains(name)) return false
          if (getComputedStyle(each).overflowX === 'visible') return false
          const { left, right } = each.getBoundingClientRect()
          return boxes.some((part) => part.left < left - 1 || part.right > right + 1)
        })
      })
      .map(({ textContent }) => textContent),
  )

test('a long name is read whole in the rule, the plan and the report, on any screen', async ({
  page,
}) => {
  await eachRow(
    [1280, 950, 375],
    (width) => `${width} px wide`,
    async (width) => {
      await page.setViewportSize({ width, height: 800 })
      await page.goto(address)
      await page.getByLabel('Name secrets by a rule').check()
      await page.getByRole('textbox', { name: 'Prefix' }).fill(`${long}_`)
      const group = page.getByRole('group', { name: 'Secrets' })
      await expect(group).toContainText(`${long}_DB_MASTER_PASSWORD`)
      expect(await cutIn(group)).toEqual([])
      await page.getByLabel('Paste or drop a list').check()
      const lines = Array.from({ length: 60 }, (_, at) => `${long}_${width}_${at}=${long}`)
      const name = `${long}_${width}`
      await planBulk(page, address, [`${name}=DB_MASTER_PASSWORD`, ...lines].join('\n'))
      const bulk = bulkPage(page)
      await expect(bulk.plan.getByRole('cell', { name, exact: true })).toBeVisible()
      expect(await cutIn(bulk.plan)).toEqual([])
      await page.getByLabel('Rows of Plan').focus()
      await page.keyboard.press('End')
      await expect(
        bulk.plan.getByRole('cell', { name: `${name}_59`, exact: true }),
      ).toBeInViewport()
      await bulk.create.click()
      await bulk.report.waitFor()
      const results = page.getByRole('table', { name: 'Results' })
      await expect(results.getByRole('cell', { name, exact: true })).toBeVisible()
      expect(await cutIn(results)).toEqual([])
      expect(await sideways(page)).toBe(0)
      await bulk.button('Start another').click()
    },
  )
})
