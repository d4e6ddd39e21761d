import { expect, type Page } from 'playwright/test'
import { aliasForm } from '../pages/alias-form'
import { engines } from '../browsers/any-engine'
import { bulkPage } from '../pages/bulk-page'
import { test, type Testbed } from '../servers/live-console'
import { enterToken } from '../pages/live-page'
import { picker } from '../pages/picker'
import { makeSecret, projectId, valueSecretId } from '../servers/upstream/model'
import { refusal } from '../servers/upstream/refusals'

// Firefox takes seconds to lay out a text of this length without a space.
const long = 'W'.repeat(100_000)
const aliasId = '0a1b2c3d-0000-4000-8000-00000000a11a'

/** Gives every text of Qovery's answers this length. */
const makeLong = ({ upstream: { model } }: Testbed) => {
  for (const organization of model.organizations) organization.name = `O${long}`
  for (const project of model.projects) {
    project.name = `${project.name}${long}`
    project.description = `D${long}`
  }
  const texts = { owned_by: long, description: long, service_name: long, service_type: long }
  const target = makeSecret({ id: valueSecretId, key: `T${long}`, ...texts })
  model.secrets = [
    target,
    makeSecret({
      id: aliasId,
      key: `A${long}`,
      variable_type: 'ALIAS',
      aliased_secret: { id: target.id, key: target.key, scope: 'PROJECT' },
      ...texts,
    }),
    makeSecret({ key: 'ODD', scope: long, variable_type: long, ...texts }),
  ]
}

/** Texts that are drawn with a line longer than anybody reads at once, by the element that holds them. */
const tooLong = (page: Page) =>
  page.evaluate(() => {
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const found: string[] = []
    for (let node = walk.nextNode(); node !== null; node = walk.nextNode()) {
      const { parentElement: holder, textContent: text } = node
      const longest = Math.max(...(text ?? '').split('\n').map((line) => line.length))
      if (longest <= 1100 || holder?.checkVisibility() !== true) continue
      if (holder.closest('script, style, textarea') === null)
        found.push(`${holder.outerHTML.slice(0, 200)}: ${longest}`)
    }
    return found
  })

test(
  'of a text that is too long the beginning is drawn, on every page',
  engines,
  async ({ page, testbeds, pageGuard }) => {
    pageGuard.expectConsoleMessages(/422/)
    const { live } = testbeds
    const project = `${live.server.url}/project/${projectId}`
    const expectShort = async () => expect(await tooLong(page)).toEqual([])
    makeLong(live)
    await page.goto(project)
    await enterToken(page)
    const tree = page.getByRole('treegrid', { name: 'Secrets' })
    await expect(tree.getByRole('link')).toHaveCount(3)
    await expectShort()
    await page.getByRole('button', { name: /^Actions for A/ }).click()
    await expect(page.getByRole('menu')).toBeVisible()
    await expectShort()
    await page.keyboard.press('Escape')
    await page.getByText('Terraform').first().click()
    await expectShort()

    await tree.getByRole('link', { name: /^A/ }).click()
    await expect(page.getByRole('article').first()).toBeVisible()
    await expectShort()
    const dialog = page.getByRole('dialog')
    for (const action of ['Edit', 'Re-point', 'Delete']) {
      await page.getByRole('button', { name: action, exact: true }).click()
      await expect(dialog).toBeVisible()
      await expect(dialog.getByText('Reading what goes with it…')).toHaveCount(0)
      await expectShort()
      await page.keyboard.press('Escape')
    }
    for (const tool of ['curl', 'Qovery CLI', 'Terraform']) {
      await page.getByText(tool, { exact: true }).click()
      await expectShort()
    }

    await page.getByRole('link', { name: 'Secrets', exact: true }).click()
    await page.getByRole('link', { name: 'Other project' }).click()
    await expect(page.getByRole('link', { name: /^payments/ })).toBeVisible()
    await expectShort()

    await page.getByRole('link', { name: 'Create', exact: true }).click()
    await aliasForm(page).project.fill(projectId)
    await picker(page, 'Secret').open()
    await expectShort()
    await picker(page, 'Secret').option(/^T/).click()
    await aliasForm(page).key.fill(`K${long}`)
    await expectShort()
    await aliasForm(page).key.fill('REFUSED')
    live.upstream.fault({ operation: 'createProjectSecretAlias', answer: refusal(422, long) })
    await aliasForm(page).create.click()
    await page.getByText('What the server said').click()
    await expectShort()

    await page.getByRole('link', { name: 'Bulk', exact: true }).click()
    await expect(bulkPage(page).aliases).toBeVisible()
    await expectShort()
    await page.getByRole('radio', { name: 'Name secrets by a rule' }).check()
    await expectShort()
  },
)

test('a long text is shown whole to whoever asks for it', async ({ page, testbeds }) => {
  makeLong(testbeds.live)
  await page.goto(`${testbeds.live.server.url}/project/${projectId}/secret/${aliasId}`)
  await enterToken(page)
  const description = page
    .getByRole('article', { name: 'Alias', exact: true })
    .locator('dl > div')
    .filter({ hasText: /^Description/ })
  await expect(description.locator('bdi')).toHaveText(`${'W'.repeat(600)}…`)
  await expect(page.getByText('with unusual letters')).toHaveCount(0)
  await description.getByRole('button', { name: 'Show all 100,000 characters' }).click()
  await expect(description.locator('bdi')).toHaveText(long)
  await description.getByRole('button', { name: 'Show the beginning' }).click()
  await expect(description.locator('bdi')).toHaveText(`${'W'.repeat(600)}…`)
})
