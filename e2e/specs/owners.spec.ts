import { expect, type Page } from 'playwright/test'
import { eachRow } from './rows'
import { expectNoAxeViolationsInBothThemes } from '../pages/axe'
import { exampleId } from '../pages/alias-form'
import { bulkPage } from '../pages/bulk-page'
import { forgetAll } from '../pages/forget-all'
import { sideways } from '../pages/sideways'
import { test } from '../servers/console'

// Environments and services of the sandbox: what they own is seen and changed as a project's secrets are.

const production = '6513270e-269e-4d37-b2a7-4de452e6b438'
const services = {
  application: 'b6c5678e-4134-4919-8087-afb7a341039f',
  container: '67372389-b00f-4b84-86eb-90fe96649e58',
  job: 'a71d9293-8bb4-4b6d-8129-68f007e5ef8f',
  helm: 'c3141213-5bd6-4420-8db5-43cecb3cc959',
  terraform: '03629be1-a09a-4821-ba2c-d03fd52d25c9',
  agentic_workflow: '5b067970-8cd7-45ac-a71f-2027746ee14f',
}
const project = `/project/${exampleId}`
const environment = `${project}/environment/${production}`
const owners = [
  { kind: 'environment', path: environment, api: `/api/environment/${production}/secret` },
  ...Object.entries(services).map(([kind, id]) => ({
    kind,
    path: `${environment}/${kind}/${id}`,
    api: ['application', 'container', 'job'].includes(kind)
      ? `/api/${kind}/${id}/secret`
      : `/api/variable?parent_id=${id}&scope=${kind.toUpperCase()}`,
  })),
]

const ofProject = { kind: 'project', path: project, api: `/api/project/${exampleId}/secret` }

const tree = (page: Page) => page.getByRole('treegrid', { name: 'Secrets' })
const row = (page: Page, key: string) =>
  tree(page).getByRole('row', { name: new RegExp(`^${key},`) })
const heading = (page: Page) => page.getByRole('heading', { level: 1 })
const crumbs = (page: Page) => page.getByRole('navigation', { name: 'Breadcrumbs' })

/** Makes an alias of the example by the console's own API. @returns its id */
const makeAlias = async (page: Page, { kind, api }: (typeof owners)[number], key: string) => {
  const [, id] = /\/api\/\w+\/([^/]+)\/secret/.exec(api) ?? /parent_id=([^&]+)/.exec(api) ?? []
  const isDedicated = !api.includes('/variable')
  const answer = await page.request.post(
    isDedicated ? `${api}/${exampleId}/alias` : `/api/variable/${exampleId}/alias`,
    {
      headers: { authorization: 'Token qov_sandbox', 'idempotency-key': crypto.randomUUID() },
      data: {
        key,
        ...(isDedicated ? {} : { alias_scope: kind.toUpperCase(), alias_parent_id: id }),
      },
    },
  )
  expect(answer.status()).toBe(201)
  const made: { id: string } = await answer.json()
  return made.id
}

const listOf = async (page: Page, { api }: (typeof owners)[number]) => {
  const list = await page.request.get(api, { headers: { authorization: 'Token qov_sandbox' } })
  return list.text()
}

test('the way leads from a project to its environments and services, and back', async ({
  page,
}) => {
  await page.goto(project)
  await page.getByText('Environments and services').click()
  await expect(page.getByText('Production', { exact: true })).toBeVisible()
  await expect(page.getByText(/A database owns no variables/).first()).toBeVisible()
  await expect(page.getByRole('link', { name: 'refund-agent-run-4821' })).toBeHidden()
  await page.getByText('1 throwaway clone').click()
  await expect(page.getByRole('link', { name: 'refund-agent-run-4821' })).toBeVisible()
  await page.getByRole('link', { name: 'ingress' }).click()
  await expect(page).toHaveURL(`${environment}/helm/${services.helm}`)
  await expect(heading(page)).toHaveText('ingress')
  await crumbs(page).getByRole('link', { name: 'production' }).click()
  await expect(heading(page)).toHaveText('production')
  await crumbs(page).getByRole('link', { name: 'payments' }).click()
  await expect(heading(page)).toHaveText('payments')
})

test('what an environment or a service owns is seen, edited, re-pointed and deleted, and that is undone', async ({
  page,
  consoleServer,
}) => {
  await eachRow(
    owners,
    ({ kind }) => `an owner of kind ${kind}`,
    async (owner) => {
      // What was undone for the row before would stand above this one's list.
      await forgetAll(page, consoleServer.url)
      const fresh = `FRESH_${owner.kind}`
      const renamed = `RENAMED_${owner.kind}`
      const id = await makeAlias(page, owner, fresh)
      await page.goto(owner.path)
      await expect(row(page, fresh)).toBeVisible()
      await page.goto(`${owner.path}/secret/${id}`)
      await expect(heading(page)).toHaveText(fresh)

      await page.getByRole('button', { name: 'Edit', exact: true }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel('Key').fill(renamed)
      await dialog.getByRole('button', { name: 'Save' }).click()
      await expect(heading(page)).toHaveText(renamed)
      const undo = page.getByRole('button', { name: 'Undo', exact: true })
      await undo.click()
      await expect(heading(page)).toHaveText(fresh)

      await page.getByRole('button', { name: 'Re-point', exact: true }).click()
      await dialog.getByRole('combobox').fill('CARD_GATEWAY_API_KEY')
      await dialog.getByRole('combobox').press('Enter')
      await dialog.getByRole('button', { name: 'Re-point' }).click()
      await expect(
        page.getByRole('heading', { name: `${fresh} points at CARD_GATEWAY_API_KEY now` }),
      ).toBeVisible()
      // It has a page of its own under its new ID.
      await expect(page).not.toHaveURL(new RegExp(id))
      const moved = page.url()
      await undo.click()
      await expect(
        page.getByRole('heading', { name: `${fresh} points at DB_MASTER_PASSWORD now` }),
      ).toBeVisible()
      // So has what was pointed back.
      await expect(page).not.toHaveURL(moved)
      await expect(heading(page)).toHaveText(fresh)

      await page.getByRole('button', { name: 'Delete', exact: true }).click()
      await dialog.getByText('Recreate it later').click()
      await expect(dialog.getByRole('region', { name: 'Commands' })).toContainText(
        owner.api.includes('/variable') ? /\/api\/variable\/[\w-]+\/alias/ : `${owner.api}/`,
      )
      await dialog.getByRole('button', { name: 'Delete' }).click()
      const deleted = page.getByRole('heading', { name: `${fresh} was deleted` })
      await expect(deleted).toBeVisible()
      expect(await listOf(page, owner)).not.toContain(fresh)
      await deleted.locator('..').getByRole('button', { name: 'Undo' }).click()
      await expect.poll(() => listOf(page, owner)).toContain(fresh)
      // What is back is shown.
      await expect(heading(page)).toHaveText(fresh)
    },
  )
})

test('what an environment or a service owns is re-pointed, described and deleted as one plan, and brought back', async ({
  page,
  consoleServer,
}) => {
  const title = (name: string) => page.getByRole('heading', { name, exact: true })
  const { button } = bulkPage(page)
  await eachRow(
    owners.filter(({ kind }) => ['environment', 'container', 'terraform'].includes(kind)),
    ({ kind }) => `in an owner of kind ${kind}`,
    async (owner) => {
      await forgetAll(page, consoleServer.url)
      const keys = ['ONE', 'TWO'].map((number) => `${number}_OF_${owner.kind}`)
      for (const key of keys) await makeAlias(page, owner, key)
      const choose = async (action: string) => {
        await page.goto(owner.path)
        for (const key of keys)
          await page.getByRole('checkbox', { name: `Select ${key}`, exact: true }).check()
        await page
          .getByRole('region', { name: 'Selected rows' })
          .getByRole('button', { name: action })
          .click()
      }
      await choose('Re-point')
      await page.getByRole('combobox', { name: 'New target' }).fill('CARD_GATEWAY_API_KEY')
      await button('Re-point 2 aliases').click()
      await expect(title('2 re-pointed')).toBeVisible()
      expect(await listOf(page, owner)).toContain('CARD_GATEWAY_API_KEY')
      await button('Undo this job').click()
      await page.getByRole('dialog').getByRole('button', { name: 'Undo them' }).click()
      await expect(title('2 changes undone')).toBeVisible()
      await choose('Edit descriptions')
      await page.getByRole('textbox', { name: /^Description of all/ }).fill(`For ${owner.kind}`)
      await button('Save 2 descriptions').click()
      await expect(title('2 saved')).toBeVisible()
      expect(await listOf(page, owner)).toContain(`For ${owner.kind}`)
      await choose('Delete')
      await button('Delete 2 rows').click()
      await expect(title('2 deleted')).toBeVisible()
      for (const key of keys) expect(await listOf(page, owner)).not.toContain(key)
      await button('Undo this job').click()
      await page.getByRole('dialog').getByRole('button', { name: 'Undo them' }).click()
      await expect(title('2 changes undone')).toBeVisible()
      for (const key of keys) expect(await listOf(page, owner)).toContain(key)
    },
  )
})

test('what is inherited is shown where somebody wants to see it, and changed through its owner', async ({
  page,
}) => {
  await page.goto(environment)
  await expect(row(page, 'FEATURE_FLAGS_TOKEN')).toBeVisible()
  await expect(row(page, 'PGPASSWORD')).toHaveCount(0)
  await page.getByRole('switch', { name: /Show inherited/ }).check()
  await expect(page).toHaveURL(`${environment}?inherited=1`)
  await expect(row(page, 'PGPASSWORD')).toBeVisible()
  await row(page, 'CARD_GATEWAY_API_KEY')
    .getByRole('button', { name: /^Actions/ })
    .click()
  await page.getByRole('menuitem', { name: 'Edit' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('It belongs to the project payments')
  await dialog.getByLabel('Description').fill('Edited from further in')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('CARD_GATEWAY_API_KEY was saved')).toBeVisible()
  expect(await listOf(page, ofProject)).toContain('Edited from further in')
  await expectNoAxeViolationsInBothThemes(page)

  await row(page, 'PGPASSWORD')
    .getByRole('button', { name: /^Actions/ })
    .click()
  await page.getByRole('menuitem', { name: 'Re-point' }).click()
  await expect(dialog).toContainText('It belongs to the project payments')
  await expectNoAxeViolationsInBothThemes(page)
  await dialog.getByLabel('New target').fill('TLS_BUNDLE')
  // The project's list comes after the environment's, which has the new alias already.
  await page.route(`**/api${project}/secret`, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 500))
    await route.continue()
  })
  await page.evaluate(() => {
    new MutationObserver(() => {
      const count = document.querySelectorAll('[role=row][aria-label^="PGPASSWORD,"]').length
      if (count > 1) document.documentElement.dataset['twice'] = ''
    }).observe(document.body, { childList: true, subtree: true })
  })
  await dialog.getByRole('button', { name: 'Re-point' }).click()
  await expect(
    page.locator('[data-changed][aria-label^="PGPASSWORD, points at TLS"]'),
  ).toBeVisible()
  await page.unroute(`**/api${project}/secret`)
  await expect(page.locator('html[data-twice]')).toHaveCount(0)
  await expect(row(page, 'PGPASSWORD')).toContainText('TLS_BUNDLE')
  await row(page, 'PGPASSWORD')
    .getByRole('button', { name: /^Actions/ })
    .click()
  await page.getByRole('menuitem', { name: 'Delete' }).click()
  await expect(dialog).toContainText('It belongs to the project payments')
  await expectNoAxeViolationsInBothThemes(page)
  await dialog.getByRole('button', { name: 'Delete' }).click()
  await expect(row(page, 'PGPASSWORD')).toHaveCount(0)
  expect(await listOf(page, ofProject)).not.toContain('"PGPASSWORD"')
})

test('a deletion says what has the name then, in its dialog and in a plan, and a secret’s page leads to its equals', async ({
  page,
}) => {
  const key = 'WEBHOOK_SIGNING_SECRET'
  const then = `checkout-api then gets the project’s ${key}.`
  const checkout = `${environment}/application/${services.application}`
  await page.goto(checkout)
  await row(page, key).getByRole('link', { name: key }).click()
  await page.getByRole('link', { name: 'the one at project scope' }).click()
  await expect(page.getByText('A narrower one has effect, and hides this one.')).toBeVisible()
  await page.goBack()
  await expect(page.getByText('This one has effect.')).toBeVisible()
  await page.getByRole('button', { name: 'Delete', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText(then)
  await expectNoAxeViolationsInBothThemes(page)
  await dialog.getByRole('button', { name: 'Cancel' }).click()

  await page.goto(checkout)
  await page.getByRole('checkbox', { name: `Select ${key}`, exact: true }).check()
  await page
    .getByRole('region', { name: 'Selected rows' })
    .getByRole('button', { name: 'Delete', exact: true })
    .click()
  await expect(bulkPage(page).plan).toContainText(then)
  await expect(page.getByText('it gets that one instead')).toBeVisible()
  // An override gives way to what it overrides.
  await page.goto(`${project}/secret/7f9208d0-7694-432a-baed-6ced89dbade1`)
  await page.getByRole('button', { name: 'Delete', exact: true }).click()
  await expect(dialog).toContainText('payments then gets the built-in REGISTRY_PASSWORD.')
})

test('axe finds nothing on the pages of environments and services, light and dark', async ({
  page,
}) => {
  await page.goto(project)
  await page.getByText('Environments and services').click()
  await page.getByText('1 throwaway clone').click()
  await expectNoAxeViolationsInBothThemes(page)
  await page.goto(`${environment}?inherited=1`)
  await page.getByText(/^Services/).click()
  for (const width of [320, 768, 1920]) {
    await page.setViewportSize({ width, height: 800 })
    await expect(row(page, 'CARD_GATEWAY_API_KEY')).toBeAttached()
    await expectNoAxeViolationsInBothThemes(page)
    expect(await sideways(page)).toBeLessThanOrEqual(0)
  }
})

test('axe finds nothing on the pages of a service, of its secrets, and where aliases are copied, at any width, light and dark', async ({
  page,
}) => {
  const service = `${environment}/application/${services.application}`
  await page.goto(`${service}?inherited=1`)
  const link = row(page, 'CHECKOUT_SESSION_KEY').getByRole('link', { name: 'CHECKOUT_SESSION_KEY' })
  const secret = String(await link.getAttribute('href'))
  await eachRow(
    [
      [`${service}?inherited=1`, () => expect(row(page, 'CARD_GATEWAY_API_KEY')).toBeAttached()],
      [secret, () => expect(heading(page)).toHaveText('CHECKOUT_SESSION_KEY')],
      [
        `${service}/bulk?copy`,
        () =>
          expect(page.getByLabel('Copy the aliases of', { exact: true })).toHaveValue(
            services.application,
          ),
      ],
    ] as const,
    ([path]) => path,
    async ([path, isThere]) => {
      await page.goto(path)
      for (const width of [320, 768, 1920]) {
        await page.setViewportSize({ width, height: 800 })
        await isThere()
        await expectNoAxeViolationsInBothThemes(page)
        expect(await sideways(page)).toBeLessThanOrEqual(0)
      }
    },
  )
})
