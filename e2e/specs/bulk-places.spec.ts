import { expect, type APIRequestContext, type Page } from 'playwright/test'
import { countPosts, exampleId } from '../pages/alias-form'
import { expectNoAxeViolations } from '../pages/axe'
import { bulkPage, planBulk, rowOf } from '../pages/bulk-page'
import { test } from '../servers/console'

const address = `/project/${exampleId}/bulk`
const staging = 'd23f0824-128b-4f33-8c5c-7fd0a6a3a450'
const production = '6513270e-269e-4d37-b2a7-4de452e6b438'
const checkout = 'b6c5678e-4134-4919-8087-afb7a341039f'
/** A service of each kind, all in production. */
const services = [
  { scope: 'APPLICATION', id: checkout, place: /^production \/ checkout-api application/ },
  {
    scope: 'CONTAINER',
    id: '67372389-b00f-4b84-86eb-90fe96649e58',
    place: /^production \/ fraud-worker container/,
  },
  {
    scope: 'JOB',
    id: 'a71d9293-8bb4-4b6d-8129-68f007e5ef8f',
    place: /^production \/ nightly-settlement/,
  },
  {
    scope: 'HELM',
    id: 'c3141213-5bd6-4420-8db5-43cecb3cc959',
    place: /^production \/ ingress Helm chart/,
  },
  {
    scope: 'TERRAFORM',
    id: '03629be1-a09a-4821-ba2c-d03fd52d25c9',
    place: /^production \/ network/,
  },
  {
    scope: 'AGENTIC_WORKFLOW',
    id: '5b067970-8cd7-45ac-a71f-2027746ee14f',
    place: /^production \/ refund-agent/,
  },
]
const listOf = ({ scope, id }: (typeof services)[number]) =>
  ['APPLICATION', 'CONTAINER', 'JOB'].includes(scope)
    ? `/${scope.toLowerCase()}/${id}/secret`
    : `/variable?parent_id=${id}&scope=${scope}`
const headers = { authorization: 'Token qov_sandbox' }

/** Keys that a list shows as the place's own. */
const ownKeys = async (request: APIRequestContext, path: string, scope: string) => {
  const { results }: { results: { key: string; scope: string }[] } = await (
    await request.get(`/api${path}`, { headers })
  ).json()
  return results.filter((each) => each.scope === scope).map(({ key }) => key)
}

/** Opens the tree of places, and ticks some in place of the project. */
const choosePlaces = async (page: Page, ...names: RegExp[]) => {
  await page.getByText(/^Where:/).click()
  const places = page.getByRole('group', { name: 'Places' })
  await places.getByRole('checkbox', { name: /^The project/ }).uncheck()
  for (const name of names) await places.getByRole('checkbox', { name }).check()
  return places
}

test('one set is created in an environment and in a service of each kind, and undone there', async ({
  page,
  request,
}) => {
  await page.goto(address)
  const bulk = bulkPage(page)
  await bulk.aliases.fill('MANY_A=DB_MASTER_PASSWORD\nMANY_B=CARD_GATEWAY_API_KEY')
  const places = await choosePlaces(page, /^staging Staging/, ...services.map(({ place }) => place))
  await expect(places.getByRole('checkbox', { name: /^production \/ orders-db/ })).toBeDisabled()
  await expect(places).toContainText('A database owns no variables')
  await expectNoAxeViolations(page)
  await bulk.makePlan.click()
  await expect(bulk.verdicts).toHaveText('14 create')
  await expect(page.getByText(/^7 places: 28 requests/)).toBeVisible()
  await expect(rowOf(page, 'MANY_A')).toHaveCount(0)
  await expect(bulk.plan.getByRole('row', { name: /MANY_A.*production \/ ingress/ })).toBeVisible()
  await expect(bulk.plan.getByText('production / ingress').first()).toBeVisible()
  await expectNoAxeViolations(page)
  const posts = countPosts(page)
  await bulk.create.click()
  await bulk.report.waitFor()
  await expect(page.getByRole('heading', { name: '14 created', exact: true })).toBeFocused()
  expect(posts).toHaveLength(14)
  const both = ['MANY_A', 'MANY_B']
  const own = () =>
    Promise.all([
      ownKeys(request, `/environment/${staging}/secret`, 'ENVIRONMENT'),
      ...services.map((service) => ownKeys(request, listOf(service), service.scope)),
    ])
  for (const keys of await own()) expect(keys).toEqual(expect.arrayContaining(both))
  await bulk.button('Undo this job').click()
  await bulk.button('Delete them').click()
  await expect(page.getByText('None of this job’s aliases is left.')).toBeVisible()
  for (const keys of await own()) for (const key of both) expect(keys).not.toContain(key)
})

test('rows of a table are created where its columns say, and what cannot be found is said', async ({
  page,
  request,
}) => {
  const bulk = await planBulk(
    page,
    address,
    [
      'alias,source,environment,service',
      'TABLE_A,DB_MASTER_PASSWORD,Staging,',
      `TABLE_B,DB_MASTER_PASSWORD,,${checkout}`,
      'TABLE_C,DB_MASTER_PASSWORD,,',
      'TABLE_D,DB_MASTER_PASSWORD,stagin,',
      'TABLE_E,DB_MASTER_PASSWORD,production,orders-db',
    ].join('\n'),
  )
  await expect(bulk.verdicts).toHaveText(/^3 create\s*2 invalid$/)
  await expect(page.getByText(/^3 places: 9 requests/)).toBeVisible()
  await expect(bulk.plan.getByRole('row', { name: /TABLE_A\s*staging/ })).toBeVisible()
  await expect(bulk.plan.getByRole('row', { name: /TABLE_C\s*the project/ })).toBeVisible()
  await expect(rowOf(page, 'TABLE_D stagin')).toContainText(
    /The project has no environment stagin. It has production.* and staging/,
  )
  await expect(rowOf(page, 'TABLE_E production / orders-db')).toContainText(
    'orders-db cannot have an alias. A database owns no variables.',
  )
  await expectNoAxeViolations(page)
  await bulk.create.click()
  await bulk.report.waitFor()
  expect(await ownKeys(request, `/environment/${staging}/secret`, 'ENVIRONMENT')).toContain(
    'TABLE_A',
  )
  expect(await ownKeys(request, `/application/${checkout}/secret`, 'APPLICATION')).toContain(
    'TABLE_B',
  )
  expect(await ownKeys(request, `/project/${exampleId}/secret`, 'PROJECT')).toContain('TABLE_C')
})

test('a place that lies in another one is left out, since it sees what that gets', async ({
  page,
}) => {
  await page.goto(address)
  const bulk = bulkPage(page)
  await bulk.aliases.fill('MANY_D=DB_MASTER_PASSWORD')
  const places = await choosePlaces(
    page,
    /^production Production · seen in 7 of its 10 services/,
    /^production \/ ingress Helm chart/,
  )
  const search = page.getByRole('searchbox', { name: 'Search environments and services' })
  await search.fill('4821')
  await expect(page.getByText('1 throwaway clone is left out.')).toBeVisible()
  await search.fill('nowhere')
  await expect(page.getByText('No environment and no service has this')).toBeVisible()
  await search.clear()
  await expect(places).toContainText('ingress')
  await bulk.makePlan.click()
  await expect(bulk.verdicts).toHaveText('1 create')
  await expect(
    page.getByText(
      'Nothing is planned in production / ingress: what production gets is seen there.',
    ),
  ).toBeVisible()
})

test('a place whose list is refused takes no other along', async ({ page, pageGuard }) => {
  pageGuard.allowFailedLoads()
  await page.route(`**/api/environment/${staging}/secret`, (route) =>
    route.fulfill({ status: 403, json: { status: 403, detail: 'no' } }),
  )
  await page.goto(address)
  const bulk = bulkPage(page)
  await bulk.aliases.fill('MANY_C=DB_MASTER_PASSWORD')
  await choosePlaces(page, /^production Production/, /^staging Staging/)
  await bulk.makePlan.click()
  await expect(bulk.verdicts).toHaveText('1 create')
  await expect(
    page.getByText(/Nothing is planned in staging, whose list could not be read/),
  ).toBeVisible()
})

test('bulk from an environment’s page begins there, and its places outlive a reload', async ({
  page,
}) => {
  await page.goto(`/project/${exampleId}/environment/${staging}`)
  await page.getByRole('link', { name: 'Bulk here' }).click()
  const bulk = bulkPage(page)
  await expect(page).toHaveURL(new RegExp(`/environment/${staging}/bulk$`))
  await expect(page.getByRole('heading', { level: 1, name: 'Many aliases at once' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'payments / staging' })).toBeVisible()
  await expect(page.getByText('Where: staging')).toBeVisible()
  const places = page.getByRole('group', { name: 'Places' })
  await expect(places.getByRole('checkbox', { name: /^staging Staging/ })).toBeChecked()
  await places.getByRole('checkbox', { name: /^production \/ ingress Helm chart/ }).check()
  await bulk.aliases.fill('HERE_A=DB_MASTER_PASSWORD\nHERE_B=NOWHERE')
  await expectNoAxeViolations(page)
  await page.reload()
  await expect(page.getByText('Where: 2 places')).toBeVisible()
  await expect(places.getByRole('checkbox', { name: /^staging Staging/ })).toBeChecked()
  await bulk.makePlan.click()
  await expect(bulk.verdicts).toHaveText(/^2 create\s*2 invalid$/)
  const filters = page.getByRole('group', { name: 'Places' })
  await filters.getByRole('button', { name: '2 production / ingress' }).click()
  await expect(bulk.verdicts).toHaveText(/^1 create\s*1 invalid$/)
  await expect(bulk.plan.getByRole('row', { name: /HERE_A\s*production \/ ingress/ })).toBeVisible()
  await expect(bulk.plan.getByText('staging', { exact: true })).toHaveCount(0)
  await expectNoAxeViolations(page)
  await test.step('its end is told where its report is, and by nothing else', async () => {
    await page.evaluate(() => {
      new MutationObserver(() => {
        if (document.body.textContent.includes('Bulk job ended')) Reflect.set(window, 'told', true)
      }).observe(document.body, { childList: true, subtree: true })
    })
    await bulk.create.click()
    await bulk.report.waitFor()
    expect(await page.evaluate(() => Reflect.has(window, 'told'))).toBe(false)
    await page.getByRole('navigation').getByRole('link', { name: 'Create' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    expect(await page.evaluate(() => Reflect.has(window, 'told'))).toBe(false)
    await page.goBack()
    await bulk.button('Start another').click()
  })
  await test.step('the next list begins where the page is, and the last one comes back with its places', async () => {
    await expect(page.getByText('Where: staging')).toBeVisible()
    await bulk.button('Use the last input').click()
    await expect(page.getByText('Where: 2 places')).toBeVisible()
    await expect(bulk.aliases).toHaveValue('HERE_A=DB_MASTER_PASSWORD\nHERE_B=NOWHERE')
  })
  // The project's own page is another one: nothing is ticked or written there.
  await page.goto(address)
  await expect(page.getByText('Where: the project')).toBeVisible()
  await expect(bulk.aliases).toHaveValue('')
})

test('the aliases of one place are copied to another, their targets found there by key', async ({
  page,
  request,
}) => {
  await page.goto(`/project/${exampleId}/environment/${production}`)
  await page.getByRole('link', { name: 'Copy aliases to…' }).click()
  const bulk = bulkPage(page)
  await expect(page.getByLabel('Copy the aliases of a place')).toBeChecked()
  const from = page.getByLabel('Copy the aliases of', { exact: true })
  await expect(from).toHaveValue(production)
  await expect(from.getByRole('option', { selected: true })).toHaveText('production')
  await from.selectOption('production')
  await bulk.makePlan.click()
  await expect(page.getByText('Choose at least one place above.')).toBeVisible()
  const places = page.getByRole('group', { name: 'Places' })
  await places.getByRole('checkbox', { name: /^staging Staging/ }).check()
  await bulk.makePlan.click()
  await expect(bulk.plan.getByRole('row', { name: /CARD_API_KEY.*create/ })).toBeVisible()
  // Its target is a database of production alone.
  await expect(bulk.plan.getByRole('row', { name: /REDIS_PASSWORD.*invalid/ })).toBeVisible()
  await bulk.create.click()
  await bulk.report.waitFor()
  expect(await ownKeys(request, `/environment/${staging}/secret`, 'ENVIRONMENT')).toContain(
    'CARD_API_KEY',
  )
})
