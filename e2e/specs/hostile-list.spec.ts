import { expect, type Page } from 'playwright/test'
import { eachRow } from './rows'
import { aliasForm } from '../pages/alias-form'
import { expectNoAxeViolations } from '../pages/axe'
import { test, type Testbed } from '../servers/live-console'
import { enterToken } from '../pages/live-page'
import { passTimeUntil } from '../pages/pass-time'
import { readAgain } from '../pages/read-again'
import { hostileStrings } from '../servers/upstream/hostile-answers'
import { makeSecret, projectId, valueSecretId } from '../servers/upstream/model'
import { reset } from '../servers/upstream/broken-connections'
import { forbidden } from '../servers/upstream/refusals'
import { sideways } from '../pages/sideways'

const tree = (page: Page) => page.getByRole('treegrid', { name: 'Secrets' })
const to = (id: string) => ({ id, key: 'DB_MASTER_PASSWORD', scope: 'PROJECT' })
const nobody = '0a1b2c3d-0000-4000-8000-00000000dead'

const open = async (page: Page, { server }: Testbed, path = '') => {
  await page.goto(`${server.url}/project/${projectId}${path}`)
  await enterToken(page)
}

test('nulls, unknown words, twins, orphans and circles are each a row of their own', async ({
  page,
  testbeds,
}) => {
  const { model } = testbeds.live.upstream
  const circle = ['0a1b2c3d-0000-4000-8000-0000000000c1', '0a1b2c3d-0000-4000-8000-0000000000c2']
  model.secrets.push(
    makeSecret({ key: 'NULLS', variable_type: null, owned_by: null, updated_at: null }),
    makeSecret({ key: 'NEW_WORDS', scope: 'GALAXY', variable_type: 'HOLOGRAM', owned_by: 'X' }),
    makeSecret({ key: 'TWIN' }),
    makeSecret({ key: 'TWIN' }),
    makeSecret({ key: 'ORPHAN_NULL', variable_type: 'ALIAS', aliased_secret: null }),
    makeSecret({ key: 'ORPHAN_GONE', variable_type: 'ALIAS', aliased_secret: to(nobody) }),
    makeSecret({ key: 'CHILD', variable_type: 'ALIAS', aliased_secret: to(valueSecretId) }),
    makeSecret({ id: circle[0] ?? '', key: 'CIRCLE_A', aliased_secret: to(circle[1] ?? '') }),
    makeSecret({ id: circle[1] ?? '', key: 'CIRCLE_B', aliased_secret: to(circle[0] ?? '') }),
  )
  await open(page, testbeds.live)
  await expect(page.getByText('8 secrets · 5 aliases · 2 orphans')).toBeVisible()
  const keys = await tree(page).getByRole('link').allInnerTexts()
  expect(keys).toHaveLength(model.secrets.filter(({ project }) => project === projectId).length)
  expect(keys.filter((key) => key === 'TWIN')).toHaveLength(2)
  const row = (key: string) => tree(page).getByRole('row', { name: new RegExp(`^${key}(?:,|$)`) })
  await expect(row('ORPHAN_NULL')).toContainText('missing')
  await expect(row('ORPHAN_GONE')).toContainText('missing')
  await expect(row('CHILD')).toHaveAttribute('aria-level', '2')
  await page.getByLabel('Scope').selectOption('GALAXY')
  await expect(tree(page).getByRole('link')).toHaveText(['NEW_WORDS'])
  await page.getByLabel('Scope').selectOption('')
  await page.getByLabel('Orphaned').check()
  await expect(tree(page).getByRole('link')).toHaveText(['ORPHAN_GONE', 'ORPHAN_NULL'])
  // In words that need no pointer to rest on them.
  const meaning = /target is not in (this|the project’s) list.*deleted.*another scope.*Re-point/
  await expect(page.getByLabel('Orphaned')).toHaveAccessibleDescription(meaning)
  await expect(page.getByRole('search').getByText(meaning)).toBeInViewport({ ratio: 1 })
  await expectNoAxeViolations(page)
  expect(await page.getByRole('main').innerText()).not.toMatch(/undefined|\[object|NaN/)
  await tree(page).getByRole('link', { name: 'ORPHAN_GONE' }).click()
  await expect(page.getByText(/^Orphaned: /)).toHaveText(meaning)
})

test('names that browsers draw alike are told apart, in the list, the picker and on the secret’s page', async ({
  page,
  testbeds,
}) => {
  const alike = [
    'DB_MASTER_PASS\u200bWORD',
    'DB_MASTER_\u202eDROWSSAP',
    'DB_MASTER_PASSWORD\u2060',
    'DB_MASTER_P\u0410SSWORD',
    ' DB_MASTER_PASSWORD',
    'DB_MASTER_PASSWORD ',
    '',
  ]
  testbeds.live.upstream.model.secrets.push(...alike.map((key) => makeSecret({ key })))
  await open(page, testbeds.live)
  const shown = [
    '(empty)',
    '␣DB_MASTER_PASSWORD',
    'DB_MASTER_PASSWORD',
    'DB_MASTER_PASSWORD␣',
    String.raw`DB_MASTER_PASSWORD\u2060`,
    String.raw`DB_MASTER_PASS\u200bWORD`,
    String.raw`DB_MASTER_\u202eDROWSSAP`,
    'DB_MASTER_P\u0410SSWORD (with Cyrillic letters)',
  ]
  const links = tree(page)
    .getByRole('link')
    .filter({ hasText: /DB_MASTER|empty/ })
  await expect(links).toHaveCount(shown.length)
  expect((await links.allInnerTexts()).toSorted()).toEqual(shown.toSorted())
  await expectNoAxeViolations(page)
  await tree(page)
    .getByRole('link', { name: String.raw`DB_MASTER_\u202eDROWSSAP` })
    .click()
  await expect(page).toHaveTitle(/^DB_MASTER_\\u202eDROWSSAP · Live/)
  await expect(
    page.getByRole('heading', { name: String.raw`DB_MASTER_\u202eDROWSSAP` }),
  ).toBeVisible()
  await page.getByRole('link', { name: 'Create', exact: true }).click()
  const { project, secret } = aliasForm(page)
  await project.fill(projectId)
  await project.blur()
  await secret.fill('DB_MASTER')
  const options = page.getByRole('listbox', { name: 'Secrets' }).getByRole('option')
  await expect(options).toHaveCount(shown.length - 1)
  const names = await options.locator('bdi').allInnerTexts()
  expect(names.toSorted()).toEqual(shown.filter((name) => name !== '(empty)').toSorted())
})

test('a list whose every text is hostile is text, here and on the secret’s page', async ({
  page,
  testbeds,
}) => {
  const { upstream } = testbeds.live
  const list = page.getByRole('navigation', { name: 'Breadcrumbs' }).getByRole('link').last()
  const dialog = page.getByRole('dialog')
  await open(page, testbeds.live)
  await eachRow(
    Object.entries(hostileStrings),
    ([name]) => name,
    async ([, text]) => {
      upstream.reset()
      const held = makeSecret({
        key: text,
        scope: text,
        variable_type: text,
        owned_by: text,
        description: text,
        service_name: text,
      })
      upstream.model.secrets = [
        held,
        makeSecret({
          key: text,
          variable_type: 'ALIAS',
          aliased_secret: { ...to(held.id), key: text },
        }),
      ]
      await page.setViewportSize({ width: 1280, height: 720 })
      await readAgain(page)
      await expect(tree(page).getByRole('link')).toHaveCount(2)
      await page.setViewportSize({ width: 375, height: 812 })
      await expect(tree(page).getByRole('link')).toHaveCount(2)
      // However long a text is, it pushes nothing out of reach.
      const tall = () => page.evaluate(() => document.documentElement.scrollHeight)
      expect(await sideways(page)).toBeLessThanOrEqual(0)
      expect(await tall()).toBeLessThan(5000)
      await tree(page).getByRole('link').first().click()
      await expect(page.getByRole('figure').getByRole('link')).toHaveCount(1)
      expect(await sideways(page)).toBeLessThanOrEqual(0)
      expect(await tall()).toBeLessThan(5000)
      // With a scope that nobody knows nothing can be changed here, and the reason is said.
      await page.getByRole('button', { name: 'Delete' }).press('Enter')
      await expect(dialog).toHaveCount(0)
      held.scope = 'PROJECT'
      await list.click()
      await readAgain(page)
      await tree(page).getByRole('link').first().click()
      for (const action of ['Edit', 'Delete']) {
        await page.getByRole('button', { name: action, exact: true }).click()
        await expect(dialog.getByText('Reading what goes with it…')).toHaveCount(0)
        expect(await dialog.evaluate((element) => element.scrollHeight)).toBeLessThan(1500)
        await expectNoAxeViolations(page)
        await page.keyboard.press('Escape')
      }
      await expect(page.locator('img')).toHaveCount(0)
      await list.click()
    },
  )
})

test('a DELETE whose answer is lost is settled by the list, and sent once', async ({
  page,
  pageGuard,
  testbeds,
}) => {
  const { upstream } = testbeds.live
  pageGuard.allowFailedLoads()
  await open(page, testbeds.live, `/secret/${valueSecretId}`)
  upstream.fault({ operation: 'deleteProjectSecret', commit: true, answer: reset })
  await page.getByRole('button', { name: 'Delete' }).click()
  await page.getByRole('dialog').getByLabel('Type its key').fill('DB_MASTER_PASSWORD')
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click()
  await expect(page.getByRole('heading', { name: 'DB_MASTER_PASSWORD was deleted' })).toBeFocused()
  await expect(page.getByText('the list no longer shows it')).toBeVisible()
  const deletes = upstream.requests.filter(({ operation }) => operation === 'deleteProjectSecret')
  expect(deletes).toHaveLength(1)
})

test('a list that cannot be read says so, and is read on demand', async ({
  page,
  pageGuard,
  testbeds,
}) => {
  pageGuard.allowFailedLoads()
  // A list on a connection that was used before is asked for once more.
  testbeds.live.upstream.fault({ operation: 'listProjectSecrets', times: 9, answer: reset })
  await page.clock.install()
  await open(page, testbeds.live)
  const heading = page.getByRole('heading', { level: 1 })
  await passTimeUntil(page, 1000, () =>
    expect(heading).toHaveText('The project cannot be shown', { timeout: 100 }),
  )
  await expect(page.getByText('No answer came from Qovery.')).toBeVisible()
  testbeds.live.upstream.reset()
  testbeds.live.upstream.fault({ operation: 'listProjectSecrets', answer: forbidden })
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByText('this token may not see the project')).toBeVisible()
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(tree(page)).toBeVisible()
})
