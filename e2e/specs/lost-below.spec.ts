import { expect, type Page } from 'playwright/test'
import { eachRow } from './rows'
import { forgetAll } from '../pages/forget-all'
import { aliasForm } from '../pages/alias-form'
import { enterToken } from '../pages/live-page'
import { test, type Testbed } from '../servers/live-console'
import { reset } from '../servers/upstream/broken-connections'
import {
  makeSecret,
  productionId,
  projectId,
  serviceIds,
  valueSecretId,
} from '../servers/upstream/model'
import type { AnyRouteName } from '../../src/qovery/all-routes'

// Below a project as in it: what was lost on the way is settled by the owner's own list, and sent once.

interface Place {
  scope: string
  owner: string
  /** Of the page, behind the environment's. */
  path: string
  calls: Record<'create' | 'edit' | 'delete', AnyRouteName>
}

const bySecret = (kind: 'Environment' | 'Application' | 'Container' | 'Job'): Place['calls'] => ({
  create: `create${kind}SecretAlias`,
  edit: `edit${kind}Secret`,
  delete: `delete${kind}Secret`,
})
const byVariable: Place['calls'] = {
  create: 'createVariableAlias',
  edit: 'editVariable',
  delete: 'deleteVariable',
}
const placeOf = (kind: keyof typeof serviceIds, calls: Place['calls']): Place => ({
  scope: kind.toUpperCase(),
  owner: serviceIds[kind],
  path: `/${kind}/${serviceIds[kind]}`,
  calls,
})

const places: Place[] = [
  { scope: 'ENVIRONMENT', owner: productionId, path: '', calls: bySecret('Environment') },
  placeOf('application', bySecret('Application')),
  placeOf('container', bySecret('Container')),
  placeOf('job', bySecret('Job')),
  placeOf('helm', byVariable),
  placeOf('terraform', byVariable),
  placeOf('agentic_workflow', byVariable),
]

const aliasId = '0a1b2c3d-0000-4000-8000-0000000000a2'
const dialog = (page: Page) => page.getByRole('dialog')
const title = (page: Page, name: string) => page.getByRole('heading', { name, exact: true })

const openAlias = async (page: Page, { server, upstream }: Testbed, place: Place) => {
  upstream.model.secrets.push(
    makeSecret({
      id: aliasId,
      key: 'BELOW',
      scope: place.scope,
      owner: place.owner,
      variable_type: 'ALIAS',
      aliased_secret: { id: valueSecretId, key: 'DB_MASTER_PASSWORD', scope: 'PROJECT' },
    }),
  )
  await page.goto(
    `${server.url}/project/${projectId}/environment/${productionId}${place.path}/secret/${aliasId}`,
  )
  await enterToken(page)
}

const actions: Record<string, (page: Page, live: Testbed, place: Place) => Promise<void>> = {
  'a creation is found': async (page, { server, upstream }, { scope, owner, calls }) => {
    const service = owner === productionId ? '' : `&service=${owner}`
    await page.goto(
      `${server.url}/?project=${projectId}&environment=${productionId}${service}&secret=${valueSecretId}&key=BELOW`,
    )
    await enterToken(page)
    const form = aliasForm(page)
    await form.preview.getByText('DB_MASTER_PASSWORD').waitFor()
    upstream.fault({ operation: calls.create, commit: true, answer: reset })
    await form.create.click()
    await expect(form.created).toContainText('BELOW')
    expect(upstream.aliases()).toMatchObject([{ key: 'BELOW', scope, owner }])
  },
  'an edit is found': async (page, live, place) => {
    await openAlias(page, live, place)
    await page.getByRole('button', { name: 'Edit', exact: true }).click()
    await dialog(page).getByLabel('Key').fill('BELOW_TOO')
    live.upstream.fault({ operation: place.calls.edit, commit: true, answer: reset })
    await dialog(page).getByRole('button', { name: 'Save' }).click()
    await expect(title(page, 'BELOW_TOO was saved')).toBeVisible()
  },
  'a re-pointing ends as one alias': async (page, live, place) => {
    await openAlias(page, live, place)
    await page.getByRole('button', { name: 'Re-point', exact: true }).click()
    await dialog(page).getByLabel('New target').fill('TLS_BUNDLE')
    for (const operation of [place.calls.delete, place.calls.create])
      live.upstream.fault({ operation, commit: true, answer: reset })
    await dialog(page).getByRole('button', { name: 'Re-point' }).click()
    await expect(title(page, 'BELOW points at TLS_BUNDLE now')).toBeVisible()
    expect(live.upstream.aliases()).toMatchObject([
      { key: 'BELOW', owner: place.owner, aliased_secret: { key: 'TLS_BUNDLE' } },
    ])
  },
  'a deletion is found, and undone': async (page, live, place) => {
    await openAlias(page, live, place)
    await page.getByRole('button', { name: 'Delete', exact: true }).click()
    live.upstream.fault({ operation: place.calls.delete, commit: true, answer: reset })
    // An environment's list says nothing of its services: the key is asked for there.
    const typed = dialog(page).getByLabel('Type its key')
    if (await typed.isVisible()) await typed.fill('BELOW')
    await dialog(page).getByRole('button', { name: 'Delete', exact: true }).click()
    await expect(title(page, 'BELOW was deleted')).toBeVisible()
    expect(live.upstream.aliases()).toEqual([])
    await page.getByRole('button', { name: 'Undo', exact: true }).click()
    await expect.poll(() => live.upstream.aliases()).toMatchObject([{ key: 'BELOW' }])
  },
}

test('a lost answer about an alias of an environment or a service is settled by its own list, and sent once', async ({
  page,
  testbeds,
  pageGuard,
}) => {
  pageGuard.expectConsoleMessages(/502/)
  const { live } = testbeds
  await eachRow(
    places.flatMap((place) => Object.entries(actions).map((action) => ({ place, action }))),
    ({ place, action: [name] }) => `${place.scope}: ${name}`,
    async ({ place, action: [, holds] }) => {
      await forgetAll(page, live.server.url)
      live.upstream.reset()
      await holds(page, live, place)
      const writes = live.upstream.requests.filter(({ operation }) =>
        Object.values(place.calls).some((call) => call === operation),
      )
      for (const operation of Object.values(place.calls)) {
        const sent = writes.filter((each) => each.operation === operation).length
        // What is undone is created once more.
        expect(sent, operation).toBeLessThanOrEqual(1)
      }
    },
  )
})
