import { expect } from 'playwright/test'
import { expectNoAxeViolations } from '../pages/axe'
import { enterToken } from '../pages/live-page'
import { test, type Testbed } from '../servers/live-console'
import { makeSecret, productionId, projectId, valueSecretId } from '../servers/upstream/model'
import { busy, forbidden } from '../servers/upstream/refusals'

// Where a secret is used, over many lists of which some are refused and one asks to wait.

const services = 57

/** Fills production with services, the last of which has an alias of the secret. @returns that service's id */
const manyServices = ({ upstream }: Testbed) => {
  const idOf = (index: number) => `0a1b2c3d-0000-4000-8001-${String(index).padStart(12, '0')}`
  upstream.model.services = Array.from({ length: services }, (_, index) => ({
    id: idOf(index),
    environment: productionId,
    name: `service-${index}`,
    service_type: 'APPLICATION',
  }))
  upstream.model.secrets.push(
    makeSecret({
      key: 'FAR_ALIAS',
      scope: 'APPLICATION',
      owner: idOf(services - 1),
      variable_type: 'ALIAS',
      aliased_secret: { id: valueSecretId, key: 'DB_MASTER_PASSWORD', scope: 'PROJECT' },
    }),
  )
  return idOf
}

test('all lists within a project are read on demand: refused ones are counted, and a limit pauses', async ({
  page,
  stands,
  pageGuard,
}) => {
  pageGuard.expectConsoleMessages(/403/, /429/)
  const { upstream, server } = stands.live
  const idOf = manyServices(stands.live)
  for (const index of [3, 9, 27])
    upstream.fault({ operation: 'listApplicationSecrets', about: idOf(index), answer: forbidden })
  upstream.fault({ operation: 'listApplicationSecrets', about: idOf(30), answer: busy(429) })
  await page.goto(`${server.url}/project/${projectId}/secret/${valueSecretId}`)
  await enterToken(page)
  const used = page.getByRole('region', { name: 'Where it is used' })
  await expect(used).toContainText('were not read')
  expect(upstream.requests.filter(({ operation }) => operation === 'listServices')).toEqual([])

  await used.getByRole('button', { name: 'Look in environments and services' }).click()
  await expect(used).toContainText('1 + 2 + 57 lists: 59 of your 1,000 requests an hour.')
  await expectNoAxeViolations(page)
  await used.getByRole('button', { name: 'Read 59 lists' }).click()
  await expect(used).toContainText('asks to wait')
  await used.getByRole('button', { name: 'Go on' }).click()
  await expect(used).toContainText('56 of 59 lists could be read. 3 this token may not read.')
  await expect(used.getByRole('link', { name: 'production / service-56' })).toBeVisible()
  await expect(used.getByRole('link', { name: 'FAR_ALIAS' })).toBeVisible()
  await expectNoAxeViolations(page)

  await page.getByRole('button', { name: 'Delete', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('link', { name: 'FAR_ALIAS' })).toBeVisible()
  await expectNoAxeViolations(page)
})
