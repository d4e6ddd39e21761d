import { expect, type Page } from 'playwright/test'
import { eachRow } from './rows'
import { picker } from '../pages/picker'
import { forgetAll } from '../pages/forget-all'
import { enterToken } from '../pages/live-page'
import { test, type Testbed } from '../servers/live-console'
import { makeSecret, productionId, projectId, serviceIds } from '../servers/upstream/model'
import { forbidden, unauthorized } from '../servers/upstream/refusals'

// What Qovery answers for environments and services may be refused, or odd.

const project = `/project/${projectId}`
const environment = `${project}/environment/${productionId}`

const guarantees: Record<string, (page: Page, live: Testbed) => Promise<void>> = {
  'a policy that forbids the calls of variables alone is told as such, and takes nothing else along':
    async (page, live) => {
      const { upstream, server } = live
      upstream.fault({ operation: 'listVariables', answer: unauthorized, times: 9 })
      await page.goto(`${server.url}${environment}/helm/${serviceIds.helm}`)
      await enterToken(page)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(
        'The service cannot be shown',
      )
      await expect(page.getByText(/the calls of variables alone/)).toBeVisible()
      await page.goto(`${server.url}${environment}/application/${serviceIds.application}`)
      await enterToken(page)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('the-application')
    },
  'who may not list services sees environments, and an environment’s own services': async (
    page,
    live,
  ) => {
    const { upstream, server } = live
    upstream.fault({ operation: 'listServices', answer: forbidden, times: 9 })
    await page.goto(server.url + project)
    await enterToken(page)
    await page.getByText('Environments and services').click()
    await expect(page.getByText(/The services cannot be shown/)).toBeVisible()
    await page.getByRole('link', { name: 'production' }).click()
    await page.getByText(/^Services/).click()
    await expect(page.getByRole('link', { name: 'the-helm' })).toBeVisible()
  },
  'scopes and services that nobody knows are told, and break nothing': async (page, live) => {
    const { upstream, server } = live
    const odd = makeSecret({ key: 'FROM_THE_FUTURE', scope: 'GALAXY', owner: productionId })
    upstream.model.secrets.push(odd)
    const moon = '0a1b2c3d-0000-4000-8000-000000000029'
    upstream.model.environments.push({ id: moon, project: projectId, name: 'moon', mode: 'LUNAR' })
    upstream.model.services.push({
      id: '0a1b2c3d-0000-4000-8000-00000000003a',
      environment: productionId,
      name: 'the-hovercraft',
      service_type: 'HOVERCRAFT',
    })
    await page.goto(server.url + environment)
    await enterToken(page)
    await expect(page.getByRole('row', { name: /^FROM_THE_FUTURE,/ })).toBeVisible()
    await page.getByText(/^Services/).click()
    await expect(page.getByText(/A gateway owns no variables/)).toBeVisible()
    await expect(page.getByText(/of a type that this console does not know/)).toBeVisible()
    await page.goto(`${server.url}/?project=${projectId}&key=AT_SEA`)
    await enterToken(page)
    const where = picker(page, 'Where')
    await where.open()
    await where.search('moon')
    await expect(where.option('LUNAR environment')).toHaveText(/^moon/)
    await where.search('hovercraft')
    const unknown = where.option('production / the-hovercraft')
    await expect(unknown).toHaveAttribute('aria-disabled', 'true')
    await expect(unknown).toContainText('HOVERCRAFT')
    await expect(unknown).toContainText('whether it owns secrets is not known')
  },
}

test('what is refused or odd of environments and services takes nothing else along', async ({
  page,
  testbeds,
  pageGuard,
}) => {
  pageGuard.expectConsoleMessages(/401/, /403/)
  await eachRow(
    Object.entries(guarantees),
    ([guarantee]) => guarantee,
    async ([, holds]) => {
      await forgetAll(page, testbeds.live.server.url)
      testbeds.live.upstream.reset()
      await holds(page, testbeds.live)
    },
  )
})
