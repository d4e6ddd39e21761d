import { expect, type Page } from 'playwright/test'
import { eachRow } from './rows'
import { aliasForm, createAlias, exampleId } from '../pages/alias-form'
import { engines } from '../browsers/any-engine'
import { expectNoAxeViolations } from '../pages/axe'
import { forgetAll } from '../pages/forget-all'
import { planBulk } from '../pages/bulk-page'
import { test } from '../servers/console'

// As browsers do where somebody blocks cookies and site data for a site, or for all.

const all = [
  'localStorage',
  'sessionStorage',
  'BroadcastChannel',
  'locks',
  'lock requests',
  'indexedDB',
]

const neededByJobs = ['locks', 'lock requests', 'indexedDB']

const block = (page: Page, names: readonly string[]) =>
  page.addInitScript((blocked) => {
    const refuse = () => {
      throw new DOMException('The operation is insecure.', 'SecurityError')
    }
    const ways: Record<string, () => void> = {
      // Chromium gives out the locks, and rejects what is asked of them.
      'lock requests': () =>
        Object.assign(LockManager.prototype, {
          request: async () => refuse(),
          query: async () => refuse(),
        }),
      locks: () => Object.defineProperty(Navigator.prototype, 'locks', { get: refuse }),
      BroadcastChannel: () =>
        Object.assign(window, {
          BroadcastChannel: new Proxy(BroadcastChannel, { construct: refuse }),
        }),
    }
    // The empty page before the first one has no locks.
    if (!isSecureContext) return
    for (const name of blocked) {
      const way = ways[name] ?? (() => Object.defineProperty(window, name, { get: refuse }))
      way()
    }
  }, names)

/** Makes an alias by the console's own API. @returns its path */
const makeAlias = async (page: Page, key: string) => {
  const answer = await page.request.post(`/api/project/${exampleId}/secret/${exampleId}/alias`, {
    headers: { authorization: 'Token qov_sandbox', 'idempotency-key': crypto.randomUUID() },
    data: { key },
  })
  expect(answer.status()).toBe(201)
  const { id }: { id: string } = await answer.json()
  return `/project/${exampleId}/secret/${id}`
}

/** Creates and takes back, changes what is there, and looks at a project. */
const doEverything = async (page: Page, keys = 'PG') => {
  const aliasPath = await makeAlias(page, `${keys}_BEFORE`)
  const after = `${keys}_PASSWORD`
  const form = await createAlias(page, 'KEPT_NOWHERE')
  await expect(form.created).toContainText('KEPT_NOWHERE')
  await form.result.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('heading', { name: 'KEPT_NOWHERE was deleted' })).toBeFocused()
  await page.getByRole('combobox', { name: 'Theme' }).selectOption('Dark')
  await expect(page.getByRole('combobox', { name: 'Theme' })).toHaveValue('dark')

  await page.goto(aliasPath)
  const dialog = page.getByRole('dialog')
  await page.getByRole('button', { name: 'Edit' }).click()
  await dialog.getByRole('textbox', { name: 'Key' }).fill(after)
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('heading', { name: `${after} was saved` })).toBeFocused()
  await page.getByRole('button', { name: 'Re-point' }).click()
  await dialog.getByLabel('New target').fill('TLS_BUNDLE')
  await dialog.getByRole('button', { name: 'Re-point' }).click()
  await expect(
    page.getByRole('heading', { name: `${after} points at TLS_BUNDLE now` }),
  ).toBeVisible()
  await page.getByRole('navigation').getByRole('link', { name: 'Secrets' }).click()
  await page.getByRole('navigation').getByRole('link', { name: 'Bulk' }).click()
}

/** Plans a job and presses its button. */
const startJob = async (page: Page, keys = 'PG') => {
  const bulk = await planBulk(
    page,
    `/project/${exampleId}/bulk`,
    `${keys}_A=SENTRY_DSN\n${keys}_B=SENTRY_DSN`,
  )
  await bulk.create.click()
  return bulk
}

const expectNoJob = async (page: Page, keys = 'PG') => {
  const posts: string[] = []
  page.on('request', (request) => posts.push(request.method()))
  const bulk = await startJob(page, keys)
  await expect(page.getByRole('status').filter({ hasText: 'Not started' })).toContainText(
    /Nothing was sent\. This browser keeps nothing for this site.*no job is run/,
  )
  await expect(bulk.create).not.toHaveAttribute('aria-disabled', 'true')
  await expectNoAxeViolations(page)
  expect(posts).not.toContain('POST')
}

/** Tries each in a page of its own: what is blocked in a page stays blocked. */
const eachRefused = (first: Page, origin: string, names: string[], end: typeof expectNoJob) =>
  eachRow(
    names,
    (name) => `where ${name} is refused`,
    async (name) => {
      await forgetAll(first, origin)
      const page = await first.context().newPage()
      try {
        await block(page, [name])
        const keys = name.toUpperCase().replaceAll(' ', '_')
        await doEverything(page, keys)
        await end(page, keys)
      } finally {
        await page.close()
      }
    },
  )

test('where one of those is refused that no job needs, everything works', async ({
  page: first,
  consoleServer,
}) => {
  const names = all.filter((name) => !neededByJobs.includes(name))
  await eachRefused(first, consoleServer.url, names, async (page, keys) => {
    const bulk = await startJob(page, keys)
    await expect(bulk.report).toBeVisible()
  })
})

test('where one of those is refused that a job needs, everything else works', async ({
  page,
  consoleServer,
}) => {
  await eachRefused(page, consoleServer.url, neededByJobs, expectNoJob)
})

test(
  'where a browser keeps nothing for the site, the page is alive, and says that no job can be run',
  engines,
  async ({ page }) => {
    await block(
      page,
      all.filter((name) => name !== 'locks'),
    )
    await doEverything(page)
    await expectNoJob(page)
    await page.goto('/')
    await aliasForm(page).key.fill('TYPED')
    await expect(aliasForm(page).preview).toContainText('TYPED')
  },
)
