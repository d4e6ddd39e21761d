import { expect, type Page } from 'playwright/test'
import { eachRow } from './rows'
import { expectNoAxeViolations } from '../pages/axe'
import { test, type Testbed } from '../servers/live-console'
import { forgetAll } from '../pages/forget-all'
import { enterToken } from '../pages/live-page'
import { passTimeUntil } from '../pages/pass-time'
import { picker } from '../pages/picker'
import { hang, reset } from '../servers/upstream/broken-connections'
import { hostileStrings } from '../servers/upstream/hostile-answers'
import { makeSecret, projectId, valueSecretId } from '../servers/upstream/model'
import { failure, forbidden, unauthorized } from '../servers/upstream/refusals'
import { sideways } from '../pages/sideways'

const open = async (page: Page, { server }: Testbed, path = `/?project=${projectId}`) => {
  await page.goto(server.url + path)
  await enterToken(page)
}
const again = (page: Page) => page.getByRole('button', { name: 'Refresh' })

const failures = {
  403: [forbidden, /^Qovery refused: .* An ID or a link is taken as well\.$/],
  500: [failure(500), /^Qovery .* status 500\..* An ID or a link is taken as well\.$/],
  'a broken connection': [reset, /^No answer came from Qovery\. An ID or a link/],
} as const

test('a list of secrets that fails is said, an id is taken, and it is read on demand', async ({
  page,
  pageGuard,
  testbeds,
}) => {
  const { upstream } = testbeds.live
  pageGuard.allowFailedLoads()
  await page.clock.install()
  await eachRow(
    Object.entries(failures),
    ([name]) => name,
    async ([, [answer, said]]) => {
      upstream.reset()
      // Until it is mended: the list's code reads it once more where it arrives after the first failure.
      upstream.fault({ operation: 'listProjectSecrets', answer, times: 9 })
      await open(page, testbeds.live)
      const secret = picker(page, 'Secret')
      const unread = page.getByText('list could not be read')
      await passTimeUntil(page, 1000, () => expect(unread).toBeVisible({ timeout: 100 }))
      await secret.box.press('ArrowDown')
      await expect(page.getByRole('status').getByText(said)).toBeVisible()
      await expectNoAxeViolations(page)
      await secret.box.fill(valueSecretId)
      await secret.box.blur()
      await expect(secret.box).toHaveAttribute('aria-invalid', 'false')
      upstream.reset()
      await again(page).click()
      await expect(secret.box).toHaveValue('DB_MASTER_PASSWORD')
      await expect(page.getByText(/^Refreshed/)).toBeVisible()
      // What was read once stays when reading it again fails.
      upstream.fault({ operation: 'listProjectSecrets', answer, times: 9 })
      await again(page).click()
      const failed = page.getByText('reading failed')
      await passTimeUntil(page, 1000, () => expect(failed).toBeVisible({ timeout: 100 }))
      await secret.box.fill('')
      await secret.open()
      await expect(secret.option('TLS_BUNDLE')).toBeVisible()
    },
  )
})

test('projects whose organizations or whose list cannot be read are said to be unread', async ({
  page,
  pageGuard,
  testbeds,
}) => {
  const { server, upstream } = testbeds.held
  pageGuard.allowFailedLoads()
  await page.clock.install()
  const operations = ['listOrganizations', 'listProjects'] as const
  await eachRow(
    Object.entries(failures).flatMap(([name, [answer]]) =>
      operations.map((operation) => ({
        name: `${operation} fails with ${name}`,
        operation,
        answer,
      })),
    ),
    ({ name }) => name,
    async ({ operation, answer }) => {
      await forgetAll(page, server.url)
      upstream.reset()
      // The server holds the token: no check of it has read the organizations before.
      upstream.fault({ operation, answer, times: 9 })
      await page.goto(server.startUrl)
      const project = picker(page, 'Project')
      // The list's code comes after the box: an arrow pressed before opens nothing.
      await expect(async () => {
        await project.box.press('ArrowDown')
        await expect(project.box).toHaveAttribute('aria-expanded', 'true', { timeout: 500 })
      }).toPass()
      const unread = page.getByRole('status').getByText(/^The projects could not be read\./)
      await passTimeUntil(page, 1000, () => expect(unread).toBeVisible({ timeout: 100 }))
      await expectNoAxeViolations(page)
      await project.box.fill(projectId)
      await project.box.blur()
      await expect(project.box).toHaveValue('payments')
    },
  )
})

test('a list that never comes leaves the form in use', async ({ page, testbeds }) => {
  testbeds.live.upstream.fault({ operation: 'listProjectSecrets', answer: hang })
  await open(page, testbeds.live)
  const secret = picker(page, 'Secret')
  await secret.box.press('ArrowDown')
  await expect(page.getByRole('status').getByText('Reading the secrets…')).toBeVisible()
  await expect(page.getByText('reading the list…')).toBeVisible()
  await expectNoAxeViolations(page)
  await secret.box.fill(valueSecretId)
  await secret.box.blur()
  await expect(secret.box).toHaveAttribute('aria-invalid', 'false')
})

test('a token that a list refuses is asked for again, with the form kept', async ({
  page,
  pageGuard,
  testbeds,
}) => {
  pageGuard.allowFailedLoads()
  await open(page, testbeds.live)
  const secret = picker(page, 'Secret')
  await secret.search('TLS')
  await secret.option('TLS_BUNDLE').click()
  testbeds.live.upstream.fault({ operation: 'listProjectSecrets', answer: unauthorized })
  await again(page).click()
  await expect(page.getByText('reading failed')).toBeVisible()
  await expect(secret.box).toHaveValue('TLS_BUNDLE')
  await again(page).click()
  await expect(page.getByText(/^Refreshed/)).toBeVisible()
})

test('empty lists say that there is nothing', async ({ page, testbeds }) => {
  const { model } = testbeds.live.upstream
  model.secrets = []
  await open(page, testbeds.live)
  const secret = picker(page, 'Secret')
  await secret.box.press('ArrowDown')
  await expect(page.getByText('There is no secret here.')).toBeVisible()
  await expectNoAxeViolations(page)
  await secret.box.press('Escape')
  model.projects = []
  await page.getByRole('link', { name: 'Create' }).click()
  const project = picker(page, 'Project')
  await project.box.fill('')
  await project.box.press('Escape')
  await project.box.press('ArrowDown')
  await expect(page.getByText('There is no project here.')).toBeVisible()
  await expectNoAxeViolations(page)
})

test('nulls, unknown words, twins and orphans are each an option, and told apart', async ({
  page,
  testbeds,
}) => {
  const to = (id: string) => ({ id, key: 'DB_MASTER_PASSWORD', scope: 'PROJECT' })
  testbeds.live.upstream.model.secrets.push(
    makeSecret({ key: 'NULLS', variable_type: null, owned_by: null, updated_at: null }),
    makeSecret({ key: 'NEW_WORDS', scope: 'GALAXY', variable_type: 'HOLOGRAM', owned_by: 'X' }),
    makeSecret({ id: 'aaaaaaaa-0000-4000-8000-000000000001', key: 'TWIN' }),
    makeSecret({ id: 'bbbbbbbb-0000-4000-8000-000000000001', key: 'TWIN' }),
    makeSecret({ key: 'ORPHAN', variable_type: 'ALIAS', aliased_secret: null }),
    makeSecret({ key: 'LINK_ALONE', variable_type: null, aliased_secret: to(valueSecretId) }),
  )
  await open(page, testbeds.live)
  const secret = picker(page, 'Secret')
  await secret.search('NULLS')
  await expect(secret.options).toHaveText([/^NULLS\s*Project$/])
  await secret.search('NEW_WORDS')
  await expect(secret.options).toHaveText([/^NEW_WORDS\s*HOLOGRAM · GALAXY · X$/])
  // What nobody knows yet is left to Qovery.
  await expect(secret.options).toHaveAttribute('aria-disabled', 'false')
  for (const [words, reason] of [
    ['ORPHAN', /what it points at is not known/],
    ['LINK_ALONE', /Use DB_MASTER_PASSWORD/],
    ['STAGING_ONLY', /narrower than the project/],
  ] as const) {
    await secret.search(words)
    await expect(secret.options).toHaveText([reason])
    await expect(secret.options).toHaveAttribute('aria-disabled', 'true')
  }
  await secret.search('TWIN')
  await expect(secret.options).toHaveText([/^TWIN · aaaaaaaa/, /^TWIN · bbbbbbbb/])
  await secret.option('bbbbbbbb').click()
  await expect(secret.box).toHaveValue('TWIN · bbbbbbbb')
  await expect(page.getByRole('region', { name: 'Preview' })).toContainText(
    '/secret/bbbbbbbb-0000-4000-8000-000000000001/alias',
  )
})

test('options whose every text is hostile are text, in their place, and can be picked', async ({
  page,
  testbeds,
}) => {
  const { server, upstream } = testbeds.live
  await page.setViewportSize({ width: 375, height: 812 })
  await eachRow(
    Object.entries(hostileStrings),
    ([name]) => name,
    async ([, text]) => {
      await forgetAll(page, server.url)
      upstream.reset()
      const { model } = upstream
      const id = 'aaaaaaaa-0000-4000-8000-000000000001'
      model.secrets.push(
        makeSecret({
          id,
          key: text,
          description: text,
          owned_by: text,
          variable_type: text,
          scope: text,
        }),
      )
      for (const named of [model.projects[0], model.organizations[0]]) {
        if (named !== undefined) named.name = text
      }
      await open(page, testbeds.live, '/')
      const project = picker(page, 'Project')
      await project.open()
      await expect(project.options).toHaveCount(2)
      await project.search(projectId)
      await project.box.blur()
      const secret = picker(page, 'Secret')
      await expect(page.getByText(/^Refreshed/)).toBeVisible()
      await secret.open()
      await expect(secret.options).toHaveCount(5)
      const heights = await secret.options.evaluateAll((all) =>
        all.map((each) => each.clientHeight),
      )
      expect(Math.max(...heights)).toBeLessThan(200)
      expect(await sideways(page)).toBeLessThanOrEqual(0)
      await expectNoAxeViolations(page)
      // The four others have the words of the stand-in's own secrets.
      await secret.options.filter({ hasNotText: /^(DB_|TLS_|QOVERY_|STAGING_)/ }).click()
      await expect(page.getByRole('region', { name: 'Preview' })).toContainText(
        `/secret/${id}/alias`,
      )
      await expect(page.locator('img')).toHaveCount(0)
    },
  )
})
