import { expect, type Page } from 'playwright/test'
import { eachRow } from './rows'
import { expectNoAxeViolations } from '../pages/axe'
import { bulkPage, rowOf } from '../pages/bulk-page'
import { passTimeUntil } from '../pages/pass-time'
import { test, type Testbed } from '../servers/live-console'
import { enterToken, openLiveForm } from '../pages/live-page'
import { readAgain } from '../pages/read-again'
import { picker } from '../pages/picker'
import { sideways } from '../pages/sideways'
import { reset } from '../servers/upstream/broken-connections'
import { makeSecret, organizationId, projectId, valueSecretId } from '../servers/upstream/model'
import { altered } from '../servers/upstream/raw'

// Entries of Qovery's lists that are not as described: each is said, and takes no other along.

const oddId = '0a1b2c3d-0000-4000-8000-00000000000d'
const sound = { id: oddId, created_at: '2024-02-29T12:00:00Z', key: 'ODD', scope: 'PROJECT' }
const link = { id: valueSecretId, key: 'DB_MASTER_PASSWORD', scope: 'PROJECT' }

/** Entries that are kept without the field that is not as described. */
const partly: Record<string, object> = {
  'an empty updated_at': { updated_at: '' },
  'an empty service_id': { service_id: '' },
  'a number for a description': { description: 5 },
  'an object for an owner': { owned_by: {} },
  'a word for a date': { created_at: 'yesterday' },
}
const unreadable: Record<string, unknown> = {
  null: null,
  'an array': [sound],
  'a text': 'ODD',
  'no key': { ...sound, key: undefined },
  'a number for a key': { ...sound, key: 5 },
  'a number for an id': { ...sound, id: 12_345 },
  'a path for an id': { ...sound, id: '../..' },
  'a number for a type': { ...sound, variable_type: 5 },
  'an alias of nothing readable': { ...sound, variable_type: 'ALIAS', aliased_secret: {} },
  'the id of another': { ...sound, id: valueSecretId },
  'a prototype': JSON.parse('{"__proto__":{"key":"ODD"},"key":"__proto__"}') as unknown,
}

type Lists = 'listProjectSecrets' | 'listProjects' | 'listOrganizations'
/** Adds entries to each answer to come, as long as the test lasts. */
const addTo = ({ upstream }: Testbed, operation: Lists, entries: readonly unknown[]) =>
  upstream.fault({
    operation,
    times: 1000,
    answer: altered((body) => ({
      ...body,
      results: [...(Array.isArray(body['results']) ? body['results'] : []), ...entries],
    })),
  })

const open = async (page: Page, { server }: Testbed, path = `/project/${projectId}`) => {
  await page.goto(server.url + path)
  await enterToken(page)
}
const tree = (page: Page) => page.getByRole('treegrid', { name: 'Secrets' })
const note = (page: Page) => page.getByRole('group', { name: 'Could not be read' })

test('a secret that can be read in part is a secret like others, and its card says what could not be read', async ({
  page,
  testbeds,
}) => {
  const { upstream } = testbeds.live
  await open(page, testbeds.live)
  await eachRow(
    Object.entries(partly),
    ([name]) => name,
    async ([, fields]) => {
      upstream.reset()
      addTo(testbeds.live, 'listProjectSecrets', [{ ...sound, ...fields }])
      await readAgain(page)
      await expect(tree(page).getByRole('link')).toHaveCount(5)
      await expect(note(page)).toHaveCount(0)
      const row = tree(page).getByRole('row', { name: /^ODD, partly read/ })
      await expectNoAxeViolations(page)
      await row.getByRole('link').click()
      await expect(page.getByText('What came back could not be read.')).toHaveCount(1)
      const edit = page.getByRole('button', { name: 'Edit', exact: true })
      if ('description' in fields) await expect(edit).toHaveAttribute('aria-disabled', 'true')
      else await expect(edit).not.toHaveAttribute('aria-disabled', 'true')
      await page.getByRole('navigation', { name: 'Breadcrumbs' }).getByRole('link').last().click()
    },
  )
})

test('an entry that cannot be read is said and counted, and leads nowhere', async ({
  page,
  testbeds,
}) => {
  const { upstream } = testbeds.live
  await open(page, testbeds.live)
  await eachRow(
    Object.entries(unreadable),
    ([name]) => name,
    async ([, entry]) => {
      upstream.reset()
      addTo(testbeds.live, 'listProjectSecrets', [entry])
      await readAgain(page)
      await expect(tree(page).getByRole('link')).toHaveCount(4)
      await expect(page.getByText('4 secrets · 0 aliases · 1 unreadable')).toBeVisible()
      await expect(note(page)).toContainText('1 entry of Qovery’s answer could not be read.')
      await expect(note(page).getByRole('listitem')).toHaveCount(1)
      await expect(note(page).getByRole('link')).toHaveCount(0)
      for (const href of await page
        .getByRole('link')
        .evaluateAll((links) => links.map((each) => each.getAttribute('href') ?? '')))
        expect(href).toMatch(/^(?:#content|\/[\w/?=&-]*)$/)
      await expectNoAxeViolations(page)
      expect(await page.getByRole('main').innerText()).not.toMatch(/undefined|\[object|NaN/)
    },
  )
})

test('beside an entry that cannot be read the pickers have the others, and a lost answer is settled', async ({
  page,
  pageGuard,
  testbeds,
}) => {
  const { upstream, server } = testbeds.live
  pageGuard.allowFailedLoads()
  const form = await openLiveForm(page, server.url)
  const secret = picker(page, 'Secret')
  await eachRow(
    [...Object.entries(unreadable).entries()],
    ([, [name]]) => name,
    async ([index, [, entry]]) => {
      upstream.reset()
      addTo(testbeds.live, 'listProjectSecrets', [entry])
      await readAgain(page)
      await secret.box.fill('')
      await secret.open()
      await expect(secret.option('TLS_BUNDLE')).toBeVisible()
      await expect(
        page.getByRole('status').getByText(/^4 secrets, and 1 that could not be read/),
      ).toBeVisible()
      await secret.option('DB_MASTER_PASSWORD').click()
      // Another one each time: the page knows what it made before.
      await form.key.fill(`FAULT_KEY_${index}`)
      upstream.fault({ operation: 'createProjectSecretAlias', commit: true, answer: reset })
      await form.create.click()
      await expect(form.result).toContainText(`FAULT_KEY_${index} created`)
    },
  )
})

test('a list of nothing that can be read is no empty project', async ({ page, testbeds }) => {
  testbeds.live.upstream.model.secrets = []
  addTo(testbeds.live, 'listProjectSecrets', [null, { ...sound, id: 5 }])
  await open(page, testbeds.live)
  await expect(note(page)).toContainText('2 entries of Qovery’s answer could not be read.')
  await expect(note(page).getByRole('listitem')).toHaveText([/^without a name$/, /^ODD ID 5$/])
  await expect(page.getByText('This project has no secrets yet')).toHaveCount(0)
})

test('10,000 entries that cannot be read are counted, and drawn a few at a time', async ({
  page,
  testbeds,
}) => {
  const many = Array.from({ length: 10_000 }, (_, index) => ({ ...sound, id: index }))
  addTo(testbeds.live, 'listProjectSecrets', many)
  await open(page, testbeds.live)
  await expect(note(page)).toContainText('10,000 entries of Qovery’s answer could not be read.')
  await expect(note(page).getByRole('listitem')).toHaveCount(50)
  await note(page).getByRole('button', { name: 'Show 50 more of 10,000 entries' }).click()
  await expect(note(page).getByRole('listitem')).toHaveCount(100)
  await expect(tree(page).getByRole('link')).toHaveCount(4)
  await page.setViewportSize({ width: 375, height: 812 })
  expect(await sideways(page)).toBeLessThanOrEqual(0)
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThan(5000)
  expect(await page.locator('*').count()).toBeLessThan(1500)
})

test('a lost creation is never called off while an entry with its key cannot be read', async ({
  page,
  pageGuard,
  testbeds,
}) => {
  pageGuard.expectConsoleMessages(/502/)
  const { upstream, server } = testbeds.live
  await page.clock.install()
  addTo(testbeds.live, 'listProjectSecrets', [{ ...sound, key: 'FAULT_KEY', id: 7 }])
  const form = await openLiveForm(page, server.url)
  await expect(page.getByText('An entry of the project’s list has this key')).toBeVisible()
  await page.getByRole('checkbox', { name: 'Use FAULT_KEY anyway' }).check()
  upstream.fault({ operation: 'createProjectSecretAlias', answer: reset })
  await form.create.click()
  await expect(page.getByRole('heading', { name: 'Checking whether it happened' })).toBeVisible()
  const outcome = page.getByRole('heading', { name: 'Outcome unknown' })
  await passTimeUntil(page, 5000, () => expect(outcome).toBeFocused({ timeout: 200 }))
  await expect(page.getByText('FAULT_KEY may or may not exist.')).toBeVisible()
  await expect(page.getByText('the entry of the project’s list that may be it')).toBeVisible()
  await expect(page.getByText(/nothing was created/i)).toHaveCount(0)
  const posts = upstream.requests.filter(
    ({ operation }) => operation === 'createProjectSecretAlias',
  )
  expect(posts).toHaveLength(1)
})

test('a plan cannot tell what becomes of rows that are about such an entry, and runs the others', async ({
  page,
  testbeds,
}) => {
  const { upstream } = testbeds.live
  addTo(testbeds.live, 'listProjectSecrets', [
    { ...sound, id: 7 },
    { ...sound, key: 'ODD_SOURCE', scope: null },
  ])
  await open(page, testbeds.live, `/project/${projectId}/bulk`)
  const bulk = bulkPage(page)
  await bulk.aliases.fill('ODD=DB_MASTER_PASSWORD\nNEW=ODD_SOURCE\nGOOD=DB_MASTER_PASSWORD')
  await bulk.makePlan.click()
  await expect(bulk.verdicts).toContainText('2 unclear')
  await expect(rowOf(page, 'ODD')).toContainText('has the key ODD and could not be read')
  await expect(rowOf(page, 'NEW')).toContainText('could not be read')
  await expect(
    page.getByText('2 entries of Qovery’s answer could not be read: what becomes'),
  ).toBeVisible()
  await bulk.create.click()
  await expect(bulk.report).toBeVisible()
  await expect(rowOf(page, 'GOOD')).toContainText('created')
  await expect(rowOf(page, 'ODD')).toContainText('left out')
  expect(upstream.aliases().map(({ key }) => key)).toEqual(['GOOD'])
})

test('what cannot be read has no page and no target, and a deletion says that it may go along', async ({
  page,
  testbeds,
}) => {
  const { upstream } = testbeds.live
  upstream.model.secrets.push(
    makeSecret({ key: 'SECOND', variable_type: 'ALIAS', aliased_secret: link }),
  )
  const odd = { ...sound, key: 'ODD_ALIAS', aliased_secret: link, scope: null }
  addTo(testbeds.live, 'listProjectSecrets', [odd, null])
  await open(page, testbeds.live, `/project/${projectId}/secret/${oddId}`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The secret cannot be shown')
  await open(page, testbeds.live, `/project/${projectId}/secret/${valueSecretId}`)
  await expect(page.getByRole('region', { name: 'Relations' })).toContainText(
    '2 entries of the project’s list could not be read',
  )
  await page.getByRole('button', { name: 'Delete' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('list', { name: 'Goes with it' }).getByRole('listitem')).toHaveText(
    [/^SECOND/, /^ODD_ALIAS .*could not be read$/],
  )
  await expect(dialog).toContainText('1 entry of the list could not be read: whether it goes too')
  await expectNoAxeViolations(page)
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await page.getByRole('figure').getByRole('link', { name: 'SECOND' }).click()
  await page.getByRole('button', { name: 'Re-point' }).click()
  await page.getByRole('combobox', { name: 'New target' }).fill('ODD_ALIAS')
  await page.getByRole('dialog').getByRole('button', { name: 'Re-point' }).click()
  await expect(
    page.getByText('What the list says of it could not be read. Choose another one.'),
  ).toBeVisible()
  expect(upstream.requests.filter(({ method }) => method !== 'GET')).toEqual([])
})

test('organizations and projects that cannot be read take no other along, and no token', async ({
  page,
  pageGuard,
  testbeds,
}) => {
  pageGuard.expectConsoleMessages(/404/)
  addTo(testbeds.live, 'listOrganizations', [null, { id: '../..', name: 'Odd Works' }])
  addTo(testbeds.live, 'listProjects', [
    { id: 5, name: 'odd project' },
    {
      id: oddId,
      name: 'dated',
      created_at: 'yesterday',
      description: 5,
      organization: { id: organizationId.toUpperCase() },
    },
  ])
  await open(page, testbeds.live, '/project')
  const notes = note(page)
  await expect(notes).toHaveCount(2)
  await expect(notes.first()).toContainText('2 entries of Qovery’s answer could not be read.')
  await expect(notes.first()).toContainText('Odd Works ID ../..')
  await expect(notes.last()).toContainText('odd project ID 5')
  await expect(page.getByRole('main').getByRole('link')).toHaveText([
    'payments',
    'storefront',
    'dated',
  ])
  await expectNoAxeViolations(page)
  await page.getByRole('link', { name: 'Create', exact: true }).click()
  const project = picker(page, 'Project')
  await project.open()
  await expect(
    page.getByRole('status').getByText('3 projects, and 3 that could not be read'),
  ).toBeVisible()
  await project.option('dated').click()
  await expect(project.box).toHaveValue('dated')
})

test('results that are none are still no list', async ({ page, testbeds }) => {
  const { upstream } = testbeds.live
  await page.clock.install()
  await eachRow(
    [{}, 'text', 5],
    (results) => `results that are ${JSON.stringify(results)}`,
    async (results) => {
      upstream.reset()
      upstream.fault({
        operation: 'listProjectSecrets',
        times: 9,
        answer: altered((body) => ({ ...body, results })),
      })
      await open(page, testbeds.live)
      const said = page.getByText('Qovery’s answer was no list.')
      // It is asked once more, a second later.
      await passTimeUntil(page, 1000, () => expect(said).toBeVisible({ timeout: 100 }))
    },
  )
})

test('what a secret overrides is named, also where the list does not have it', async ({
  page,
  testbeds,
}) => {
  const { upstream, server } = testbeds.live
  const overridden = {
    id: '0a1b2c3d-0000-4000-8000-00000000000e',
    key: 'ELSEWHERE',
    scope: 'BUILT_IN',
  } as const
  upstream.model.secrets.push(makeSecret({ id: oddId, key: 'ODD', overridden_secret: overridden }))
  await page.goto(`${server.url}/project/${projectId}/secret/${oddId}`)
  await enterToken(page)
  await expect(page.getByRole('figure')).toContainText('overrides ELSEWHERE (not in this list)')
})
