import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { asTerraform } from '../../../rules/as-code/as-terraform'
import { hclKeeps, hclString } from '../../../rules/as-code/quote'
import { readTerraform } from './read-terraform'

const read = (text: string) => readTerraform(text, () => undefined)
// White space around a key is none of it.
const word = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
  .filter((text) => text.trim() === text)

describe('Terraform', () => {
  test('every secret_aliases list is read, with escapes and comments', async () => {
    const { rows } = await read(`
      resource "qovery_project" "one" {
        name = "payments" // secret_aliases = [
        secret_aliases = [
          { key = "A", value = "B", description = "say \\"$\${hi}\\"" }, # last
          {
            "key" : "C"
            value = "D"
          },
        ]
      }
      resource "qovery_project" "two" { secret_aliases = [{ key = "E", value = "F" }] }`)
    expect(rows.map(({ key, target, description }) => [key, target, description])).toEqual([
      ['A', 'B', 'say "${hi}"'],
      ['C', 'D', null],
      ['E', 'F', null],
    ])
    expect(rows[0]?.at).toBe(5)
  })

  test.each([
    ['{ key = var.name, value = "B" }', /^key is an expression/],
    ['{ key = "${var.name}", value = "B" }', /^key is an expression/],
    ['{ key = "A", key = "C", value = "B" }', /^key stands twice/],
    ['{ key = "A" }', /^No target is named/],
    ['{ key = "A", owner = "B" }', /^No target is named/],
    ['{ key "A" }', /was expected/],
    ['{ key = "A", value = "B"', /has no end/],
    ['local.more', /was expected/],
    ['{ key = "A", value = "B\\q" }', /^value is an expression/],
    ['{ key = "A", value = <<END\nB\nEND\n}', /^value is an expression/],
  ])('%s is a problem', async (entry, problem) => {
    const { rows } = await read(`secret_aliases = [\n${entry}\n]`)
    expect(rows[0]).toMatchObject({ at: 2, problem: expect.stringMatching(problem) })
  })
})

test('Terraform that was written from any texts is read as the same texts', async () => {
  const text = word
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(text, text, text), { minLength: 1, maxLength: 8 }),
      async (aliases) => {
        const entries = aliases.map(
          ([key, value, description]) =>
            `{ key = ${hclString(key)}\n value = ${hclString(value)}, description = ${hclString(description)} }`,
        )
        const { rows } = await read(`secret_aliases = [${entries.join(', ')}]`)
        expect(rows.map((row) => [row.key, row.target, row.description])).toEqual(aliases)
        expect(rows.filter(({ problem }) => problem !== undefined)).toEqual([])
      },
    ),
  )
})

test('Terraform that this console wrote is read as the same aliases, without a problem', async () => {
  const text = word.filter(hclKeeps)
  const project = fc.record({ id: fc.uuid(), name: fc.option(text) })
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(text, text, fc.option(text)), { minLength: 1, maxLength: 8 }),
      project,
      async (aliases, named) => {
        const { code } = asTerraform(
          aliases.map(([key, targetKey, description]) => ({
            key,
            description,
            interpolation: false,
            target: { id: '', key: targetKey, type: 'VALUE', sameKey: false },
          })),
          { organization: null, project: named },
        )
        const { rows, notes, format } = await read(code ?? '')
        expect(format).toBe('terraform')
        expect(rows.map(({ key, target, description }) => [key, target, description])).toEqual(
          aliases,
        )
        expect(rows.filter(({ problem }) => problem !== undefined)).toEqual([])
        expect(notes).toEqual(['Only lists of aliases were read of the Terraform code.'])
      },
    ),
  )
})

describe('Terraform of more than one project', () => {
  const list = (key: string) => `secret_aliases = [{ key = "${key}", value = "DB" }]`

  test.each([
    [`resource "qovery_application" "api" {\n${list('A')}\n}`, 'qovery_application "api"'],
    [`resource qovery_job nightly {\nx { ${list('A')} }\n}`, 'qovery_job "nightly"'],
    [`resource "qovery_environment" {\n${list('A')}`, 'qovery_environment'],
    [`resource {\n${list('A')}\n}`, 'a resource'],
    [`resource "qovery_\u202Ejob" "a" {\n${list('A')}\n}`, 'qovery_\\u202ejob "a"'],
  ])('an alias of another thing than a project is no alias of this one: %s', async (code, name) => {
    const after = `resource "qovery_project" "p" { ${list('B')} }`
    const { rows } = await read(`${code}\n${code.endsWith('}') ? after : ''}`)
    expect(rows[0]).toMatchObject({
      at: 2,
      key: 'A',
      target: 'DB',
      problem: `This is an alias of ${name}, not of a project: here it would reach every environment.`,
    })
    expect(rows[1]?.problem).toBeUndefined()
  })

  test('a resource that does not end takes nothing from the one behind it', async () => {
    const { rows } = await read(
      `resource "qovery_project" "p" {\n${list('A')}\nresource "qovery_job" "j" {\n${list('B')}\n}\n`,
    )
    expect(rows.map(({ key, problem }) => [key, problem])).toEqual([
      ['A', undefined],
      ['B', expect.stringMatching(/^This is an alias of qovery_job "j"/)],
    ])
  })

  test.each(['%', 'locals { % }', 'module "aliases" {\n%\n}'])(
    'a list that is in no resource is read, in %j',
    async (around) => {
      const { rows, notes } = await read(around.replace('%', list('A')))
      expect(rows).toMatchObject([{ key: 'A', target: 'DB' }])
      expect(rows[0]?.problem).toBeUndefined()
      expect(notes).toHaveLength(1)
    },
  )

  test('the projects are named, since all of their aliases would be made in one', async () => {
    const projects = (count: number) =>
      Array.from(
        { length: count },
        (_, index) => `resource "qovery_project" "p${index}" { ${list(`A${index}`)} }\n`,
      ).join('')
    const none = 'resource "qovery_project" "none" { secret_aliases = [] }'
    expect((await read(`${projects(1)}${none}`)).notes).toHaveLength(1)
    const two = await read(`${projects(2)}${none}`)
    expect(two.rows.filter(({ problem }) => problem !== undefined)).toEqual([])
    expect(two.notes[1]).toBe(
      'The aliases of 2 projects are planned for this one: qovery_project "p0", qovery_project "p1".',
    )
    expect((await read(projects(9))).notes[1]).toMatch(/ of 9 projects .* "p4" and 4 more\.$/)
  })
})

describe('Terraform that cannot be read whole', () => {
  test('an entry after one without a comma is read as well', async () => {
    const { rows } = await read(
      'secret_aliases = [\n{ key = "A", value = "B" } # why\n{ key = "C", value = "}\\n{" }\n{ key = "E" }\n]',
    )
    expect(rows.map(({ at, key, target, problem }) => [at, key, target, problem])).toEqual([
      [2, 'A', 'B', undefined],
      [3, 'C', '}\n{', undefined],
      [4, 'E', '', 'No target is named here.'],
    ])
  })

  test('a list that is worked out is told of beside one that is written out', async () => {
    const { rows } = await read(
      'secret_aliases = [{ key = "A", value = "B" }]\nx = {\n  secret_aliases = var.more\n}',
    )
    expect(rows.map(({ at, problem }) => [at, problem])).toEqual([
      [1, undefined],
      [3, expect.stringMatching(/is an expression/)],
    ])
  })

  test('a fault beside a list is told by its line', async () => {
    const { rows, notes } = await read('secret_aliases = [{ key = "A", value = "B" }]]\n')
    expect(rows).toHaveLength(1)
    expect(notes[1]).toBe('Not understood and left out: line 1.')
  })

  test('a fault outside of any list is told by its line, for a list may be behind it', async () => {
    const { rows, notes } = await read(
      'secret_aliases = [{ key = "A", value = "B" }]\n}}\nsecret_aliases = [{ key = "C", value = "D" }]',
    )
    expect(rows.map(({ key }) => key)).toEqual(['A', 'C'])
    expect(notes[1]).toBe('Not understood and left out: line 2.')
  })
})

describe('a list is read wherever it stands', () => {
  const entries = '{ key = "A", value = "B" },\n{ key = "C", value = "D" }'

  test.each([
    ['an attribute', `secret_aliases = [${entries}]`],
    ['a module', `module "p" {\n secret_aliases = [${entries}]\n}`],
    [
      'a variable’s default',
      `variable "secret_aliases" {\n type = list(any)\n default = [${entries}]\n}`,
    ],
    ['a variable of another name', `variable "names" { default = [${entries}] }`],
    ['locals', `locals {\n aliases = [${entries}]\n}`],
    ['locals as a map', 'locals {\n aliases = { A = "B", "C" = "D" }\n}'],
    ['tfvars', `region = "eu"\nproject_aliases = [${entries}]`],
    ['entries alone', `${entries},`],
    ['entries behind a comment', `# of the api\n${entries}`],
    ['a list alone', `[\n${entries}\n]`],
    [
      'concat',
      `secret_aliases = concat(var.more, [{ key = "A", value = "B" }], [{ key = "C", value = "D" }])`,
    ],
    [
      'flatten',
      `secret_aliases = flatten([[{ key = "A", value = "B" }, { key = "C", value = "D" }]])`,
    ],
    [
      'another name',
      `locals { more = [${entries}] }\nresource "qovery_project" "p" { secret_aliases = local.more }`,
    ],
    [
      'a default elsewhere',
      `variable "more" { default = [${entries}] }\nresource "qovery_project" "p" { secret_aliases = var.more }`,
    ],
    ['a map', 'secret_aliases = { A = "B", C = { value = "D" } }'],
    [
      'maps put together',
      'locals { more = { C = "D" } }\nsecret_aliases = merge({ A = "B" }, local.more)',
    ],
    [
      'entries by name',
      `locals {\n a = { key = "A", value = "B" }\n}\nsecret_aliases = [local.a, { key = "C", value = "D" }]`,
    ],
  ])('%s', async (_, code) => {
    const { rows } = await read(code)
    const sound = rows.filter(({ problem }) => problem === undefined)
    expect(sound.map(({ key, target }) => [key, target])).toEqual([
      ['A', 'B'],
      ['C', 'D'],
    ])
  })

  test('what is put together of something unknown says so, and takes nothing along', async () => {
    const { rows } = await read('secret_aliases = concat(var.more, [{ key = "A", value = "B" }])')
    expect(rows.map(({ key, problem }) => [key, problem])).toEqual([
      ['', 'secret_aliases is an expression: only a list is read.'],
      ['A', undefined],
    ])
  })

  test('what refers to itself, or is put together without end, ends', async () => {
    const names = Array.from(
      { length: 40 },
      (_, index) => `a${index} = concat(local.a${index + 1}, local.a${index + 1})`,
    )
    const code = `locals {\n${names.join('\n')}\na40 = local.a40\n}\nsecret_aliases = local.a0`
    const { rows } = await read(code)
    expect(rows.length).toBeLessThan(2000)
  })
})

test('what state show prints is read, but for what it hides', async () => {
  const { rows, notes } = await read(`# qovery_project.p:
resource "qovery_project" "p" {
    id             = "55555555-5555-4555-8555-555555555555"
    name           = "shop"
    secret_aliases = [
        {
            description = ""
            id          = "66666666-6666-4666-8666-666666666666"
            key         = "A"
            value       = "B"
        },
        # (2 unchanged elements hidden)
    ]
    secrets        = (sensitive value)
}`)
  expect(rows).toEqual([{ at: 6, key: 'A', target: 'B', description: null, interpolation: null }])
  expect(notes).toHaveLength(1)
})

test('what plan prints is read as it will be', async () => {
  const { rows, notes } = await read(`  ~ resource "qovery_project" "p" {
        id             = "55555555-5555-4555-8555-555555555555"
      ~ secret_aliases = [
          + {
              + key   = "A"
              + value = "B"
            },
          ~ {
                key   = "C"
              ~ value = "OLD" -> "D"
            },
          - {
              - description = "why" -> null
              - key         = "GONE" -> null
              - value       = "B" -> null
            },
            # (2 unchanged elements hidden)
        ]
    }`)
  expect(rows.map(({ at, key, target, problem }) => [at, key, target, problem])).toEqual([
    [4, 'A', 'B', undefined],
    [8, 'C', 'D', undefined],
  ])
  expect(notes.slice(1)).toEqual(['1 entry left out (taken away): line 12.'])
})

test('an empty list is said to be empty', async () => {
  const { rows, notes } = await read('resource "qovery_project" "p" {\n  secret_aliases = []\n}')
  expect(rows).toEqual([])
  expect(notes[1]).toBe('A secret_aliases list is empty: line 2.')
})

test('secrets beside the aliases are values', async () => {
  const holds = async (code: string) => (await read(code)).holdsValues
  const list = 'secret_aliases = [{ key = "A", value = "B" }]'
  expect(await holds(list)).toBe(false)
  expect(await holds(`${list}\nsecrets = [{ key = "A", value = "hunter2" }]`)).toBe(true)
  expect(await holds(`${list}\nsecrets = [{ key = "A", value = var.password }]`)).toBe(false)
  expect(await holds('secrets = [{ key = "A", value = "hunter2" }]')).toBe(true)
  const named = (value: string) => `variable "db_password" {\n  default = ${value}\n}\n`
  expect(await holds(`${named('"hunter2"')}${list}`)).toBe(true)
  expect(await holds(`${named('var.x')}${list}`)).toBe(false)
})

test('a fault in an expression is told by its line, for a list may be behind it', async () => {
  const { notes } = await read('x = (1\nsecret_aliases = [{ key = "A", value = "B" }]\n')
  expect(notes.join(' ')).toMatch(/Not understood and left out: line [12]/)
})
