import { expect, type Page } from 'playwright/test'
import { eachRow } from './rows'
import { expectNoAxeViolations } from '../pages/axe'
import { codePanel } from '../pages/code-panel'
import { test, type Testbed } from '../servers/live-console'
import { enterToken } from '../pages/live-page'
import { readHcl, readShell } from '../pages/read-code'
import { hostileStrings } from '../servers/upstream/hostile-answers'
import { makeSecret, organizationId, projectId, valueSecretId } from '../servers/upstream/model'
import { sideways } from '../pages/sideways'

const texts = {
  ...hostileStrings,
  quotes: `it's "so" \\ $(touch x) \`id\` %{if} $\${x} \u05D0\u05D1 é`,
}
// No shell command shows these, and HCL knows no half of a surrogate pair.
const unseen = new Set(['bidi', 'control', 'surrogate'])
const unkept = new Set(['surrogate'])

const open = async (page: Page, { server }: Testbed, path = '') => {
  await page.goto(`${server.url}/project/${projectId}${path}`)
  await enterToken(page)
}

/** A command's flags, and what was given for each. */
const alternating = (args: readonly string[] = []) =>
  [args.filter((_, at) => at % 2 === 0), args.filter((_, at) => at % 2 === 1)] as const

/** An alias whose every text is this one, in a project and an organization of that name. */
const plant = ({ upstream }: Testbed, text: string) => {
  const alias = makeSecret({
    key: text,
    description: text,
    variable_type: 'ALIAS',
    aliased_secret: { id: valueSecretId, key: text, scope: 'PROJECT', variable_type: 'VALUE' },
  })
  const { model } = upstream
  model.secrets.push(alias)
  for (const named of [model.projects[0], model.organizations[0]]) {
    if (named !== undefined) named.name = text
  }
  return alias
}

/** What a project has besides secrets' aliases, and keeps. */
const besides = [
  'environment_variables',
  'environment_variable_aliases',
  'environment_variable_files',
  'secrets',
  'secret_files',
]

test('whatever the texts are, curl, CLI and Terraform read the very text, or say why not', async ({
  page,
  testbeds,
}) => {
  await eachRow(
    Object.entries(texts),
    ([name]) => `${name} everywhere`,
    async ([name, text]) => {
      testbeds.live.upstream.reset()
      await page.setViewportSize({ width: 1280, height: 720 })
      const alias = plant(testbeds.live, text)
      await open(page, testbeds.live, `/secret/${alias.id}`)
      const panel = codePanel(page)

      const curl = readShell(await panel.read('curl'), 'curl', { QOVERY_API_TOKEN: 'qov $x "y"' })
      expect(curl).toHaveLength(1)
      const [flags, values] = alternating(curl[0])
      expect(flags).toEqual(['--request', '--url', '--header', '--header', '--data-raw'])
      expect(values.slice(0, -1)).toEqual([
        'POST',
        `https://127.0.0.1:${testbeds.live.upstream.port}/project/${projectId}/secret/${valueSecretId}/alias`,
        'Authorization: Token qov $x "y"',
        'Content-Type: application/json',
      ])
      expect(JSON.parse(values.at(-1) ?? '')).toEqual({
        key: text,
        description: text,
        enable_interpolation_in_file: null,
      })

      if (unseen.has(name)) {
        await panel.summary('Qovery CLI').click()
        await expect(panel.panel.getByText('Qovery CLI cannot make this.')).toBeVisible()
        await expect(panel.notes('Qovery CLI')).toContainText('invisible characters')
      } else {
        await expect(async () => {
          await panel.summary('curl').click()
          const [call] = readShell(await panel.read('Qovery CLI'), 'qovery')
          expect(alternating(call?.slice(4))[1]).toEqual([text, text, text, text])
        }).toPass()
      }

      if (unkept.has(name)) {
        await panel.summary('Terraform').click()
        await expect(panel.panel.getByText('Terraform cannot make this.')).toBeVisible()
        await expect(panel.notes('Terraform')).toContainText('Terraform changes some of its')
      } else {
        const code = await panel.read('Terraform')
        const resource = /"qovery_project" "(\w+)"/.exec(code)?.[1] ?? ''
        expect(readHcl(code)).toEqual({
          resource: {
            qovery_project: {
              [resource]: [
                {
                  organization_id: organizationId,
                  name: text,
                  secret_aliases: [{ key: text, value: text, description: text }],
                  lifecycle: [{ ignore_changes: besides.map((list) => `\${${list}}`) }],
                },
              ],
            },
          },
        })
      }
      await page.setViewportSize({ width: 320, height: 640 })
      expect(await sideways(page)).toBeLessThanOrEqual(0)
    },
  )
})

test('what no tool can make is said on its page, and left out of the project’s block by name', async ({
  page,
  testbeds,
}) => {
  const { model } = testbeds.live.upstream
  const to = (fields = {}) => ({
    id: valueSecretId,
    key: 'DB_MASTER_PASSWORD',
    scope: 'PROJECT',
    variable_type: 'VALUE',
    ...fields,
  })
  const orphan = makeSecret({ key: 'ORPHAN', variable_type: 'ALIAS', aliased_secret: null })
  const file = { variable_type: 'ALIAS', aliased_secret: to({ variable_type: 'FILE' }) }
  model.secrets.push(
    orphan,
    makeSecret({
      key: 'NARROW',
      scope: 'ENVIRONMENT',
      variable_type: 'ALIAS',
      aliased_secret: to(),
    }),
    makeSecret({ key: 'GOOD', variable_type: 'ALIAS', aliased_secret: to() }),
    ...Array.from({ length: 20 }, (_, at) => makeSecret({ key: `FILE_${at}`, ...file })),
    // Two of one name, which would be said twice.
    makeSecret({ key: 'FILE_0', ...file }),
  )
  await open(page, testbeds.live, `/secret/${orphan.id}`)
  await expect(codePanel(page).panel).toContainText(
    'No tool can make it again: what it points at is not known.',
  )
  await expectNoAxeViolations(page)
  await page.getByRole('navigation', { name: 'Breadcrumbs' }).getByRole('link').last().click()
  const all = codePanel(page, 'All aliases as code')
  expect(readHcl(await all.read('Terraform'))).toMatchObject({
    resource: { qovery_project: { payments: [{ secret_aliases: [{ key: 'GOOD' }] }] } },
  })
  await all.panel.getByRole('button', { name: /^Show all \d+ notes$/ }).click()
  const notes = await all.notes('Terraform').getByRole('listitem').allInnerTexts()
  const left = notes.flatMap((note) => /^(\w+) is left out: /.exec(note)?.[1] ?? [])
  expect(left.toSorted()).toEqual(
    ['NARROW', 'ORPHAN', ...Array.from({ length: 20 }, (_, at) => `FILE_${at}`)].toSorted(),
  )
  await page.evaluate(() => scrollTo(0, 0))
  await expectNoAxeViolations(page)
})
