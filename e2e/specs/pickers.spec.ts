import { expect } from 'playwright/test'
import { aliasForm, countPosts, exampleId } from '../pages/alias-form'
import { callApi } from '../http/call-api'
import { test } from '../servers/console'
import { picker } from '../pages/picker'

const tlsId = 'b2f1d49a-8ec6-4551-ad12-6b02d9750029'
const formPath = `/?project=${exampleId}`

test('what can be chosen is found by its parts, says what it is, and why it cannot be taken', async ({
  page,
}) => {
  await test.step('a project is found by any part of its name, its description or its organization', async () => {
    await page.goto('/')
    const project = picker(page, 'Project')
    await project.open()
    expect(await project.names()).toEqual(['payments', 'storefront'])
    await expect(project.option('payments')).toContainText('Larkspur Outfitters · 3 environments')
    for (const [words, found] of [
      ['ayme', ['payments']],
      ['REFUNDS', ['payments']],
      ['larkspur store', ['storefront']],
      ['outfitters', ['payments', 'storefront']],
      ['nowhere', []],
    ] as const) {
      await project.search(words)
      await expect.poll(project.names).toEqual(found)
    }
    await expect(page.getByText('No project has all of these words.')).toBeVisible()
  })
  await test.step('a secret is found by parts of its key, its description and its facts, whatever their case and order', async () => {
    await page.goto(formPath)
    const secret = picker(page, 'Secret')
    for (const [words, found] of [
      ['master', ['DB_MASTER_PASSWORD', 'SETTLEMENT_CONFIG']],
      ['quarter team', ['DB_MASTER_PASSWORD']],
      ['Network BUNDLE', ['TLS_BUNDLE']],
      ['doppler edit', ['CARD_GATEWAY_API_KEY']],
      ['file project', ['SETTLEMENT_CONFIG', 'TLS_BUNDLE', 'SSL_CERT_FILE']],
    ] as const) {
      await secret.search(words)
      await expect.poll(secret.names).toEqual(found)
    }
    await secret.search('password')
    await expect(page.getByText(/^\d of 15 secrets$/)).toBeVisible()
  })
  await test.step('each option says type, scope, owner, description and how many aliases there are', async () => {
    const secret = picker(page, 'Secret')
    await secret.search('DB_MASTER')
    await expect(secret.option(/^DB_MASTER_PASSWORD/)).toContainText(
      'Value · Project · 1 alias — Rotated every quarter by the platform team',
    )
    await secret.search('SENTRY')
    await expect(secret.option('SENTRY_DSN')).toContainText('Value · Project · Doppler')
    await secret.search('REGISTRY')
    // Of two with the same key each is told from the other.
    await expect(secret.options).toHaveText([
      /^REGISTRY_PASSWORD · 7f9208d0.*Override · Project/s,
      /^REGISTRY_PASSWORD · e2b2cc7d.*Built-in/s,
    ])
  })
  await test.step('what cannot be aliased is listed last, disabled, with the reason, and is not taken', async () => {
    const secret = picker(page, 'Secret')
    await secret.search('for psql')
    const alias = secret.option(/^PGPASSWORD/)
    await expect(alias).toHaveAttribute('aria-disabled', 'true')
    await expect(alias).toContainText('Use DB_MASTER_PASSWORD, which it points at')
    // Forced, since nothing waits for it to be enabled.
    await alias.click({ force: true })
    await expect(secret.box).toHaveValue('for psql')
    await expect(secret.list).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(secret.box).toHaveValue('for psql')
    await secret.search('password')
    await expect(secret.option(/^DB_MASTER/)).toHaveAttribute('aria-disabled', 'false')
    await page.keyboard.press('End')
    await expect.poll(secret.names).toContain('PGPASSWORD')
    expect((await secret.names()).slice(-2)).toEqual(['ORDERS_DB_PASSWORD', 'PGPASSWORD'])
    // Its whole name, typed, names nothing that can be picked.
    await secret.search('PGPASSWORD')
    await secret.box.blur()
    await expect(secret.box).toHaveAttribute('aria-invalid', 'true')
  })
})

test('the choices follow what is typed letter by letter, without a pause in it', async ({
  page,
}) => {
  await page.clock.install()
  await page.goto(formPath)
  const secret = picker(page, 'Secret')
  await secret.open()
  await page.clock.pauseAt(Date.now() + 3_600_000)
  for (const [letters, found] of [
    ['k', '4 of 15 secrets'],
    ['e', '2 of 15 secrets'],
    ['ttle', 'No secret has all of these words.'],
  ] as const) {
    await page.keyboard.type(letters)
    await page.clock.runFor(50)
    await expect(page.getByText(found)).toBeVisible()
  }
})

test('what was picked lately stands first the next time, also after a reload', async ({ page }) => {
  await page.goto(formPath)
  const secret = picker(page, 'Secret')
  for (const key of ['TLS_BUNDLE', 'SENTRY_DSN']) {
    await secret.search(key)
    await secret.option(key).click()
    await expect(secret.box).toHaveValue(key)
  }
  await page.goto(formPath)
  await page.reload()
  await secret.box.fill('')
  await secret.open()
  await expect
    .poll(async () => (await secret.names()).slice(0, 3))
    .toEqual(['SENTRY_DSN', 'TLS_BUNDLE', 'CARD_GATEWAY_API_KEY'])
  // What the browser keeps is no name.
  const storage = await page.evaluate(() => JSON.stringify(localStorage))
  expect(storage).toContain(tlsId)
  expect(storage).not.toContain('TLS_BUNDLE')
})

test('an id, a link of Qovery’s console and a whole name are taken as they are', async ({
  page,
}) => {
  await page.goto('/')
  const { project, secret, key, create } = aliasForm(page)
  await project.fill(
    `https://console.qovery.com/organization/11111111-1111-4111-8111-111111111111/project/${exampleId}/overview`,
  )
  await project.blur()
  await expect(project).toHaveValue('payments')
  await secret.fill(`  ${tlsId.toUpperCase()} `)
  // There is nothing to choose: no list lies over the form.
  await expect(secret).toHaveAttribute('aria-expanded', 'false')
  await secret.blur()
  await expect(secret).toHaveValue('TLS_BUNDLE')
  await secret.fill('SENTRY_DSN')
  await secret.blur()
  await expect(secret).toHaveValue('SENTRY_DSN')
  await expect(secret).toHaveAccessibleDescription(/Value · Project · Doppler/)
  await test.step('a secret that is known to be another project’s is said to be, and nothing is sent', async () => {
    const posts = countPosts(page)
    await project.fill('storefront')
    await project.blur()
    await expect(project).toHaveValue('storefront')
    await expect(secret).toHaveAccessibleDescription(/^SENTRY_DSN is a secret of another project/)
    await expect(secret).toHaveValue('SENTRY_DSN')
    await key.fill('MISLED')
    await create.click()
    await expect(secret).toBeFocused()
    expect(posts).toEqual([])
  })
  await test.step('a key that was typed while the list loads is chosen once that is there', async () => {
    let letListCome = () => {}
    const comes = new Promise<void>((resolve) => {
      letListCome = resolve
    })
    await page.route('**/secret', async (route) => {
      await comes
      await route.continue()
    })
    await page.reload()
    await expect(project).toHaveValue('storefront')
    await project.fill('payments')
    await page.getByRole('option', { name: /^payments/ }).click()
    await secret.fill('SENTRY_DSN')
    await secret.blur()
    await expect(secret).toHaveAccessibleDescription(/^The list is not read yet/)
    letListCome()
    await expect(secret).toHaveAccessibleDescription(/Value · Project · Doppler/)
    await expect(secret).toHaveAttribute('aria-invalid', 'false')
  })
})

test('how old the list is stands beside the box, and a press reads it again', async ({
  page,
  consoleServer,
}) => {
  await page.goto(formPath)
  const secret = picker(page, 'Secret')
  await expect(page.getByText(/^Refreshed \d\d:\d\d$/)).toBeVisible()
  await callApi(Number(new URL(consoleServer.url).port), {
    method: 'POST',
    path: `/project/${exampleId}/secret/${tlsId}/alias`,
    body: { key: 'MADE_ELSEWHERE' },
  })
  await secret.search('MADE_ELSEWHERE')
  await expect(secret.options).toHaveCount(0)
  await secret.box.press('Escape')
  const again = page.waitForRequest(/\/api\/project\/[^/]+\/secret$/)
  await page.getByRole('button', { name: 'Refresh' }).click()
  await again
  await secret.search('MADE_ELSEWHERE')
  await expect(secret.options).toHaveCount(1)
})

test('a key that is taken, differs in case only or overrides a built-in is said while it is typed', async ({
  page,
}) => {
  await page.goto(`${formPath}&secret=${exampleId}`)
  const { key, create } = aliasForm(page)
  await expect(create).toBeVisible()
  const type = async (text: string) => {
    await key.fill('')
    await key.pressSequentially(text)
    // Said, with the field still in use, and not yet as an error.
    await expect(key).toBeFocused()
    await expect(key).toHaveAttribute('aria-invalid', 'false')
  }
  const advice = page.locator('#key-advice')
  await type('SENTRY_DSN')
  await expect(key).toHaveAccessibleDescription(/exists already, at project scope:/)
  await type('PGPASSWORD')
  await expect(key).toHaveAccessibleDescription(/exists already, at project scope:/)
  await type('DB_MASTER_PASSWORD')
  await expect(key).toHaveAccessibleDescription(/This is the key of the secret itself/)
  await type('Sentry_Dsn')
  await expect(advice).toContainText('Differs from SENTRY_DSN only by case')
  await type('CLUSTER_REGION')
  await expect(advice).toContainText('A built-in secret has this key: the alias will override it')
  await type('NOBODY_HAS_THIS')
  await expect(key).toHaveAccessibleDescription(/Free in this project/)
  await expect(advice).toBeEmpty()
})
