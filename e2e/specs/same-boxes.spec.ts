import { expect, test as plainTest, type Page } from 'playwright/test'
import { aliasForm, exampleId } from '../pages/alias-form'
import { bulkPage, planBulk } from '../pages/bulk-page'
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

/** Opens each dialog of a secret's page, and looks at it. */
const lookAtDialogs = async (page: Page, names: string[]) => {
  for (const name of names) {
    await page.getByRole('button', { name, exact: true }).click()
    await expect(page.getByRole('dialog').getByRole('button', { name: 'Cancel' })).toBeVisible()
    await expectSameBoxesInAnyFont(page)
    await page.keyboard.press('Escape')
  }
}

for (const width of [1280, 375]) {
  test.describe(`${width} pixels wide, in any fonts`, () => {
    test.use({ viewport: { width, height: 800 } })

    test('the form, its lists, the preview and the result are as large', async ({ page }) => {
      const form = aliasForm(page)
      await page.goto('/')
      await expect(form.preview).toContainText('not chosen yet')
      await expectSameBoxesInAnyFont(page)
      await page.goto(`/?project=${exampleId}&secret=${exampleId}&key=PGPASSWORD`)
      await expect(page.getByText('exists already')).toBeVisible()
      await expectSameBoxesInAnyFont(page)
      await form.secret.press('ArrowDown')
      await expect(page.getByRole('listbox', { name: 'Choices' }).first()).toBeVisible()
      await expectSameBoxesInAnyFont(page)
      await page.keyboard.press('Escape')
      await form.key.fill('1_MORE')
      await form.create.click()
      await expect(page.getByText('Use 1_MORE anyway')).toBeVisible()
      await expectSameBoxesInAnyFont(page)
      await form.key.fill('IN_ANY_FONT')
      await form.create.click()
      await expect(form.overridden).toBeVisible()
      await expectSameBoxesInAnyFont(page)
    })

    test('a project, its keys, a menu and the projects are as large', async ({ page }) => {
      await page.goto(project)
      const tree = page.getByRole('treegrid', { name: 'Secrets' })
      await expect(tree.getByText('PGPASSWORD')).toBeVisible()
      await expectSameBoxesInAnyFont(page)
      await tree.focus()
      await page.keyboard.press('Shift+F10')
      await expect(page.getByRole('menu')).toBeVisible()
      await expectSameBoxesInAnyFont(page)
      await page.keyboard.press('Escape')
      await page.keyboard.press('?')
      await expect(page.getByRole('dialog')).toBeVisible()
      await expectSameBoxesInAnyFont(page)
      await page.goto('/project')
      await expect(page.getByRole('link', { name: /^payments/ })).toBeVisible()
      await expectSameBoxesInAnyFont(page)
    })

    test('a secret, an alias, their dialogs and their code are as large', async ({ page }) => {
      await page.goto(`${project}/secret/${exampleId}`)
      await expect(page.getByRole('link', { name: 'PGPASSWORD' }).first()).toBeVisible()
      await expectSameBoxesInAnyFont(page)
      await lookAtDialogs(page, ['Edit', 'Delete'])
      await page.getByRole('link', { name: 'PGPASSWORD' }).first().click()
      await expect(page.getByText('Terraform', { exact: true })).toBeVisible()
      await lookAtDialogs(page, ['Edit', 'Re-point', 'Delete'])
      await page.getByText('Terraform', { exact: true }).click()
      await expectSameBoxesInAnyFont(page)
    })

    test('a bulk job is as large from its input to its report', async ({ page }) => {
      const bulk = await planBulk(
        page,
        `${project}/bulk`,
        'IN_ANY_FONT=DB_MASTER_PASSWORD\nPGPASSWORD=DB_MASTER_PASSWORD\nIN VAIN=NOTHING',
      )
      await expectSameBoxesInAnyFont(page)
      await page.getByRole('button', { name: /^Edit/ }).last().click()
      await expectSameBoxesInAnyFont(page)
      await bulk.create.click()
      await expect(bulk.report).toBeVisible()
      await expectSameBoxesInAnyFont(page)
      await bulk.button('Start another').click()
      await expectSameBoxesInAnyFont(page)
      await bulk.button('Forget it').click()
      await page.getByLabel('Name secrets by a rule').check()
      await expect(page.getByText('TLS_BUNDLE').first()).toBeVisible()
      await expectSameBoxesInAnyFont(page)
      await expect(bulkPage(page).aliases).toBeHidden()
    })
  })
}
