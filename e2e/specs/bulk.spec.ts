import { readFile } from 'node:fs/promises'
import { expect, type Page } from 'playwright/test'
import { eachRow } from './rows'
import { exampleId, countPosts } from '../pages/alias-form'
import { engines } from '../browsers/any-engine'
import { expectNoAxeViolations, expectNoAxeViolationsInBothThemes } from '../pages/axe'
import { planBulk, rowOf, bulkPage } from '../pages/bulk-page'
import { test } from '../servers/console'

const address = `/project/${exampleId}/bulk`
const lines = (count: number) =>
  Array.from({ length: count }, (_, index) => `BULK_${index}=DB_MASTER_PASSWORD`).join('\n')

/** Begins a job of 250 rows, and pauses it. */
const pauseJob = async (page: Page) => {
  const bulk = await planBulk(page, address, lines(250))
  await bulk.create.click()
  await bulk.button('Pause').click()
  return bulk
}

test('input, plan, edited row, run and report have no axe violation in either theme', async ({
  page,
}) => {
  await page.goto(address)
  const bulk = bulkPage(page)
  await bulk.aliases.waitFor()
  await expectNoAxeViolationsInBothThemes(page)
  await page.getByLabel('Name secrets by a rule').check()
  await page.getByLabel('Pick all').check()
  await expectNoAxeViolationsInBothThemes(page)
  // The way that was chosen last is there again after a reload.
  await page.getByLabel('Paste or drop a list').check()
  await planBulk(page, address, `${lines(800)}\njunk\n1ST=DB_MASTER_PASSWORD`)
  await expectNoAxeViolationsInBothThemes(page)
  await bulk.button('Edit row 1').click()
  await expectNoAxeViolationsInBothThemes(page)
  await bulk.create.click()
  await bulk.button('Pause').click()
  await expectNoAxeViolationsInBothThemes(page)
  await bulk.button('Cancel job').click()
  await bulk.report.waitFor()
  await bulk.button('Undo this job').click()
  await expectNoAxeViolationsInBothThemes(page)
})

test(
  'each row is told what will become of it, can be changed, and is made once',
  engines,
  async ({ page }) => {
    const posts = countPosts(page)
    const bulk = await planBulk(
      page,
      address,
      `${lines(3)}\nBULK_0=DB_MASTER_PASSWORD\n2ND=DB_MASTER_PASSWORD\nBAD KEY=DB_MASTER_PASSWORD\njunk`,
    )
    await expect(bulk.verdicts).toHaveText(/3 create.*1 duplicate.*1 to confirm.*2 invalid/)
    await bulk.button('Use anyway: 2ND').click()
    await bulk.button('Edit row 6').click()
    await page.getByLabel('Alias of row 6').fill('GOOD_KEY')
    await page.keyboard.press('Enter')
    await expect(bulk.button('Edit row 6')).toBeFocused()
    await expect(bulk.create).toHaveText('Create 5 aliases')
    await expect(page.getByText('7 requests.', { exact: true })).toBeVisible()
    await bulk.create.click()
    await expect(page.getByRole('heading', { name: '5 created', exact: true })).toBeFocused()
    expect(posts).toHaveLength(5)
    await expect(rowOf(page, 'GOOD_KEY')).toContainText('created')
    await expect(rowOf(page, 'junk')).toContainText('left out')
  },
)

test('a plan shows the descriptions and the interpolation that will be sent, both can be changed there, and both are sent', async ({
  page,
}) => {
  const sent: unknown[] = []
  page.on('request', (request) => {
    if (request.method() === 'POST') sent.push(request.postDataJSON())
  })
  const long = 'x'.repeat(256)
  const bulk = await planBulk(
    page,
    address,
    `alias,source,description\nLONG,DB_MASTER_PASSWORD,${long}\nLINES,DB_MASTER_PASSWORD,`,
  )
  await test.step('a row’s description is shortened and its interpolation switched in the plan, and both are sent', async () => {
    await expect(bulk.verdicts).toHaveText(/1 create.*1 invalid/)
    await bulk.button('Edit row 2').click()
    await expect(page.getByText('256/255')).toBeVisible()
    const description = page.getByLabel('Description of row 2')
    await expect(description).toHaveValue(long)
    await description.fill('short')
    await page.getByLabel('Interpolation of row 2').check()
    await page.keyboard.press('Enter')
    await expect(rowOf(page, 'LONG')).toContainText('short· interpolation on')
    await bulk.button('Edit row 3').click()
    await page.getByLabel('Description of row 3').fill('one')
    await page.keyboard.press('Enter')
    await page.keyboard.type('two')
    await page.keyboard.press('ControlOrMeta+Enter')
    await page.reload()
    await bulk.makePlan.click()
    await bulk.create.click()
    await expect(page.getByRole('heading', { name: '2 created', exact: true })).toBeVisible()
    expect(sent).toHaveLength(2)
    expect(sent).toEqual(
      expect.arrayContaining([
        { key: 'LONG', description: 'short', enable_interpolation_in_file: true },
        { key: 'LINES', description: 'one\ntwo', enable_interpolation_in_file: false },
      ]),
    )
  })
  await bulk.button('Start another').click()
  await test.step('what was not changed is shown as it will be sent', async () => {
    await bulk.aliases.fill(`alias,source,description,interpolation
SAID,DB_MASTER_PASSWORD,Read by the reports,
FILED,TLS_BUNDLE,,
FLAT,TLS_BUNDLE,Not expanded,false`)
    await bulk.makePlan.click()
    await expect(bulk.verdicts).toHaveText('3 create')
    const last = (alias: string) => rowOf(page, alias).getByRole('cell').last()
    await expect(last('SAID')).toContainText('Read by the reports')
    await expect(last('FILED')).toContainText('interpolation on')
    await expect(last('FLAT')).toContainText('Not expanded')
    await expect(last('FLAT')).not.toContainText('interpolation')
    await expectNoAxeViolations(page)
    const filed = page.waitForRequest(
      (request) => request.method() === 'POST' && request.postDataJSON().key === 'FILED',
    )
    await bulk.create.click()
    expect((await filed).postDataJSON()).toMatchObject({ enable_interpolation_in_file: true })
  })
})

test('what is typed into rows of a plan stays, whatever is scrolled, edited or filtered meanwhile', async ({
  page,
}) => {
  const bulk = await planBulk(page, address, `LD_PRELOAD=DB_MASTER_PASSWORD\n${lines(300)}`)
  await bulk.verdicts.getByRole('button', { name: /with a warning$/ }).click()
  await expect(rowOf(page, 'BULK_0')).toHaveCount(0)
  await bulk.button('Edit row 1').click()
  await page.getByLabel('Alias of row 1').fill('MENDED')
  await page.keyboard.press('Enter')
  // A filter that nothing is left of is none.
  await expect(rowOf(page, 'BULK_0')).toBeVisible()
  await bulk.button('Edit row 2').click()
  await page.getByLabel('Alias of row 2').fill('TYPED_TWO')
  await bulk.button('Edit row 3').click()
  await page.getByLabel('Alias of row 3').fill('TYPED_THREE')
  await bulk.plan.getByLabel('Rows of Plan').evaluate((list) => list.scrollTo(0, 1_000_000))
  await expect(rowOf(page, 'BULK_299')).toBeVisible()
  await bulk.plan.getByLabel('Rows of Plan').evaluate((list) => list.scrollTo(0, 0))
  await expect(rowOf(page, 'MENDED')).toBeVisible()
  await expect(page.getByLabel('Alias of row 2')).toHaveValue('TYPED_TWO')
  await expect(page.getByLabel('Alias of row 3')).toHaveValue('TYPED_THREE')
  // What is typed is never left behind by what is sent.
  await bulk.create.click()
  await expect(
    page.getByText('Save or discard row 2 first: what is typed there would not be sent.'),
  ).toBeVisible()
  await expect(page.getByLabel('Alias of row 2')).toBeFocused()
  await expect(page.getByLabel('Alias of row 2')).toHaveValue('TYPED_TWO')
})

test('a rule says what is missing for its plan', async ({ page }) => {
  await page.goto(address)
  await page.getByText(/^Where:/).click()
  await page.getByRole('checkbox', { name: /^The project/ }).uncheck()
  const bulk = bulkPage(page)
  await bulk.aliases.fill(lines(1))
  await bulk.makePlan.click()
  await expect(bulk.aliases).toHaveAccessibleDescription(
    /^Choose at least one place above\.(?! Name)/,
  )
  await page.getByLabel('Name secrets by a rule').check()
  await page.getByRole('checkbox', { name: /^SENTRY_DSN/ }).check()
  await bulk.makePlan.click()
  await expect(page.getByLabel('Search secrets')).toHaveAccessibleDescription(
    'Choose at least one place above.',
  )
})

test('whoever agrees to names by keyboard keeps a place to go on from', async ({ page }) => {
  const target = 'DB_MASTER_PASSWORD'
  const bulk = await planBulk(page, address, `1ST=${target}\n2ND=${target}\n3RD=${target}`)
  await bulk.button('Use anyway: 2ND').press('Enter')
  await expect(bulk.button('Edit row 2')).toBeFocused()
  await bulk.button(/to confirm$/).click()
  await bulk.button('Use anyway: 1ST').press('Enter')
  await expect(page.getByRole('heading', { name: 'Plan' })).toBeFocused()
  await bulk.button('Use it anyway').press('Enter')
  await expect(page.getByRole('heading', { name: 'Plan' })).toBeFocused()
  await expect(bulk.create).toHaveText('Create 3 aliases')
})

const target = 'DB_MASTER_PASSWORD'
const forms = {
  'ALIAS=TARGET lines': `FORM_A=${target}\nFORM_B=${target}`,
  'a .env file': `# keys\nexport FORM_A="${target}" # why\n\nFORM_B='${target}'\n`,
  CSV: `alias,source\nFORM_A,${target}\n"FORM_B","${target}"\n`,
  TSV: `source\talias\n${target}\tFORM_A\n${target}\tFORM_B\n`,
  JSON: JSON.stringify({ FORM_A: target, FORM_B: target }),
  'Terraform’s secret_aliases': `resource "qovery_project" "p" {
  tags = { team = upper("a") }
  secret_aliases = [
    { key = "FORM_A", value = "${target}" }, # why
    {
      key   = "FORM_B"
      value = "${target}"
    },
  ]
}`,
}
test('lines, a .env file, CSV, TSV, JSON and Terraform’s secret_aliases can be pasted', async ({
  page,
}) => {
  await page.goto(address)
  const bulk = bulkPage(page)
  const change = bulk.button('Change input')
  await eachRow(
    Object.entries(forms),
    ([form]) => form,
    async ([, text]) => {
      await bulk.aliases.or(bulk.plan).waitFor()
      if (await change.isVisible()) await change.click()
      await bulk.aliases.fill(text)
      await bulk.makePlan.click()
      await expect(bulk.verdicts).toHaveText('2 create')
      await expect(rowOf(page, 'FORM_B')).toContainText(target)
    },
  )
})

test('a finished report in CSV, JSON or Markdown, read in again, sends nothing', async ({
  page,
}) => {
  const bulk = await planBulk(page, address, lines(4))
  await bulk.create.click()
  await bulk.report.waitFor()
  const reports: { form: string; text: string }[] = []
  for (const form of ['CSV', 'JSON', 'Markdown']) {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      bulk.button(`Report as ${form}`).click(),
    ])
    reports.push({ form, text: await readFile(await download.path(), 'utf8') })
  }
  const posts = countPosts(page)
  await bulk.button('Start another').click()
  const change = bulk.button('Change input')
  await eachRow(
    reports,
    ({ form }) => form,
    async ({ text }) => {
      await bulk.aliases.or(bulk.plan).waitFor()
      if (await change.isVisible()) await change.click()
      await bulk.aliases.fill(text)
      await bulk.makePlan.click()
      await expect(bulk.verdicts).toHaveText('4 already there')
      await expect(page.getByText('Nothing would be sent')).toBeVisible()
      expect(posts).toEqual([])
    },
  )
})

test('a double press on what undoes a job only asks, and what makes way leaves its input at hand and its report in the history', async ({
  page,
}) => {
  const bulk = await planBulk(page, address, lines(3))
  await bulk.create.click()
  await bulk.report.waitFor()
  await test.step('a double press only asks, and focus comes back', async () => {
    const undo = bulk.button('Undo this job')
    await undo.dblclick()
    await expect(page.getByRole('dialog')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(undo).toBeFocused()
    await undo.press('Enter')
    await expect(bulk.button('Keep them')).toBeFocused()
    await expectNoAxeViolations(page)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await expect(undo).toBeFocused()
    await expect(bulk.report).toBeVisible()
  })
  await bulk.button('Start another').click()
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  await test.step('after a job the input is empty, and what it was is at hand', async () => {
    await expect(bulk.aliases).toHaveValue('')
    await bulk.button('Use the last input').click()
    await expect(bulk.aliases).toHaveValue(lines(3))
    await expect(bulk.button('Use the last input')).toHaveCount(0)
  })
  await test.step('a later job leaves the earlier one its report and its undo', async () => {
    await bulk.aliases.fill('LATER=DB_MASTER_PASSWORD')
    await bulk.makePlan.click()
    await bulk.create.click()
    await bulk.report.waitFor()
    const nav = page.getByRole('navigation', { name: 'Pages' })
    await nav.getByRole('link', { name: 'History' }).click()
    const jobs = page.getByRole('region', { name: 'Bulk jobs' }).getByRole('listitem')
    await expect(jobs).toHaveText([/1 created of 1 row/, /3 created of 3 rows/])
    await expectNoAxeViolationsInBothThemes(page)
    await jobs.nth(1).getByRole('button', { name: 'Report and Undo' }).click()
    await expect(rowOf(page, 'BULK_0')).toContainText('created')
    await page.reload()
    await bulk.button('Undo this job').click()
    await bulk.button('Delete them').click()
    await expect(page.getByRole('heading', { name: '3 deleted', exact: true })).toBeVisible()
    await nav.getByRole('link', { name: 'History' }).click()
    await jobs.filter({ hasText: '1 created of 1 row' }).getByRole('button').click()
    await expect(rowOf(page, 'LATER')).toContainText('created')
  })
})

test('many secrets are named by a rule, with the names seen before', async ({ page }) => {
  await page.goto(address)
  const bulk = bulkPage(page)
  await page.getByRole('radio', { name: 'Name secrets by a rule' }).check()
  await test.step('the steps that are to come are named', async () => {
    await expect(page.getByRole('main')).toContainText(/Input.*Plan.*before anything is sent.*Run/)
  })
  await test.step('secrets with the same key are told apart, what matches is counted, and nothing is ticked of nothing', async () => {
    await expect(page.getByLabel('Replace')).toHaveAccessibleDescription(/Wherever it stands/)
    const search = page.getByLabel('Search secrets')
    await search.fill('registry_pass')
    const found = page.getByRole('group', { name: 'Secrets' }).getByRole('checkbox')
    await expect(page.getByRole('status').filter({ hasText: '2 matches; 0 of' })).toBeAttached()
    const names = await found.evaluateAll((all) => all.map((each) => each.ariaLabel))
    expect(new Set(names).size).toBe(2)
    expect(names.every((name) => /^REGISTRY_PASSWORD \(.+ · \w{8}\) gets/.test(`${name}`))).toBe(
      true,
    )
    await search.fill('nothing like it')
    await expect(page.getByRole('status').filter({ hasText: 'No secret matches' })).toBeAttached()
    await expect(page.getByLabel(/^Pick all/)).toHaveCount(0)
    await search.fill('')
  })
  await test.step('a rule and what it names are there again after a look at the plan', async () => {
    await page.getByLabel('Prefix').fill('KEPT_')
    const picked = page.getByRole('checkbox', {
      name: 'TLS_BUNDLE gets the alias KEPT_TLS_BUNDLE',
    })
    await picked.check()
    await bulk.makePlan.click()
    await expect(rowOf(page, 'KEPT_TLS_BUNDLE')).toBeVisible()
    await bulk.button('Change input').click()
    await expect(page.getByRole('heading', { name: 'Input' })).toBeFocused()
    await expect(page.getByLabel('Prefix')).toHaveValue('KEPT_')
    await expect(picked).toBeChecked()
    await picked.uncheck()
  })
  await page.getByLabel('Prefix').fill('APP_')
  await page.getByLabel('Replace').fill('MASTER')
  await page.getByRole('textbox', { name: 'With' }).fill('MAIN')
  await page.getByLabel('DB_MASTER_PASSWORD gets the alias APP_DB_MAIN_PASSWORD').check()
  await bulk.makePlan.click()
  await bulk.create.click()
  await bulk.report.waitFor()
  await expect(rowOf(page, 'APP_DB_MAIN_PASSWORD')).toContainText('created')
})

test('what was changed in a plan outlives a walk elsewhere, a change of the input and a reload', async ({
  page,
}) => {
  const bulk = await planBulk(page, address, 'ONE=DB_MASTER_PASSWORD\n2ND=DB_MASTER_PASSWORD')
  await bulk.button('Edit row 1').click()
  await page.getByLabel('Alias of row 1').fill('FIRST')
  await page.keyboard.press('Enter')
  await bulk.button('Use anyway: 2ND').click()
  await page.getByRole('navigation').getByRole('link', { name: 'Create' }).click()
  await page.goBack()
  await expect(bulk.verdicts).toHaveText('2 create')
  await expect(rowOf(page, 'FIRST')).toBeVisible()

  await bulk.button('Change input').click()
  await page.getByRole('navigation').getByRole('link', { name: 'Create' }).click()
  await page.goBack()
  await bulk.aliases.fill('THIRD=DB_MASTER_PASSWORD\n' + (await bulk.aliases.inputValue()))
  await bulk.makePlan.click()
  await expect(bulk.verdicts).toHaveText('3 create')
  await expect(rowOf(page, 'FIRST')).toBeVisible()
  await page.reload()
  await bulk.makePlan.click()
  await expect(bulk.verdicts).toHaveText('3 create')
  await expect(rowOf(page, 'FIRST')).toBeVisible()
  await bulk.create.click()
  await bulk.report.waitFor()
  await bulk.button('Start another').click()
  await expect(bulk.aliases).toBeVisible()
  await expect(bulk.plan).toBeHidden()
})

test(
  'the report stays through a reload, and its undo deletes what the job made',
  engines,
  async ({ page, request }) => {
    const bulk = await planBulk(page, address, lines(5))
    await bulk.create.click()
    await bulk.report.waitFor()
    await page.reload()
    await bulk.report.waitFor()
    await bulk.button('Undo this job').click()
    await bulk.button('Delete them').click()
    await expect(page.getByRole('heading', { name: '5 deleted', exact: true })).toBeVisible()
    const list = await request.get(`/api/project/${exampleId}/secret`, {
      headers: { authorization: 'Token qov_sandbox' },
    })
    expect(await list.text()).not.toContain('BULK_')
  },
)

test('an undo leaves alone what somebody changed or deleted since', async ({ page, request }) => {
  const bulk = await planBulk(page, address, lines(3))
  await bulk.create.click()
  await bulk.report.waitFor()
  const project = `/api/project/${exampleId}/secret`
  const headers = { authorization: 'Token qov_sandbox' }
  const list = async (): Promise<{ id: string; key: string }[]> =>
    (await (await request.get(project, { headers })).json()).results
  const made = await list()
  const idOf = (key: string) => made.find((secret) => secret.key === key)?.id ?? ''
  const edited = await request.put(`${project}/${idOf('BULK_0')}`, {
    headers,
    data: { key: 'BULK_0', description: 'Somebody needs this' },
  })
  const deleted = await request.delete(`${project}/${idOf('BULK_1')}`, { headers })
  expect([edited.status(), deleted.status()]).toEqual([200, 204])

  await bulk.button('Undo this job').click()
  await bulk.button('Delete them').click()
  await expect(page.getByRole('heading', { name: '1 deleted, 1 gone already' })).toBeFocused()
  await expect(rowOf(page, 'BULK_0')).toContainText('not deletedSomebody changed it since')
  await expect(rowOf(page, 'BULK_1')).toContainText('gone alreadySomebody else deleted it')
  const left = (await list()).map(({ key }) => key)
  expect(left).toContain('BULK_0')
  expect(left).not.toContain('BULK_2')
})

test('10 MB of 100,000 rows are planned, shown to the last, and can be left', async ({ page }) => {
  const rows = Array.from(
    { length: 100_000 },
    (_, index) => `LARGE_${index},DB_MASTER_PASSWORD,${'d'.repeat(67)}`,
  )
  const text = `alias,source,description\n${rows.join('\n')}`
  expect(text.length).toBeGreaterThan(9_800_000)
  await page.goto(address)
  const bulk = bulkPage(page)
  await bulk.aliases.waitFor()
  await page
    .getByLabel('Files with aliases')
    .setInputFiles({ name: 'large.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })
  await bulk.makePlan.click()
  await expect(bulk.verdicts).toHaveText('100,000 create', { timeout: 30_000 })
  await expect(page.getByText('100,002 requests.', { exact: true })).toBeVisible()
  await page.getByLabel('Rows of Plan').focus()
  await page.keyboard.press('End')
  await expect(rowOf(page, 'LARGE_99999')).toBeVisible()
  await bulk.button('Change input').click()
  await expect(page.getByText('large.csv')).toBeVisible()
})

test('a file says its name and its rows, one in another encoding is refused, and no plan is made of what was typed by mistake', async ({
  page,
}) => {
  await page.goto(address)
  const bulk = bulkPage(page)
  await bulk.aliases.fill('TYPED=DB_MASTER_PASSWORD')
  const choose = (name: string, buffer: Buffer) =>
    page.getByLabel('Files with aliases').setInputFiles({ name, mimeType: 'text/csv', buffer })
  const csv = 'alias,source,description\r\nFROM_EXCEL,DB_MASTER_PASSWORD,clé d’API\r\n'
  const ansi = Buffer.from(csv.replace('’', '\x92'), 'latin1')
  await choose('ansi.csv', ansi)
  await expect(bulk.button('Choose files')).toHaveAccessibleDescription(
    /^ansi\.csv is not text in UTF-8\. Nothing of it was read\. .*“CSV UTF-8”/,
  )
  await expect(bulk.aliases).toHaveValue('TYPED=DB_MASTER_PASSWORD')
  await expectNoAxeViolations(page)

  await expect(bulk.makePlan).toHaveCount(0)
  await bulk.button('Make plan without it').click()
  await expect(rowOf(page, 'TYPED')).toContainText('create')
  await bulk.button('Change input').click()

  await choose('utf-8.csv', Buffer.from(csv))
  await expect(bulk.button('Choose files')).toHaveAccessibleDescription('utf-8.csv, 1 row')
  await bulk.aliases.fill('TYPED=DB_MASTER_PASSWORD')
  await expect(bulk.button('Choose files')).toHaveAccessibleDescription(/^or drop/)

  // A file that is too long to be shown hides the field, but not the message, and stays as well.
  await choose('long.csv', Buffer.from(`${csv}${'\r\n'.repeat(60_000)}`))
  await expect(bulk.button('Choose files')).toHaveAccessibleDescription('1 row')
  await choose('ansi.csv', ansi)
  await expect(page.getByText('ansi.csv is not text in UTF-8')).toBeVisible()
  await expect(page.getByText('long.csv')).toBeVisible()
  await bulk.button('Make plan without it').click()
  await expect(rowOf(page, 'FROM_EXCEL')).toContainText('create')
})

test('a second tab does not run the job that the first one runs', async ({ page, context }) => {
  const bulk = await pauseJob(page)
  const other = await context.newPage()
  const posts = countPosts(other)
  await other.goto(address)
  await expect(other.getByRole('heading', { name: 'Another tab runs this job' })).toBeVisible()
  await expect(other.getByRole('button', { name: /^(Go on|Cancel|Forget)/ })).toHaveCount(0)
  await page.bringToFront()
  await bulk.button('Resume').click()
  await bulk.report.waitFor({ timeout: 20_000 })
  await expect(other.getByRole('heading', { name: /^250 created/ })).toBeVisible()
  expect(posts).toEqual([])
})

test('a job whose tab was closed can be gone on with in the other one, which waits for that', async ({
  page,
  context,
}) => {
  await pauseJob(page)
  const others = [await context.newPage(), await context.newPage()] as const
  for (const other of others) {
    await other.goto(address)
    await expect(other.getByRole('heading', { name: 'Another tab runs this job' })).toBeVisible()
  }
  await page.close()
  for (const other of others) await expect(bulkPage(other).button('Resume')).toBeVisible()
  await bulkPage(others[0]).button('Resume').click()
  for (const other of others)
    await expect(other.getByRole('heading', { name: /^250 created/ })).toBeVisible()
})

test('a tab that is a copy of the one that runs a job sends nothing by itself, whatever becomes of that one', async ({
  page,
  context,
}) => {
  let sent = 0
  // No answer comes after the first ones: the job runs as long as its tab is there.
  await page.route('**/alias', (route) => {
    sent += 1
    return sent > 20 ? undefined : route.continue()
  })
  const bulk = await planBulk(page, address, lines(250))
  await bulk.create.click()
  await expect.poll(() => sent).toBeGreaterThan(20)
  const entries = await page.evaluate(() => Object.entries(sessionStorage))
  const copy = await context.newPage()
  await copy.addInitScript((copied) => {
    for (const [name, value] of copied) sessionStorage.setItem(name, value)
  }, entries)
  const posts = countPosts(copy)
  await copy.goto(address)
  const elsewhere = copy.getByRole('heading', { name: 'Another tab runs this job' })
  await expect(elsewhere).toBeVisible()
  await test.step('a reload of the other one changes nothing here', async () => {
    await page.reload()
    await expect(bulk.button('Pause')).toBeVisible()
    await expect(elsewhere).toBeVisible()
  })
  await page.close()
  await expect(copy.getByRole('heading', { name: 'This job was interrupted' })).toBeVisible()
  expect(posts).toEqual([])
  await bulkPage(copy).button('Go on with this job').click()
  await expect.poll(() => posts.length).toBeGreaterThan(0)
})

test('a tab that was left behind undoes neither a later job nor one that was put away', async ({
  page,
  context,
}) => {
  const bulk = await planBulk(page, address, lines(3))
  await bulk.create.click()
  await bulk.report.waitFor()
  const other = await context.newPage()
  await other.goto(address)
  const others = bulkPage(other)
  await others.button('Start another').click()
  const deletions: string[] = []
  page.on('request', (request) => {
    if (request.method() === 'DELETE') deletions.push(request.url())
  })
  const undo = async () => {
    await page.bringToFront()
    await bulk.button('Undo this job').click()
    await bulk.button('Delete them').click()
  }
  const notDone = page.getByRole('status').filter({ hasText: 'Nothing was created or deleted.' })

  await undo()
  await expect(notDone).toContainText('Another tab has put this job away')
  await expect(rowOf(page, 'BULK_0')).toBeVisible()
  await other.bringToFront()
  await others.aliases.fill('LATER=DB_MASTER_PASSWORD')
  await others.makePlan.click()
  await others.create.click()
  await others.report.waitFor()
  await undo()
  await expect(notDone).toContainText('to another job of this project, which is shown now')
  await expect(rowOf(page, 'LATER')).toContainText('created')
  expect(deletions).toEqual([])

  await undo()
  await expect(page.getByRole('heading', { name: '1 deleted', exact: true })).toBeVisible()
  expect(deletions).toHaveLength(1)
})

test(
  'a job that a reload cut off goes on, and makes each alias once',
  engines,
  async ({ page, request }) => {
    const bulk = await planBulk(page, address, lines(250))
    const posts = countPosts(page)
    await bulk.create.click()
    await expect.poll(() => posts.length).toBeGreaterThan(20)
    const sent = posts.length
    await page.reload()
    expect(sent).toBeLessThan(250)
    await expect(page.getByRole('heading', { name: /^250 created/ })).toBeVisible({
      timeout: 60_000,
    })
    const list = await request.get(`/api/project/${exampleId}/secret`, {
      headers: { authorization: 'Token qov_sandbox' },
    })
    const { results }: { results: { key: string }[] } = await list.json()
    const made = results.map(({ key }) => key).filter((key) => key.startsWith('BULK_'))
    expect(made).toHaveLength(250)
    expect(new Set(made).size).toBe(250)
  },
)

test('a running job is seen from every page, and its end is told there', async ({ page }) => {
  const bulk = await pauseJob(page)
  await test.step('a walk to another project and back leaves it in its place', async () => {
    await page.getByRole('link', { name: 'Other project' }).click()
    await page.getByRole('link', { name: /^storefront/ }).click()
    await bulk.aliases.waitFor()
    await expect(page.getByText('rows done')).toHaveCount(0)
    await page.goBack()
    await page.goBack()
    await expect(page.getByRole('heading', { name: 'Paused' })).toBeVisible()
  })
  const nav = page.getByRole('navigation', { name: 'Pages' })
  await nav.getByRole('link', { name: 'Secrets' }).click()
  await expect(nav.getByRole('link', { name: 'Bulk paused', exact: true })).toBeVisible()
  await expect(page).toHaveTitle(/^Bulk paused · /)
  await nav.getByRole('link', { name: 'Bulk', exact: true }).click()
  await bulk.button('Resume').click()
  await nav.getByRole('link', { name: 'Create' }).click()
  await expect(page.getByRole('heading', { name: 'Bulk job ended: 250 created' })).toBeVisible({
    timeout: 30_000,
  })
  await expect(page).not.toHaveTitle(/^Bulk/)
  await expect(nav.getByRole('link', { name: 'Bulk', exact: true })).toBeVisible()
  await expectNoAxeViolations(page)
  const told = page.getByText('Bulk job ended')
  await test.step('it is told on the job’s own page as long as a plan stands before its report', async () => {
    await nav.getByRole('link', { name: 'Secrets' }).click()
    await page.getByLabel('Search').fill('sentry')
    await page.getByRole('checkbox', { name: 'Select SENTRY_DSN' }).click()
    const chosen = page.getByRole('region', { name: 'Selected rows' })
    await chosen.getByRole('button', { name: 'Edit descriptions' }).click()
    await expect(bulk.button('Show the report')).toBeVisible()
    await expect(told).toBeVisible()
    await expect(page.getByRole('link', { name: 'See the report' })).toHaveCount(0)
    await nav.getByRole('link', { name: 'Create' }).click()
  })
  // Whoever asks for the report has it, and the plan waits above.
  await page.getByRole('link', { name: 'See the report' }).click()
  await expect(page.getByRole('heading', { name: '1 chosen row waits' })).toBeVisible()
  await expect(bulk.report).toBeVisible()
  await expect(page.getByRole('heading', { name: /^250 created/ })).toBeVisible()
  await expect(told).toHaveCount(0)
  await nav.getByRole('link', { name: 'Create' }).click()
  await expect(told).toHaveCount(0)
})

test('a pause that somebody chose is one after a reload as well, on every page, until they resume', async ({
  page,
}) => {
  const posts = countPosts(page)
  const bulk = await pauseJob(page)
  const paused = page.getByRole('heading', { name: 'Paused', exact: true })
  await expect(paused).toBeVisible()
  const nav = page.getByRole('navigation', { name: 'Pages' })
  const told = nav.getByRole('link', { name: 'Bulk paused', exact: true })
  await expect(told).toBeVisible()
  await page.reload()
  await expect(paused).toBeVisible()
  await expect(page.getByText('This job was interrupted')).toHaveCount(0)
  await expect(told).toBeVisible()
  await expect(page).toHaveTitle(/^Bulk paused · /)
  await expectNoAxeViolations(page)
  await test.step('on a page that does not show the job', async () => {
    await nav.getByRole('link', { name: 'History' }).click()
    await page.reload()
    await expect(told).toBeVisible()
    await expect(page).toHaveTitle(/^Bulk paused · /)
    await expect(page.getByRole('region', { name: 'Bulk jobs' })).toContainText('paused')
    await page.getByRole('link', { name: 'Open the job' }).click()
  })
  await page.waitForLoadState('networkidle')
  const before = posts.length
  await bulk.button('Resume').click()
  await expect(page.getByRole('heading', { name: '250 created', exact: true })).toBeVisible({
    timeout: 30_000,
  })
  expect(before).toBeLessThan(250)
  await expect(told).toHaveCount(0)
  await page.reload()
  await expect(bulk.report).toBeVisible()
  await expect(told).toHaveCount(0)
})

/** Begins a job of 250 rows, and waits until a good part of it was sent. */
const runHalf = async (page: Page) => {
  const posts = countPosts(page)
  const bulk = await planBulk(page, address, lines(250))
  await bulk.create.click()
  await expect.poll(() => posts.length).toBeGreaterThan(20)
  return { posts, bulk }
}

test('a job that a reload of another page cut off goes on there, and its end is told', async ({
  page,
}) => {
  const { posts } = await runHalf(page)
  await page
    .getByRole('navigation', { name: 'Pages' })
    .getByRole('link', { name: 'History' })
    .click()
  await expect(page.getByRole('heading', { name: 'History', exact: true })).toBeVisible()
  const sent = posts.length
  await page.reload()
  expect(sent).toBeLessThan(250)
  await expect(page.getByRole('heading', { name: 'Bulk job ended: 250 created' })).toBeVisible({
    timeout: 60_000,
  })
})

test('a job goes on although its page was loaded again at another project’s Bulk', async ({
  page,
}) => {
  const { bulk } = await runHalf(page)
  await page.getByRole('link', { name: 'Other project' }).click()
  await page.getByRole('link', { name: /^storefront/ }).click()
  await bulk.aliases.waitFor()
  await page.reload()
  await expect(bulk.aliases).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Bulk job ended: 250 created' })).toBeVisible({
    timeout: 60_000,
  })
})

test('a paused job is cancelled after a reload, and no other tab calls it paused any more', async ({
  page,
  context,
}) => {
  const bulk = await pauseJob(page)
  const paused = page.getByRole('heading', { name: 'Paused', exact: true })
  await expect(paused).toBeVisible()
  await page.reload()
  await expect(paused).toBeVisible()
  const told = page.getByRole('link', { name: 'Bulk paused', exact: true })
  await expect(told).toBeVisible()

  const other = await context.newPage()
  const posts = countPosts(other)
  await other.goto(address)
  await other.getByRole('button', { name: 'Cancel job' }).click()
  await expect(bulkPage(other).report).toBeVisible()
  await expect(bulkPage(other).results).toContainText('not sent')
  expect(posts).toEqual([])
  await expect(told).toHaveCount(0)
  await expect(bulk.report).toBeVisible()
})

test('a job that another tab forgot is not called paused after a reload', async ({
  page,
  context,
}) => {
  await pauseJob(page)
  await expect(page.getByRole('heading', { name: 'Paused', exact: true })).toBeVisible()
  await page
    .getByRole('navigation', { name: 'Pages' })
    .getByRole('link', { name: 'History' })
    .click()
  await page.reload()
  const told = page.getByRole('link', { name: 'Bulk paused', exact: true })
  await expect(told).toBeVisible()

  const other = await context.newPage()
  await other.goto(address)
  await other.getByRole('button', { name: 'Forget this job' }).click()
  await other.getByRole('button', { name: 'Forget it' }).click()
  await expect(bulkPage(other).aliases).toBeVisible()
  await page.reload()
  await expect(page.getByRole('heading', { name: 'History', exact: true })).toBeVisible()
  await expect(told).toHaveCount(0)
})

test('a job that was being cancelled when its page was reloaded sends nothing more by itself', async ({
  page,
}) => {
  const posts = countPosts(page)
  const bulk = await planBulk(page, address, lines(60))
  await page.route(/\/alias$/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 3000))
    await route.continue().catch(() => undefined)
  })
  await bulk.create.click()
  await expect.poll(() => posts.length).toBe(4)
  await bulk.button('Cancel job').click()
  await expect(page.getByRole('heading', { name: 'Ending the job' })).toBeVisible()
  await page.unroute(/\/alias$/)
  await page.reload()
  await expect(page.getByRole('heading', { name: 'This job was interrupted' })).toBeVisible()
  await page.waitForLoadState('networkidle')
  expect(posts).toHaveLength(4)
  await expect(bulk.button('Go on with this job')).toBeVisible()
})

test('a job that was interrupted is forgotten only once somebody has said so', async ({ page }) => {
  const bulk = await pauseJob(page)
  await expect(page.getByRole('heading', { name: 'Paused', exact: true })).toBeVisible()
  await page.reload()
  await bulk.button('Forget this job').click()
  const dialog = page.getByRole('dialog', { name: 'Forget this job?' })
  await expect(dialog).toContainText(/\d+ rows were not sent/)
  await expect(bulk.button('Keep it')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(bulk.button('Forget this job')).toBeFocused()
  await page.reload()
  await bulk.button('Forget this job').click()
  await bulk.button('Forget it').click()
  await expect(bulk.aliases).toBeVisible()
  await expect(page.getByRole('link', { name: 'Bulk paused', exact: true })).toHaveCount(0)
})

test('a plan’s reasons and keys have room at any width, on as few lines as they need, and a target is chosen from the list', async ({
  page,
}) => {
  const long = `LONG_${'AND_LONGER_'.repeat(12)}`
  const four = ['beside', 'beside', 'beside', 'beside']
  const bulk = await planBulk(page, address, `a-b=SENTRY_DSN\n${long}=SENTRY_DSN`)
  await eachRow(
    [
      { width: 375, room: 200, where: ['beside', 'beside', 'below', 'beside', 'below'] },
      { width: 640, room: 400, where: [...four, 'below'] },
      { width: 768, room: 400, where: [...four, 'below'] },
      { width: 890, room: 400, where: [...four, 'below'] },
      { width: 1280, room: 300, where: [...four, 'beside'] },
    ],
    ({ width }) => `${width} pixels`,
    async ({ width, room, where }) => {
      await page.setViewportSize({ width, height: 900 })
      const cells = rowOf(page, 'a-b').getByRole('cell')
      const reason = cells.last()
      const boxes = await cells.evaluateAll((all) =>
        all.map((cell) => cell.getBoundingClientRect().toJSON()),
      )
      expect(boxes.at(-1)?.width).toBeGreaterThan(room)
      const first = boxes[0]?.bottom
      expect(boxes.map(({ top }) => (top < first ? 'beside' : 'below'))).toEqual(where)
      await expect(reason.getByRole('button', { name: 'Edit row 1' })).toBeVisible()
      const key = page.getByRole('cell', { name: long, exact: true })
      if (width < 900)
        expect(await key.evaluate((cell) => cell.scrollWidth - cell.clientWidth)).toBe(0)
    },
  )
  await test.step('the target of a row is chosen from what the list has', async () => {
    await bulk.button('Edit row 2').click()
    await bulk.button('Choose a secret for row 2').click()
    const box = page.getByRole('dialog').getByRole('combobox', { name: 'Target' })
    await box.fill('tls_b')
    await page.getByRole('option', { name: /^TLS_BUNDLE/ }).click()
    await expectNoAxeViolations(page)
    await bulk.button('Use this target').click()
    await expect(bulk.button('Choose a secret for row 2')).toBeFocused()
    await expect(page.getByLabel('Target of row 2')).toHaveValue('TLS_BUNDLE')
    await bulk.button('Save').click()
    await expect(rowOf(page, long)).toContainText('TLS_BUNDLE')
  })
})

test('the whole job is done by keyboard alone', engines, async ({ page }) => {
  await page.goto('/bulk')
  const bulk = bulkPage(page)
  const tabTo = async (locator: ReturnType<typeof bulk.button>) => {
    await locator.waitFor()
    await expect(async () => {
      await page.keyboard.press('Tab')
      await expect(locator).toBeFocused({ timeout: 50 })
    }).toPass({ intervals: [0] })
  }
  await tabTo(page.getByRole('textbox', { name: 'Project' }))
  await page.keyboard.type(exampleId)
  await page.keyboard.press('Enter')
  await tabTo(bulk.aliases)
  await page.keyboard.type('KEYBOARD_ONLY=DB_MASTER_PASSWORD')
  await tabTo(bulk.makePlan)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Plan' })).toBeFocused()
  await tabTo(bulk.create)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: /^1 created/ })).toBeFocused()
})
