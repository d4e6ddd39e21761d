import { expect } from 'playwright/test'
import { exampleId } from '../pages/alias-form'
import { test } from '../servers/console'
import { combobox } from './aria-practices/combobox'
import { modalDialog } from './aria-practices/dialog'
import { menuButton } from './aria-practices/menu-button'
import { treegrid } from './aria-practices/treegrid'

// Wide and high enough for every column and every row.
test.use({ viewport: { width: 1600, height: 1000 } })

const list = `/project/${exampleId}`

// Source: https://www.w3.org/WAI/ARIA/apg/patterns/
for (const [pattern, address, practices, isReady] of [
  ['treegrid', list, treegrid, 'WEBHOOK_SIGNING_SECRET'],
  ['combobox', `/?project=${exampleId}`, combobox, /^Refreshed/],
  ['menu button', list, menuButton, 'WEBHOOK_SIGNING_SECRET'],
  ['modal dialog', list, modalDialog, 'WEBHOOK_SIGNING_SECRET'],
] as const) {
  test(`the ${pattern} does what the ARIA authoring practices say`, async ({ page, context }) => {
    await context.grantPermissions(['clipboard-write'])
    await page.goto(address)
    await expect(page.getByText(isReady)).toBeVisible()
    for (const [behaviour, shown] of practices) {
      if (typeof shown === 'string')
        await test.step(`${behaviour}: not applicable. ${shown}`, () => {})
      else await test.step(behaviour, () => shown(page))
    }
  })
}
