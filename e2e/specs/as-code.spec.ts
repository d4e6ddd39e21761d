import { expect } from 'playwright/test'
import { createAlias, exampleId } from '../pages/alias-form'
import { expectNoAxeViolationsInBothThemes } from '../pages/axe'
import { codePanel, type Tool } from '../pages/code-panel'
import { test } from '../servers/console'
import { pasted, readHcl, readShell } from '../pages/read-code'
import { sideways } from '../pages/sideways'

const tools: Tool[] = ['curl', 'Qovery CLI', 'Terraform']
const aliasPath = `/project/${exampleId}/secret/c1b7ed81-727a-4f98-ae9a-10ae4bc2fcf5`

test('a result is given as a call that really makes it, and as the CLI’s and Terraform’s', async ({
  page,
  consoleServer,
}) => {
  await createAlias(page, 'AS_CODE')
  const panel = codePanel(page)
  const token = 'qov_sandbox'
  const [args = []] = readShell(await panel.read('curl'), 'curl', { QOVERY_API_TOKEN: token })
  const [, method, , url = '', , authorization = '', , type = '', , body = ''] = args
  expect(args.filter((_, at) => at % 2 === 0)).toEqual([
    '--request',
    '--url',
    '--header',
    '--header',
    '--data-raw',
  ])
  expect(authorization).toBe(`Authorization: Token ${token}`)
  await expect(panel.notes('curl')).toContainText('QOVERY_API_TOKEN is qov_sandbox')
  // What curl would send, sent: once as it is, where the name is taken by now, once under another name.
  const send = async (data: string) => {
    const headers = { authorization: `Token ${token}`, 'content-type': type.split(': ')[1] ?? '' }
    const answer = await fetch(url, { method: method ?? '', headers, body: data })
    return answer.status
  }
  expect(url.startsWith(`${consoleServer.url}/api/`)).toBe(true)
  expect(await send(body)).toBe(409)
  expect(await send(body.replace('AS_CODE', 'AS_CODE_TOO'))).toBe(201)

  const calls = readShell(await panel.read('Qovery CLI'), 'qovery')
  expect(calls.map((call) => call.join('|'))).toEqual([
    'project|env|alias|create|--organization|Larkspur Outfitters|--project|payments' +
      '|--key|DB_MASTER_PASSWORD|--alias|AS_CODE',
  ])
  expect(readHcl(await panel.read('Terraform'))).toMatchObject({
    resource: {
      qovery_project: {
        payments: [{ secret_aliases: [{ key: 'AS_CODE', value: 'DB_MASTER_PASSWORD' }] }],
      },
    },
  })
})

test('code is written once somebody looks: of a whole project that is a megabyte', async ({
  page,
}) => {
  await page.goto(`/project/${exampleId}`)
  const { panel, block, summary } = codePanel(page, 'All aliases as code')
  await expect(summary('Terraform')).toBeVisible()
  await expect(panel.locator('pre')).toHaveCount(0)
  await summary('Terraform').click()
  await expect(block('Terraform')).toContainText('secret_aliases')
  // What was opened once stays, to be found by the browser and opened at once.
  await summary('Terraform').click()
  await expect(panel.locator('pre')).toHaveCount(1)
})

test('what a tool leaves out is said beside its code, which each copy button copies', async ({
  page,
  context,
}) => {
  await test.step('what a tool leaves out is said beside its code', async () => {
    await page.goto(aliasPath)
    const panel = codePanel(page)
    await panel.read('Qovery CLI')
    await expect(panel.notes('Qovery CLI')).toContainText('no flag for the description')
    await panel.read('Terraform')
    await expect(panel.notes('Terraform')).toContainText('terraform import qovery_project.payments')
    await page.goto(`/project/${exampleId}`)
    await codePanel(page, 'All aliases as code').read('Terraform')
    await expect(codePanel(page, 'All aliases as code').notes('Terraform')).toContainText(
      'SSL_CERT_FILE is left out: Qovery’s provider aliases secrets of type VALUE and BUILT_IN',
    )
  })
  await test.step('each copy button copies the very text that is shown, and says so', async () => {
    await context.grantPermissions(['clipboard-write'])
    await page.goto(aliasPath)
    const panel = codePanel(page)
    for (const tool of tools) {
      const shown = await panel.read(tool)
      await panel.copy(tool).click()
      await expect(panel.panel.getByText(`${tool} code copied`)).toBeAttached()
      expect(await pasted(page)).toBe(shown)
    }
    await page.goto(`/project/${exampleId}`)
    const all = codePanel(page, 'All aliases as code')
    const shown = await all.read('Terraform')
    await all.copy('Terraform').click()
    expect(await pasted(page)).toBe(shown)
  })
})

test('all aliases of a project are one block of Terraform', async ({ page }) => {
  interface Listed {
    key: string
    variable_type: string
    description: string | null
    aliased_secret?: { key: string; variable_type: string }
  }
  const answer = await page.request.get(`/api/project/${exampleId}/secret`, {
    headers: { authorization: 'Token qov_sandbox' },
  })
  const { results }: { results: Listed[] } = await answer.json()
  const expected = results.flatMap(({ key, description, aliased_secret: target }) =>
    target === undefined || target.variable_type === 'FILE'
      ? []
      : [{ key, value: target.key, ...((description ?? '') === '' ? {} : { description }) }],
  )
  expect(expected.length).toBeGreaterThan(2)
  await page.goto(`/project/${exampleId}`)
  expect(readHcl(await codePanel(page, 'All aliases as code').read('Terraform'))).toEqual({
    resource: {
      qovery_project: {
        payments: [
          {
            organization_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
            name: 'payments',
            secret_aliases: expected,
            // What else an import finds would be deleted.
            lifecycle: [{ ignore_changes: expect.arrayContaining(['${secrets}']) }],
          },
        ],
      },
    },
  })
})

test('what a deletion takes can be made again by calls that a shell reads', async ({ page }) => {
  await page.goto(`/project/${exampleId}/secret/${exampleId}`)
  await page.getByRole('button', { name: 'Delete' }).click()
  await page.getByText('Recreate it later').click()
  const commands = page.getByRole('dialog').getByRole('region', { name: 'Commands' })
  const calls = readShell((await commands.textContent()) ?? '', 'curl', {
    QOVERY_API_TOKEN: 'qov_x',
    NEW_SECRET_ID: 'the-new-one',
  })
  expect(calls).toHaveLength(1)
  expect(calls[0]?.[3]).toMatch(/\/secret\/the-new-one\/alias$/)
  expect(calls[0]?.[5]).toBe('Authorization: Token qov_x')
  expect(JSON.parse(calls[0]?.at(-1) ?? '')).toMatchObject({ key: 'PGPASSWORD' })
})

test('by keyboard: open each tool, reach its code, copy; axe finds nothing in either theme', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-write'])
  await page.setViewportSize({ width: 320, height: 640 })
  await page.goto(aliasPath)
  const panel = codePanel(page)
  await panel.summary('curl').focus()
  for (const [at, tool] of tools.entries()) {
    if (at > 0) await page.keyboard.press('Tab')
    await expect(panel.panel.locator('summary').nth(at)).toBeFocused()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    await expect(panel.block(tool)).toBeFocused()
    await page.keyboard.press('Tab')
    await expect(panel.copy(tool)).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(panel.panel.getByText(`${tool} code copied`)).toBeAttached()
    await expectNoAxeViolationsInBothThemes(page)
  }
  expect(await sideways(page)).toBeLessThanOrEqual(0)
})
