import type { Locator, Page } from 'playwright/test'

/** The controls of the bulk page by the names that people know them by. */
export const bulkPage = (page: Page) => {
  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true })
  return {
    aliases: page.getByRole('textbox', { name: 'Aliases', exact: true }),
    makePlan: button('Make plan'),
    plan: page.getByRole('table', { name: 'Plan' }),
    verdicts: page.getByRole('group', { name: 'Verdicts' }),
    create: button(/^Create [\d,]+ alias/),
    results: page.getByRole('group', { name: 'Results' }),
    report: page.getByRole('heading', { name: 'Report' }),
    progress: page.getByRole('progressbar'),
    button,
  }
}

/** A row of a table, by the alias that it is about. */
export const rowOf = (page: Page, alias: string) =>
  page.getByRole('row').filter({ has: page.getByRole('cell', { name: alias, exact: true }) })

/**
 * Puts a text of any length into a box, as a paste does. An engine types a text line by line, and each over all that is
 * there: 600 lines take five seconds.
 */
export const putText = (box: Locator, text: string) =>
  box.evaluate((element, value) => {
    // By the browser's own setter, so that the page notices.
    Reflect.set(HTMLTextAreaElement.prototype, 'value', value, element)
    element.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }))
  }, text)

/** Opens the bulk page of a project, and makes a plan of a text. */
export const planBulk = async (page: Page, address: string, text: string) => {
  await page.goto(address)
  const bulk = bulkPage(page)
  await putText(bulk.aliases, text)
  await bulk.makePlan.click()
  await bulk.plan.waitFor()
  return bulk
}
