import { expect } from 'playwright/test'
import { expectNoAxeViolations, expectNoAxeViolationsInBothThemes } from '../pages/axe'
import { enterToken } from '../pages/live-page'
import { test, type Testbed } from '../servers/live-console'
import { makeSecret, productionId, projectId, valueSecretId } from '../servers/upstream/model'
import { cutBody, cutChunks } from '../servers/upstream/broken-connections'
import { busy, failure, forbidden } from '../servers/upstream/refusals'
import { truncatedJson } from '../servers/upstream/useless-answers'

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

test('all lists within a project are read on demand: refused ones are counted, a limit pauses, and a deletion is as careful as they tell', async ({
  page,
  testbeds,
  pageGuard,
}) => {
  pageGuard.expectConsoleMessages(/403/, /429/)
  const { upstream, server } = testbeds.live
  const idOf = manyServices(testbeds.live)
  for (const index of [3, 9, 27])
    upstream.fault({ operation: 'listApplicationSecrets', about: idOf(index), answer: forbidden })
  upstream.fault({ operation: 'listApplicationSecrets', about: idOf(30), answer: busy(429) })
  await page.goto(`${server.url}/project/${projectId}/secret/${valueSecretId}`)
  await enterToken(page)
  const used = page.getByRole('region', { name: 'Where it is used' })
  await expect(used).toContainText('were not read')
  expect(upstream.requests.filter(({ operation }) => operation === 'listServices')).toEqual([])
  const remove = page.getByRole('button', { name: 'Delete', exact: true })
  const dialog = page.getByRole('dialog')
  const typed = dialog.getByLabel('Type its key')
  await remove.click()
  await expect(dialog).toContainText('Nothing else in its own list goes with it.')
  await expect(typed).toBeFocused()
  await expect(typed).toHaveAccessibleDescription(/more may go with it/)
  await page.keyboard.press('Enter')
  await expect(typed).toHaveAttribute('aria-invalid', 'true')
  await page.keyboard.press('Escape')

  await used.getByRole('button', { name: 'Look in environments and services' }).click()
  await expect(used).toContainText(
    '59 lists to read, of 2 environments and 57 services: 59 of your 1,000 requests an hour.',
  )
  await expectNoAxeViolations(page)
  await used.getByRole('button', { name: 'Read 59 lists' }).click()
  await expect(used).toContainText('asks to wait')
  await used.getByRole('button', { name: 'Go on' }).click()
  await expect(used).toContainText('56 of 59 lists could be read. 3 this token may not read.')
  await used.getByText('Which were not read').click()
  await expect(used.getByRole('list', { name: 'Lists that were not read' })).toHaveText(
    [3, 9, 27].map((index) => `production / service-${index} this token may not read it`).join(''),
  )
  await expect(used.getByRole('link', { name: 'production / service-56' })).toBeVisible()
  await expect(used.getByRole('link', { name: 'FAR_ALIAS' })).toBeVisible()
  await expectNoAxeViolationsInBothThemes(page)

  await remove.click()
  const along = dialog.getByRole('list', { name: 'Goes with it' })
  await expect(dialog).toContainText('1 alias goes with it')
  await expect(along).toHaveText('FAR_ALIAS alias · production / service-56')
  await expect(typed).toHaveAccessibleDescription(/more may go with it/)
  await expectNoAxeViolationsInBothThemes(page)
  await page.keyboard.press('Escape')

  await used.getByRole('button', { name: 'Look again' }).click()
  await expect(used).toContainText('3 of your 1,000 requests an hour, since 56 were read just now')
  await used.getByRole('button', { name: 'Read 59 lists' }).click()
  await expect(used).toContainText('59 of 59 lists could be read.')
  await page.getByRole('link', { name: 'payments' }).click()
  await page.getByRole('link', { name: 'TLS_BUNDLE' }).click()
  await remove.click()
  await expect(dialog).toContainText('Nothing else goes with it.')
  await expect(typed).toHaveCount(0)
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await page.goBack()
  await page.getByRole('link', { name: 'DB_MASTER_PASSWORD' }).click()
  await remove.click()
  await dialog.getByText('Recreate it later').click()
  await expect(dialog.getByRole('region', { name: 'Commands' })).toContainText(
    `/application/${idOf(services - 1)}/secret/"$NEW_SECRET_ID"/alias`,
  )
  await typed.fill('DB_MASTER_PASSWORD')
  await expect(typed).not.toHaveAccessibleDescription(/more may go with it/)
  await typed.press('Enter')
  await expect(page.getByText('1 more went with it, as was listed.')).toBeVisible()
  expect(upstream.aliases()).toEqual([])
})

test('lists that break, are cut off or are no lists take nothing along: they are named in the deletion, too, and asked for again', async ({
  page,
  testbeds,
  pageGuard,
}) => {
  pageGuard.expectConsoleMessages(/50[02]/)
  const { upstream, server } = testbeds.live
  const idOf = manyServices(testbeds.live)
  const broken = [failure(500), failure(502), cutBody, cutChunks, truncatedJson]
  for (const [index, answer] of broken.entries())
    upstream.fault({ operation: 'listApplicationSecrets', about: idOf(index * 9), answer })
  await page.goto(`${server.url}/project/${projectId}/secret/${valueSecretId}`)
  await enterToken(page)
  const used = page.getByRole('region', { name: 'Where it is used' })
  await used.getByRole('button', { name: 'Look in environments and services' }).click()
  await used.getByRole('button', { name: 'Read 59 lists' }).click()
  await expect(used).toContainText('54 of 59 lists could be read. 5 failed.')
  await expect(used.getByRole('link', { name: 'FAR_ALIAS' })).toBeVisible()

  await page.getByRole('button', { name: 'Delete', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('list', { name: 'Goes with it' })).toContainText('FAR_ALIAS')
  await expect(dialog.getByLabel('Type its key')).toHaveAccessibleDescription(/more may go with it/)
  await dialog.getByText('Which were not read').click()
  const unread = dialog.getByRole('list', { name: 'Lists that were not read' })
  await expect(unread.getByRole('listitem')).toHaveText(
    broken.map((_, index) => `production / service-${index * 9} failed`),
  )
  await expectNoAxeViolations(page)
  await dialog.getByRole('button', { name: 'Read those that failed again' }).click()
  await expect(dialog).toContainText('59 of 59 lists could be read.')
  await expect(unread).toHaveCount(0)
  await expect(dialog.getByLabel('Type its key')).not.toHaveAccessibleDescription(
    /more may go with it/,
  )
})
