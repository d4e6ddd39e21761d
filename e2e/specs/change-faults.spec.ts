import { expect, type Page } from 'playwright/test'
import { eachRow } from './rows'
import { expectNoAxeViolations } from '../pages/axe'
import { test, type Testbed } from '../servers/live-console'
import { forgetAll } from '../pages/forget-all'
import { enterToken } from '../pages/live-page'
import { reset } from '../servers/upstream/broken-connections'
import { fileSecretId, makeSecret, projectId, valueSecretId } from '../servers/upstream/model'
import { forbidden } from '../servers/upstream/refusals'

const aliasId = '0a1b2c3d-0000-4000-8000-0000000000a1'
const dialog = (page: Page) => page.getByRole('dialog')

/** An alias of DB_MASTER_PASSWORD, and its page. */
const openAlias = async (page: Page, { server, upstream }: Testbed) => {
  const alias = makeSecret({
    id: aliasId,
    key: 'MOVING',
    description: 'kept',
    variable_type: 'ALIAS',
    aliased_secret: { id: valueSecretId, key: 'DB_MASTER_PASSWORD', scope: 'PROJECT' },
  })
  upstream.model.secrets.push(alias)
  await page.goto(`${server.url}/project/${projectId}/secret/${aliasId}`)
  await enterToken(page)
  return alias
}

const repoint = async (page: Page, to: string) => {
  await page.getByRole('button', { name: 'Re-point' }).click()
  await dialog(page).getByLabel('New target').fill(to)
  await dialog(page).getByRole('button', { name: 'Re-point' }).click()
}

const named = ({ upstream }: Testbed, key: string) =>
  upstream.model.secrets.filter((secret) => secret.key === key)

const sent = ({ upstream }: Testbed, operation: string) =>
  upstream.requests.filter((request) => request.operation === operation).length

type Guarantee = (page: Page, live: Testbed) => Promise<void>

const guarantees: Record<string, Guarantee> = {
  'a re-pointing whose second step is refused brings the old alias back, and says so': async (
    page,
    live,
  ) => {
    live.upstream.fault({ operation: 'createProjectSecretAlias', answer: forbidden })
    await repoint(page, 'TLS_BUNDLE')
    await expect(
      page.getByRole('heading', { name: 'MOVING points at DB_MASTER_PASSWORD again' }),
    ).toBeVisible()
    await expect(page.getByText('could not be made again with the new target')).toBeVisible()
    await expect(page.getByRole('article', { name: 'Alias', exact: true })).toContainText('MOVING')
    await expectNoAxeViolations(page)
    expect(named(live, 'MOVING')).toMatchObject([
      { description: 'kept', aliased_secret: { id: valueSecretId } },
    ])
  },
  'a re-pointing whose answers are lost ends as one alias, each step sent once': async (
    page,
    live,
  ) => {
    const { upstream } = live
    upstream.fault({ operation: 'deleteProjectSecret', commit: true, answer: reset })
    upstream.fault({ operation: 'createProjectSecretAlias', commit: true, answer: reset })
    await repoint(page, 'TLS_BUNDLE')
    await expect(
      page.getByRole('heading', { name: 'MOVING points at TLS_BUNDLE now' }),
    ).toBeVisible({
      timeout: 15_000,
    })
    expect(named(live, 'MOVING')).toMatchObject([{ aliased_secret: { id: fileSecretId } }])
    expect(sent(live, 'deleteProjectSecret')).toBe(1)
    expect(sent(live, 'createProjectSecretAlias')).toBe(1)
  },
  'a name that somebody takes between the two steps is left to them, and said': async (
    page,
    live,
  ) => {
    const { upstream } = live
    upstream.fault({
      operation: 'deleteProjectSecret',
      commit: true,
      answer: ({ socket }) => {
        upstream.model.secrets.push(makeSecret({ key: 'MOVING', description: 'of somebody else' }))
        socket.end('HTTP/1.1 204 No Content\r\n\r\n')
      },
    })
    await repoint(page, 'TLS_BUNDLE')
    await expect(page.getByText('Somebody else took the name MOVING')).toBeVisible()
    expect(named(live, 'MOVING')).toMatchObject([{ description: 'of somebody else' }])
  },
  'an edit whose answer is lost is settled by the list, and sent once': async (page, live) => {
    const { upstream } = live
    await page.getByRole('button', { name: 'Edit' }).click()
    await dialog(page).getByLabel('Key').fill('MOVED')
    upstream.fault({ operation: 'editProjectSecret', commit: true, answer: reset })
    await dialog(page).getByRole('button', { name: 'Save' }).click()
    await expect(page.getByRole('heading', { name: 'MOVED was saved' })).toBeFocused({
      timeout: 15_000,
    })
    expect(sent(live, 'editProjectSecret')).toBe(1)
    expect(named(live, 'MOVED')).toHaveLength(1)
  },
}

test('a change that goes wrong on the way is settled, and what became of it is said', async ({
  page,
  pageGuard,
  testbeds,
}) => {
  pageGuard.allowFailedLoads()
  const { server, upstream } = testbeds.live
  await eachRow(
    Object.entries(guarantees),
    ([guarantee]) => guarantee,
    async ([, holds]) => {
      await forgetAll(page, server.url)
      upstream.reset()
      await openAlias(page, testbeds.live)
      await holds(page, testbeds.live)
    },
  )
})

test('an alias that points elsewhere by now is not deleted, and what it is now is shown', async ({
  page,
  testbeds,
}) => {
  const { live } = testbeds
  const alias = await openAlias(page, live)
  await page.getByRole('button', { name: 'Delete' }).click()
  await expect(dialog(page)).toContainText('Nothing else goes with it')
  alias.aliased_secret = { id: fileSecretId, key: 'TLS_BUNDLE', scope: 'PROJECT' }
  await dialog(page).getByRole('button', { name: 'Delete' }).click()
  await expect(dialog(page).getByRole('alert')).toContainText('MOVING changed meanwhile')
  await expect(dialog(page).getByRole('alert')).toContainText('Nothing was deleted')
  await expectNoAxeViolations(page)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('figure', { name: 'MOVING points at TLS_BUNDLE' })).toContainText(
    'TLS_BUNDLE',
  )
  expect(sent(live, 'deleteProjectSecret')).toBe(0)
})
