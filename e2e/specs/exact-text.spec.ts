import { expect, type Page } from 'playwright/test'
import { exampleId, projectPath } from '../pages/alias-form'
import { planBulk } from '../pages/bulk-page'
import { test } from '../servers/console'
import { test as liveTest } from '../servers/live-console'

// What no keyboard, browser or translator may change.
const exact = {
  autocomplete: 'off',
  autocorrect: 'off',
  autocapitalize: 'none',
  spellcheck: 'false',
  translate: 'no',
}

/** Every text box that the page shows now, by its name, with what it asks of keyboards and browsers. */
const textBoxes = (page: Page) =>
  page.evaluate((names) => {
    const boxes = [
      ...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea'),
    ].filter((box) => box.checkVisibility() && !['checkbox', 'radio', 'file'].includes(box.type))
    return Object.fromEntries(
      boxes.map((box) => [
        box.ariaLabel ?? box.labels?.[0]?.textContent ?? '',
        Object.fromEntries(names.map((name) => [name, box.getAttribute(name)])),
      ]),
    )
  }, Object.keys(exact))

/** Holds that the page shows these text boxes and no other, and that all but a description are taken letter by letter. */
const expectExact = async (page: Page, names: readonly string[]) => {
  const boxes = await textBoxes(page)
  expect(Object.keys(boxes).toSorted()).toEqual(names.toSorted())
  for (const name of names) {
    if (!name.startsWith('Description')) expect(boxes[name], name).toEqual(exact)
  }
}

const dialogs: [button: string, id: string, names: string[]][] = [
  ['Edit', exampleId, ['Key', 'Description']],
  ['Delete', exampleId, ['Type its key to delete all of this']],
  ['Re-point', 'c1b7ed81-727a-4f98-ae9a-10ae4bc2fcf5', ['New target']],
]

test('no keyboard, browser or translator changes a name, key or id that is typed, on any page', async ({
  page,
}) => {
  await page.goto('/')
  await expectExact(page, ['Project', 'Where', 'Secret', 'Key', 'Description'])
  for (const address of ['/project', '/bulk']) {
    await page.goto(address)
    await page.getByRole('textbox', { name: 'Project' }).waitFor()
    await expectExact(page, ['Project'])
  }
  await page.goto(projectPath)
  await page.getByRole('treegrid').waitFor()
  await expectExact(page, ['Search'])
  for (const [button, id, names] of dialogs) {
    await page.goto(`${projectPath}/secret/${id}`)
    await page.getByRole('button', { name: button, exact: true }).click()
    await page
      .getByRole('dialog')
      .getByLabel(names[0] ?? '')
      .waitFor()
    await expectExact(page, names)
  }
  await planBulk(page, `${projectPath}/bulk`, 'ONE=SENTRY_DSN')
  await page.getByRole('button', { name: 'Edit row 1' }).click()
  await expectExact(page, ['Alias of row 1', 'Target of row 1', 'Description of row 1'])
  await page.getByRole('button', { name: 'Change input' }).click()
  await expectExact(page, ['Aliases'])
  await page.getByLabel('Name secrets by a rule').check()
  await expectExact(page, ['Replace', 'With', 'Prefix', 'Suffix', 'Search secrets'])
})

liveTest('nor a token', async ({ page, testbeds }) => {
  await page.goto(testbeds.live.server.url)
  await page.getByLabel('API token').waitFor()
  await expectExact(page, ['API token', 'Project', 'Where', 'Secret', 'Key', 'Description'])
})
