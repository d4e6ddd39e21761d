import { expect, type Page } from 'playwright/test'
import { aliasForm, exampleId } from '../pages/alias-form'
import { engines } from '../browsers/any-engine'
import { callApi } from '../http/call-api'
import { test } from '../servers/console'
import type { PageGuard } from '../browsers/page-guard'

// Firefox ends a POST when somebody begins to leave the page, and the page lives on until the next one comes: it learns
// from the list that the alias was created, and says so to nobody.

const signal = () => {
  let give: () => void = () => undefined
  const given = new Promise<void>((resolve) => {
    give = resolve
  })
  return { give, given }
}

/** Creates an alias whose answer comes while the page is being left, and lets the next page come after that was drawn. */
const leaveWhileSending = async (
  page: Page,
  pageGuard: PageGuard,
  leave: () => Promise<unknown>,
) => {
  pageGuard.expectConsoleMessages(/^drawn$/)
  const [made, leaving, drawn] = [signal(), signal(), signal()]
  await page.route(/\/alias$/, async (route) => {
    const { port, pathname } = new URL(route.request().url())
    const { body } = await callApi(Number(port), {
      method: 'POST',
      path: pathname.replace('/api', ''),
      body: { key: 'LEFT_WHILE_SENDING' },
    })
    made.give()
    await leaving.given
    // Where the browser has ended it by now, nobody waits for the answer.
    await route.fulfill({ status: 201, json: body }).catch(() => undefined)
  })
  // Told by the page itself: a test that asks a page which is being left gets its answer from the next one.
  const told = page.waitForEvent('console', { predicate: (message) => message.text() === 'drawn' })
  await aliasForm(page)
    .result.or(aliasForm(page).preview)
    .evaluate((panel) => {
      new MutationObserver((_, observer) => {
        if (!panel.ownerDocument.body.textContent.includes('LEFT_WHILE_SENDING created')) return
        observer.disconnect()
        // oxlint-disable-next-line no-console -- the console is this test's way out of the page
        console.info('drawn')
      }).observe(panel.ownerDocument.body, { childList: true, subtree: true, characterData: true })
    })
  await aliasForm(page).create.click()
  await made.given
  await page.route(
    () => true,
    async (route) => {
      if (route.request().resourceType() !== 'document') return route.fallback()
      leaving.give()
      await drawn.given
      return route.continue()
    },
  )
  const left = leave()
  await leaving.given
  await told
  // Longer than anybody must look at an outcome for it to count as seen.
  await page.waitForTimeout(2500)
  drawn.give()
  await left
  await page.unrouteAll({ behavior: 'wait' })
}

test.beforeEach(async ({ page, pageGuard }) => {
  pageGuard.allowFailedLoads()
  await page.goto('/project')
  await page.goto(`/?project=${exampleId}&secret=${exampleId}&key=LEFT_WHILE_SENDING`)
  await expect(page.getByText('Free in this project')).toBeVisible()
})

test(
  'an alias that was created while its page was reloaded is told by the page that comes',
  engines,
  async ({ page, pageGuard }) => {
    await leaveWhileSending(page, pageGuard, () => page.reload())
    await expect(aliasForm(page).result).toContainText('LEFT_WHILE_SENDING created')
  },
)

test(
  'and by the form that is opened next, where somebody went elsewhere',
  engines,
  async ({ page, pageGuard }) => {
    await leaveWhileSending(page, pageGuard, () => page.goBack())
    await page.getByRole('link', { name: 'Create', exact: true }).click()
    await expect(aliasForm(page).result).toContainText('LEFT_WHILE_SENDING created')
  },
)

test('an outcome that somebody could see is told by no other page, and shown again where the form is loaded anew', async ({
  page,
}) => {
  const form = aliasForm(page)
  await form.create.click()
  await expect(form.created).toContainText('LEFT_WHILE_SENDING')
  // Two seconds in sight, and what it takes to store that.
  await expect.poll(() => page.evaluate(isSeen)).toBe(true)
  await page.reload()
  await expect(form.created).toContainText('LEFT_WHILE_SENDING')
  const told = page.getByRole('list', { name: 'Operations' })
  await expect(told).toHaveCount(0)
  await page.goto('/project')
  await expect(page.getByRole('link', { name: 'payments' })).toBeVisible()
  await expect(told).toHaveCount(0)
})

/** In the page: whether all that it remembers of operations was seen by somebody. */
const isSeen = () =>
  new Promise<boolean>((resolve, reject) => {
    const opened = indexedDB.open('alias-console-operations')
    opened.addEventListener('error', () => reject(new Error('no ledger')))
    opened.addEventListener('success', () => {
      const database = opened.result
      const entries = database.transaction('entries').objectStore('entries').getAll()
      entries.addEventListener('success', () => {
        database.close()
        resolve(entries.result.length > 0 && entries.result.every(({ isPast }) => isPast))
      })
    })
  })
