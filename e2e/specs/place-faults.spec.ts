import { expect } from 'playwright/test'
import { expectNoAxeViolations } from '../pages/axe'
import { bulkPage } from '../pages/bulk-page'
import { enterToken, openLiveForm } from '../pages/live-page'
import { picker } from '../pages/picker'
import { row } from '../pages/project-list'
import { readAgain } from '../pages/read-again'
import { test } from '../servers/live-console'
import {
  makeSecret,
  productionId,
  projectId,
  serviceIds,
  valueSecretId,
} from '../servers/upstream/model'
import { altered } from '../servers/upstream/raw'
import { hang } from '../servers/upstream/broken-connections'
import { busy, forbidden, unauthorized } from '../servers/upstream/refusals'

// What a role may not see, and lists that disagree: the rest of a project’s places stays in use.

const project = `/project/${projectId}`
const environment = `${project}/environment/${productionId}`

test('who may not list services chooses among environments, and is told what is missing', async ({
  page,
  testbeds,
  pageGuard,
}) => {
  pageGuard.expectConsoleMessages(/403/)
  const { upstream, server } = testbeds.live
  upstream.fault({ operation: 'listServices', answer: forbidden, times: 9 })
  const form = await openLiveForm(page, server.url, 'AT_PRODUCTION')
  const where = picker(page, 'Where')
  await where.open()
  await expect(page.getByRole('status').getByText(/^Not all could be read: services/)).toBeVisible()
  await expectNoAxeViolations(page)
  await where.option(/^production/).click()
  await form.create.click()
  await expect(form.created).toContainText('AT_PRODUCTION')
  const [made] = upstream.aliases()
  expect(made).toMatchObject({ key: 'AT_PRODUCTION', scope: 'ENVIRONMENT', owner: productionId })
})

test('who may list no environments still creates for the project', async ({
  page,
  testbeds,
  pageGuard,
}) => {
  pageGuard.expectConsoleMessages(/403/)
  const { upstream, server } = testbeds.live
  upstream.fault({ operation: 'listEnvironments', answer: forbidden, times: 9 })
  upstream.fault({ operation: 'listServices', answer: forbidden, times: 9 })
  const form = await openLiveForm(page, server.url, 'OF_THE_PROJECT')
  const where = picker(page, 'Where')
  await where.box.click()
  await expect(page.getByText(/could not be read/).first()).toBeVisible()
  await where.box.press('Escape')
  await form.create.click()
  await expect(form.created).toContainText('OF_THE_PROJECT')
})

test('a policy that forbids the calls of variables stops those rows of a job, and asks for no token of the others', async ({
  page,
  testbeds,
  pageGuard,
}) => {
  pageGuard.expectConsoleMessages(/401/)
  const { upstream, server } = testbeds.live
  for (const operation of ['listVariables', 'createVariableAlias'] as const)
    upstream.fault({ operation, answer: unauthorized, times: 9 })
  await page.goto(`${server.url}${project}/bulk`)
  await enterToken(page)
  const bulk = bulkPage(page)
  await bulk.aliases.fill('BOTH=DB_MASTER_PASSWORD')
  await page.getByText(/^Where:/).click()
  const places = page.getByRole('group', { name: 'Places' })
  await places.getByRole('checkbox', { name: /^The project/ }).uncheck()
  for (const name of [/the-application/, /the-helm/])
    await places.getByRole('checkbox', { name }).check()
  await bulk.makePlan.click()
  await expect(bulk.verdicts).toHaveText('1 create')
  await expect(
    page.getByText(/Nothing is planned in production \/ the-helm, whose list could not be read/),
  ).toBeVisible()
  await expectNoAxeViolations(page)
  await bulk.create.click()
  await bulk.report.waitFor()
  await expect(page.getByRole('heading', { name: '1 created', exact: true })).toBeVisible()
  expect(upstream.aliases().map(({ owner }) => owner)).toEqual([serviceIds.application])
})

test('lists that contradict each other, nulls and twins are each shown, and which has effect is not guessed', async ({
  page,
  testbeds,
  pageGuard,
}) => {
  pageGuard.expectConsoleMessages(/403/)
  const { upstream, server } = testbeds.live
  const own = { owner: productionId, scope: 'ENVIRONMENT' }
  upstream.model.secrets.push(
    makeSecret({ ...own, key: 'NULLS', variable_type: null, owned_by: null, updated_at: null }),
    makeSecret({ ...own, key: 'TWIN' }),
    makeSecret({ ...own, key: 'TWIN' }),
    makeSecret({ key: 'EQUAL' }),
    makeSecret({ ...own, key: 'EQUAL' }),
    makeSecret({ ...own, key: 'ORPHAN', variable_type: 'ALIAS', aliased_secret: null }),
  )
  // The environment's list says of one of the project's what the project's own does not.
  upstream.fault({
    operation: 'listEnvironmentSecrets',
    times: 9,
    answer: altered((body): unknown =>
      JSON.parse(JSON.stringify(body).replaceAll('"DB_MASTER_PASSWORD"', '"SAID_OTHERWISE"')),
    ),
  })
  await page.goto(`${server.url}${environment}?inherited=1`)
  await enterToken(page)
  for (const key of ['NULLS', 'ORPHAN', 'TLS_BUNDLE']) await expect(row(page, key)).toHaveCount(1)
  await expect(row(page, 'TWIN')).toHaveCount(2)
  await expect(row(page, 'TWIN').first()).toContainText('one of equal keys')
  await expect(row(page, 'EQUAL').filter({ hasText: 'hides the project’s' })).toHaveCount(1)
  await expect(row(page, 'EQUAL').filter({ hasText: 'hidden by the environment’s' })).toHaveCount(1)
  await expect(row(page, 'ORPHAN')).toContainText('missing')
  await expect(page.getByText(/Two lists do not say the same of 1 secret/)).toBeVisible()
  await expectNoAxeViolations(page)
  expect(await page.getByRole('main').innerText()).not.toMatch(/undefined|\[object|NaN/)

  await test.step('a list around it that is refused is told with why, and what is inherited stays', async () => {
    upstream.fault({ operation: 'listProjectSecrets', answer: forbidden })
    await readAgain(page)
    const refused = page.getByText('The project’s own list could not be read')
    await expect(refused).toContainText('refused: this token may not see the project')
    await expect(row(page, 'TLS_BUNDLE')).toHaveCount(1)
    await expectNoAxeViolations(page)
    await readAgain(page)
    await expect(refused).toHaveCount(0)
    await expect(row(page, 'TLS_BUNDLE')).toHaveCount(1)
  })
})

test('where too many requests keep back what lies within a project, it is asked for again or left alone', async ({
  page,
  testbeds,
  pageGuard,
}) => {
  pageGuard.expectConsoleMessages(/429/)
  const { upstream, server } = testbeds.live
  for (const operation of ['listEnvironments', 'listServices'] as const)
    upstream.fault({ operation, answer: busy(429), times: 2 })
  await page.goto(`${server.url}${project}/secret/${valueSecretId}`)
  await enterToken(page)
  const used = page.getByRole('region', { name: 'Where it is used' })
  const button = (name: string | RegExp) => used.getByRole('button', { name })
  await button('Look in environments and services').press('Enter')
  await expect(used).toContainText('Which environments there are cannot be told')
  await button('Cancel').press('Enter')
  await expect(used).toContainText('were not read')
  await button('Look in environments and services').press('Enter')
  await button('Try again').press('Enter')
  await expect(button(/^Read \d+ lists/)).toBeVisible()
})

test('reading where a secret is used is started, paused, gone on with and cancelled by keyboard', async ({
  page,
  testbeds,
}) => {
  const { upstream, server } = testbeds.live
  // One list never comes, so that there is something to pause.
  upstream.fault({ operation: 'listApplicationSecrets', answer: hang, times: 9 })
  await page.goto(`${server.url}${project}/secret/${valueSecretId}`)
  await enterToken(page)
  const used = page.getByRole('region', { name: 'Where it is used' })
  const press = (name: string | RegExp) => used.getByRole('button', { name }).press('Enter')
  await press('Look in environments and services')
  await press(/^Read \d+ lists/)
  const progress = used.getByRole('status')
  await press('Pause')
  // Another reading would go on beside this one.
  await expect(used.getByRole('button', { name: 'Look again' })).toHaveCount(0)
  await expect(progress).toContainText('Paused.')
  await expectNoAxeViolations(page)
  await press('Go on')
  await expect(used.getByRole('button', { name: 'Pause' })).toBeVisible()
  await press('Cancel')
  await expect(progress).toContainText('then it was cancelled.')
  await expectNoAxeViolations(page)
  await press('Look again')
  await expect(used.getByRole('button', { name: /^Read/ })).toBeVisible()
})
