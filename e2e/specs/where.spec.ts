import { expect, type Page } from 'playwright/test'
import { aliasForm, exampleId } from '../pages/alias-form'
import { eachRow } from './rows'
import { expectNoAxeViolations, expectNoAxeViolationsInBothThemes } from '../pages/axe'
import { codePanel } from '../pages/code-panel'
import { bulkPage } from '../pages/bulk-page'
import { picker } from '../pages/picker'
import { sideways } from '../pages/sideways'
import { test } from '../servers/console'

const production = '6513270e-269e-4d37-b2a7-4de452e6b438'
const checkout = 'b6c5678e-4134-4919-8087-afb7a341039f'
const network = '03629be1-a09a-4821-ba2c-d03fd52d25c9'
/** Of the project, and so seen by everything in it. */
const inherited = exampleId

/** Calls that ask for more than the project, as the server sees them. */
const watchCalls = (page: Page) => {
  const calls: string[] = []
  page.on('request', (request) => {
    const path = new URL(request.url()).pathname
    if (/\/api\/.*(?:environment|services|variable)/.test(path)) calls.push(path)
  })
  return calls
}

const kinds = [
  ['an environment', `environment=${production}`, `/environment/${production}/secret/`],
  ['an application', `environment=${production}&service=${checkout}`, '/application/'],
  ['a container', 'service=67372389-b00f-4b84-86eb-90fe96649e58', '/container/'],
  ['a cron job', 'service=a71d9293-8bb4-4b6d-8129-68f007e5ef8f', '/job/'],
  ['a lifecycle job', 'service=8d116ece-1738-47d9-bd9c-172411e20b8f', '/job/'],
  ['a Helm chart', 'service=c3141213-5bd6-4420-8db5-43cecb3cc959', '/variable/'],
  ['a Terraform service', 'service=03629be1-a09a-4821-ba2c-d03fd52d25c9', '/variable/'],
  ['an agentic workflow', 'service=5b067970-8cd7-45ac-a71f-2027746ee14f', '/variable/'],
] as const

test('a place stays while its project is named or named again, and goes with another one', async ({
  page,
}) => {
  await page.goto('/')
  const form = aliasForm(page)
  await page.locator('form[data-ready]').waitFor()
  await form.where.fill(production)
  await form.project.fill(exampleId)
  await form.key.click()
  await expect(form.where).toHaveValue('production')
  // Typed out, what stands there meanwhile is no project.
  await form.project.fill('payments')
  await form.key.click()
  await expect(form.project).toHaveValue('payments')
  await expect(form.where).toHaveValue('production')
  await form.project.fill('storefront')
  await form.key.click()
  await expect(form.where).toHaveValue('storefront (project)')
})

test('a link to the form fills it in while it is open, and keeps what is typed there', async ({
  page,
}) => {
  await page.goto('/')
  const form = aliasForm(page)
  await form.key.fill('TYPED_BEFORE')
  // As the palette and the key “c” lead there.
  await page.evaluate((path) => history.pushState(null, '', path), `/?project=${exampleId}`)
  await expect(form.project).toHaveValue('payments')
  await expect(form.key).toHaveValue('TYPED_BEFORE')
  await expect(page).toHaveURL('/')
})

test('what is changed while an alias is being created stays for the next one', async ({ page }) => {
  await page.goto(`/?project=${exampleId}&secret=${inherited}&key=SENT_SLOWLY&description=sent`)
  const form = aliasForm(page)
  let release = () => {}
  const released = new Promise<void>((resolve) => (release = resolve))
  await page.route(/\/alias$/, async (route) => {
    await released
    await route.continue()
  })
  await form.create.click()
  await expect(form.create).toHaveText('Creating alias…')
  await form.description.fill('written meanwhile')
  release()
  await expect(form.created).toContainText('SENT_SLOWLY')
  await expect(form.key).toHaveValue('')
  await expect(form.description).toHaveValue('written meanwhile')
})

test('an alias is created where the address says, shown, and undone', async ({ page }) => {
  await eachRow(
    kinds,
    ([what]) => `an alias of ${what}`,
    async ([what, address, path]) => {
      const key = `BELOW_${what.replaceAll(' ', '_').toUpperCase()}`
      await page.goto(`/?project=${exampleId}&${address}&secret=${inherited}&key=${key}`)
      const form = aliasForm(page)
      await expect(form.where).toHaveValue(/^production/)
      await expect(form.secret).toHaveValue(/^DB_MASTER_PASSWORD/)
      await expect(form.preview).toContainText(path)
      const sent = page.waitForRequest((request) => request.method() === 'POST')
      await form.create.click()
      expect((await sent).url()).toContain(`/api${path}`)
      await expect(form.created).toContainText(key)
      await expect(form.target).toContainText('DB_MASTER_PASSWORD')
      await expect(page.getByRole('heading', { name: 'As code' })).toBeVisible()
      const deleted = page.waitForRequest((request) => request.method() === 'DELETE')
      await page.getByRole('button', { name: 'Undo' }).click()
      await deleted
      await expect(form.created).toHaveCount(0)
      await expect(form.key).toHaveValue(key)
      await expect(page.locator('#key-message')).toContainText('Free in this')
    },
  )
})

test('who stays at project level asks for nothing more, and who looks asks twice', async ({
  page,
}) => {
  const calls = watchCalls(page)
  await page.goto(`/?project=${exampleId}&secret=${exampleId}&key=OF_THE_PROJECT`)
  const form = aliasForm(page)
  await expect(form.where).toHaveValue('payments (project)')
  await form.create.click()
  await expect(form.created).toContainText('OF_THE_PROJECT')
  expect(calls).toEqual([])
  await picker(page, 'Where').open()
  expect(calls).toHaveLength(2)
})

test('the tree is walked and searched by keyboard, and what owns nothing is disabled with the reason', async ({
  page,
}) => {
  await page.goto(`/?project=${exampleId}`)
  const form = aliasForm(page)
  const where = picker(page, 'Where')
  await expect(form.where).toHaveValue('payments (project)')
  await form.project.focus()
  await page.keyboard.press('Tab')
  await expect(form.where).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(where.options.first()).toBeVisible()
  expect((await where.names()).slice(0, 3)).toEqual([
    'payments (project)',
    'production',
    'production / checkout-api',
  ])
  await expectNoAxeViolations(page)
  await page.keyboard.type('production orders-db')
  await expect(where.options).toHaveCount(1)
  await expect(where.options.first()).toContainText('A database owns no variables')
  await expect(where.options.first()).toHaveAttribute('aria-disabled', 'true')
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('staging')
  await expect.poll(async () => (await where.active())?.name).toBe('staging')
  await page.keyboard.press('Enter')
  await expect(form.where).toHaveValue('staging')
  await expect(form.where).toHaveAccessibleDescription('Staging environment · 2 services')
  await expect(form.preview).toContainText('Alias · Environment')
})

test('what can be seen there is listed by scope; a key that is seen there is taken, whoever owns it', async ({
  page,
}) => {
  await page.goto(`/?project=${exampleId}&environment=${production}&service=${checkout}`)
  const form = aliasForm(page)
  const secret = picker(page, 'Secret')
  await expect(form.where).toHaveValue('production / checkout-api')
  await expect(form.where).toHaveAccessibleDescription(/ · Production$/)
  await secret.open()
  await expect(secret.options.first()).toContainText('Its own')
  await expect(secret.option('FEATURE_FLAGS_TOKEN')).toContainText('Inherited from the environment')
  await secret.option('CHECKOUT_SESSION_KEY').click()
  await form.key.fill('FEATURE_FLAGS_TOKEN')
  await expect(page.locator('#key-message')).toContainText('at environment scope')
  await form.key.fill('DB_MASTER_PASSWORD')
  await expect(page.locator('#key-message')).toContainText('at project scope')
  // Read in this tab by now, it is known to hide what the project would make.
  await form.where.fill('')
  await form.where.blur()
  await expect(form.where).toHaveValue('payments (project)')
  await form.key.fill('CHECKOUT_SESSION_KEY')
  await expect(page.locator('#key-advice')).toContainText(
    'production / checkout-api already has this key',
  )
})

test('a link of Qovery’s console is a place, another project has others, and nonsense is said', async ({
  page,
}) => {
  await page.goto(`/?project=${exampleId}&secret=${exampleId}&key=FROM_A_LINK`)
  const form = aliasForm(page)
  await expect(form.where).toHaveValue('payments (project)')
  await form.where.fill(
    `https://console.qovery.com/organization/11111111-1111-4111-8111-111111111111/project/${exampleId}/environment/${production}/application/${checkout}/variables`,
  )
  await form.where.blur()
  await expect(form.where).toHaveValue('production / checkout-api')
  await form.where.fill('nowhere at all')
  await form.create.click()
  await expect(form.where).toHaveAttribute('aria-invalid', 'true')
  await expect(form.where).toHaveAccessibleDescription(/No place of this project/)
  await form.where.fill(production)
  await form.where.blur()
  await expect(form.where).toHaveValue('production')
  await page.reload()
  await expect(form.where).toHaveValue('production')
  const project = picker(page, 'Project')
  await project.search('storefront')
  await project.option(/^storefront/).click()
  await expect(form.where).toHaveValue('storefront (project)')
})

test('as code, an environment has a command of the CLI and a list in Terraform', async ({
  page,
}) => {
  await page.goto(
    `/?project=${exampleId}&environment=${production}&secret=${inherited}&key=AS_CODE_BELOW`,
  )
  await aliasForm(page).create.click()
  const code = codePanel(page)
  const command = await code.read('Qovery CLI')
  expect(command).toContain('qovery environment env alias create')
  expect(command).toContain('--environment production')
  expect(await code.read('Terraform')).toContain('secret_aliases = [')
  await expect(code.notes('Terraform')).toContainText('qovery_environment')

  await page.goto(
    `/?project=${exampleId}&environment=${production}&service=${network}&secret=${inherited}&key=AS_CODE_FURTHER_IN`,
  )
  await aliasForm(page).create.click()
  await code.summary('Qovery CLI').click()
  await expect(code.notes('Qovery CLI')).toContainText('It has no command for the variables')
  expect(await code.read('curl')).toContain('/variable/')
})

test.describe('540 places', () => {
  test.use({ consoleSettings: { SANDBOX_ENVIRONMENTS: '40', SANDBOX_SERVICES: '500' } })
  const storefront = '0211a0bc-3ea1-42d4-a114-84875613268f'

  test('are searched, walked to the last, and read by axe, light and dark', async ({ page }) => {
    await page.goto(`/?project=${storefront}`)
    const form = aliasForm(page)
    const where = picker(page, 'Where')
    await expect(form.where).toHaveValue('storefront (project)')
    await where.open()
    await expect(page.getByText(/^5\d\d places$/)).toBeVisible()
    await expectNoAxeViolationsInBothThemes(page)
    await page.keyboard.press('End')
    await expect
      .poll(async () => {
        const { position, of, inSight } = (await where.active()) ?? {}
        return position === of && inSight
      })
      .toBe(true)
    for (const width of [320, 768, 1920]) {
      await page.setViewportSize({ width, height: 800 })
      expect(await sideways(page)).toBe(0)
    }
    await where.search('mailer-0003')
    await expect(where.options).toHaveCount(1)
    await where.options.first().click()
    await expect(form.where).toHaveValue(/mailer-0003$/)
    await expectNoAxeViolationsInBothThemes(page)
  })

  test('are listed on the project’s page, ticked in Bulk, and read to find where a secret is used', async ({
    page,
  }) => {
    const project = `/project/${storefront}`
    await page.goto(project)
    await page.getByText(/^Environments and services · 4\d environments$/).click()
    await expect(page.getByRole('link', { name: 'staging-0000' })).toBeVisible()
    await page.getByText('13 services', { exact: true }).first().click()
    await expect(page.getByText('web-0000', { exact: true })).toBeVisible()
    const search = page.getByRole('searchbox', { name: 'Search environments and services' })
    await search.fill('mailer-0003')
    await expect(page.getByText('mailer-0003', { exact: true })).toBeVisible()
    await expect(page.getByText('web-0000', { exact: true })).toHaveCount(0)
    await expectNoAxeViolationsInBothThemes(page)
    await search.fill('nowhere')
    await expect(page.getByText('No environment and no service has this')).toBeVisible()
    await page.setViewportSize({ width: 320, height: 800 })
    expect(await sideways(page)).toBe(0)
    await page.setViewportSize({ width: 1280, height: 800 })

    await page.goto(`${project}/bulk`)
    const bulk = bulkPage(page)
    await page.getByText(/^Where:/).click()
    const places = page.getByRole('group', { name: 'Places' })
    await places.getByRole('checkbox', { name: /^The project/ }).uncheck()
    for (const name of ['web-0000', 'web-0008'])
      await places.getByRole('checkbox', { name: new RegExp(`/ ${name} `) }).check()
    await search.fill('MAILER-0003')
    await expect(places.getByRole('checkbox', { name: /web-0000/ })).toHaveCount(0)
    // Not the environment that it lies in, which is shown beside it.
    await page.getByRole('button', { name: 'Choose all 1' }).click()
    await expect(places.getByRole('checkbox', { checked: true })).toHaveCount(1)
    await search.fill('')
    await bulk.aliases.fill('IN_MANY=SEARCH_ADMIN_KEY')
    await bulk.makePlan.click()
    await expect(page.getByText(/^3 places: /)).toBeVisible()

    await page.goto(project)
    await page.getByRole('treegrid').getByRole('link').first().click()
    const used = page.getByRole('region', { name: 'Where it is used' })
    await used.getByRole('button', { name: 'Look in environments and services' }).click()
    await used.getByLabel('Previews too').check()
    await expect(used).toContainText(
      /\d{3} lists to read, of 4\d environments and \d{3} services\./,
    )
    await used.getByRole('button', { name: /^Read \d{3} lists$/ }).click()
    await expect(used).toContainText(/^Where it is used(\d{3}) of \1 lists could be read\./, {
      timeout: 60_000,
    })
  })
})
