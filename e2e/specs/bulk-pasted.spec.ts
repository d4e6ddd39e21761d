import { expect } from 'playwright/test'
import { exampleId } from '../pages/alias-form'
import { bulkPage, rowOf } from '../pages/bulk-page'
import { pasted } from './bulk-pasted'
import { test } from '../servers/console'

test('what people paste is planned as they mean it, whichever program it comes from', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto(`/project/${exampleId}/bulk`)
  const bulk = bulkPage(page)
  for (const { name, text, creates = {}, never = [], hides = [], says } of pasted) {
    await test.step(name, async () => {
      await bulk.aliases.fill('')
      await page.evaluate((copied) => navigator.clipboard.writeText(copied), text)
      await bulk.aliases.press('ControlOrMeta+v')
      await expect(bulk.aliases).toHaveValue(text)
      await bulk.makePlan.click()
      if (says !== undefined) await expect(page.getByText(says)).toBeVisible()
      if (Object.keys(creates).length > 0) await bulk.plan.waitFor()
      for (const [alias, target] of Object.entries(creates)) {
        const cells = rowOf(page, alias).getByRole('cell')
        await expect(cells.nth(2), alias).toHaveText(target)
        await expect(cells.nth(3), alias).toHaveText('create')
      }
      for (const alias of never) await expect(rowOf(page, alias), alias).toHaveCount(0)
      const change = bulk.button('Change input')
      if (await bulk.plan.isVisible()) {
        const shown = await page.getByRole('main').innerText()
        for (const hidden of hides) expect(shown).not.toContain(hidden)
        await change.click()
      }
    })
  }
})
