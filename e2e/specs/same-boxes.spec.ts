import { expect, test as plainTest, type Locator, type Page } from 'playwright/test'
import { aliasForm, exampleId } from '../pages/alias-form'
import { bulkPage, planBulk } from '../pages/bulk-page'
import { codePanel } from '../pages/code-panel'
import { picker } from '../pages/picker'
import { test } from '../servers/console'
import { expectSameBoxesInAnyFont } from '../pages/same-boxes'

const project = `/project/${exampleId}`

plainTest(
  'a line that an id in it makes higher is found, and one that lies on the next',
  async ({ page }) => {
    const line = (style: string) =>
      `<p style="font: 14px/20px var(--font-sans)">Its <code style="font: 13px var(--font-mono); ${style}">id</code></p>`
    await page.setContent(line('line-height: 0'))
    await expectSameBoxesInAnyFont(page)
    await page.setContent(line('line-height: 20px'))
    await expect(expectSameBoxesInAnyFont(page)).rejects.toThrow('Its id: ')
    await page.setContent(line('line-height: 0; display: block'))
    await expect(expectSameBoxesInAnyFont(page)).rejects.toThrow('its lines lie on each other')
  },
)

const widths = [375, 1280]

/** Looks at what is shown in a narrow window and in a wide one. */
const expectSameBoxes = async (page: Page, shown: Locator) => {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 })
    await expect(shown).toBeVisible()
    await expectSameBoxesInAnyFont(page)
  }
}

/** Opens each dialog of a secret's page, and looks at it. */
const lookAtDialogs = async (page: Page, names: string[]) => {
  for (const name of names) {
    await page.getByRole('button', { name, exact: true }).click()
    await expectSameBoxes(page, page.getByRole('dialog').getByRole('button', { name: 'Cancel' }))
    await page.keyboard.press('Escape')
  }
}

test('the form, its lists, the preview and the result are as large in any fonts, in a narrow window and in a wide one', async ({
  page,
}) => {
  const form = aliasForm(page)
  await page.goto('/')
  await expectSameBoxes(page, form.preview.getByText('not chosen yet').first())
  await page.goto(`/?project=${exampleId}&secret=${exampleId}&key=PGPASSWORD`)
  await expectSameBoxes(page, page.getByText('exists already'))
  await form.secret.press('ArrowDown')
  await expectSameBoxes(page, picker(page, 'Secret').list)
  await page.keyboard.press('Escape')
  await form.key.fill('1_MORE')
  await form.create.click()
  await expectSameBoxes(page, page.getByText('Use 1_MORE anyway'))
  await form.key.fill('IN_ANY_FONT')
  await form.create.click()
  await expectSameBoxes(page, form.target)
})

test('a project, its keys, a menu and the projects are as large in any fonts, in a narrow window and in a wide one', async ({
  page,
}) => {
  await page.goto(project)
  const tree = page.getByRole('treegrid', { name: 'Secrets' })
  await expectSameBoxes(page, tree.getByText('PGPASSWORD'))
  await tree.focus()
  await page.keyboard.press('Shift+F10')
  await expectSameBoxes(page, page.getByRole('menu'))
  await page.keyboard.press('Escape')
  await page.keyboard.press('?')
  await expectSameBoxes(page, page.getByRole('dialog'))
  await page.goto('/project')
  await expectSameBoxes(page, page.getByRole('link', { name: /^payments/ }))
})

test('a secret, an alias, their dialogs and their code are as large in any fonts, in a narrow window and in a wide one', async ({
  page,
}) => {
  await page.goto(`${project}/secret/${exampleId}`)
  await expectSameBoxes(page, page.getByRole('link', { name: 'PGPASSWORD' }).first())
  await lookAtDialogs(page, ['Edit', 'Delete'])
  await page.getByRole('link', { name: 'PGPASSWORD' }).first().click()
  await expect(page.getByText('Terraform', { exact: true })).toBeVisible()
  await lookAtDialogs(page, ['Edit', 'Re-point', 'Delete'])
  await page.getByText('Terraform', { exact: true }).click()
  await expectSameBoxes(page, codePanel(page).block('Terraform'))
})

test('a bulk job is as large from its input to its report in any fonts, in a narrow window and in a wide one', async ({
  page,
}) => {
  const bulk = await planBulk(
    page,
    `${project}/bulk`,
    'IN_ANY_FONT=DB_MASTER_PASSWORD\nPGPASSWORD=DB_MASTER_PASSWORD\nIN VAIN=NOTHING',
  )
  await expectSameBoxes(page, bulk.plan)
  await page.getByRole('button', { name: /^Edit/ }).last().click()
  await expectSameBoxes(page, page.getByRole('textbox', { name: /^Alias of row/ }))
  await bulk.create.click()
  await expectSameBoxes(page, bulk.report)
  await bulk.button('Start another').click()
  await page.getByLabel('Name secrets by a rule').check()
  await expectSameBoxes(page, page.getByText('CARD_GATEWAY_API_KEY').first())
  await expect(bulkPage(page).aliases).toBeHidden()
})
