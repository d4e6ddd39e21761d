import { execFileSync } from 'node:child_process'
import { createRequire } from 'node:module'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { projectOwner, type NarrowerKind } from '../../qovery/owner'
import type { AliasPlan, Place } from './alias-plan'
import { asCli } from './as-cli'
import { asCurl } from './as-curl'
import { asTerraform } from './as-terraform'
import { indexSecrets } from '../secret-index'
import { linkTo, testList, testSecret } from '../../qovery/test-secrets'
import { planDisabledReason, planOfAlias } from './plan-of-alias'
import { hclKeeps, hclString, shellWord } from './quote'
import type { Secret } from '../../qovery/schema'
import { hasUnseen, inWords } from '../unseen'

// What a real program reads back decides: `sh`, JSON.parse and HashiCorp's own parser of HCL.

// Required, since the runner would transform its four megabytes of compiled Go.
const require = createRequire(import.meta.url)
const { parseToObject }: { parseToObject: (text: string) => unknown } = require('hcl2-parser')

const ids = {
  organization: 'e86ecfc8-58e9-4481-a728-57fa6d40e31c',
  project: '3c90c3cc-0d44-4b50-8888-8dd25736052a',
  target: 'b2f1d49a-8ec6-4551-ad12-6b02d9750029',
}
const place: Place = {
  organization: { id: ids.organization, name: 'Larkspur Outfitters' },
  project: { id: ids.project, name: 'payments' },
}
const plan = (changes: Partial<AliasPlan> = {}): AliasPlan => ({
  key: 'DATABASE_PASSWORD',
  description: 'Expected by the API service',
  interpolation: false,
  target: { id: ids.target, key: 'DB_MASTER_PASSWORD', type: 'VALUE', sameKey: false },
  ...changes,
})

// What means something to one of the three programs, or is seen by nobody.
const meaningful = [
  ...Array.from(`\${}%~"'\\\`\n\r\t!@- #*()=;&/`),
  ...Array.from('\0\u001B\u202E\u200B\u2028\u{E0001}\uFEFF\uD800é😀a'),
  'e\u0301',
  '<<EOF',
  '/*',
  '//',
  String.raw`\u`,
]
const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(...meaningful) }),
)
// A shell's arguments and its input end at a NUL, and are bytes of UTF-8.
const sayable = hostile.filter((text) => !/[\0\p{Cs}]/u.test(text))

/** The arguments that a command receives from `sh`: each ends with a NUL. */
const received = (script: string, command: string): string[] =>
  execFileSync('sh', ['-s'], {
    input: `${command}() { printf '%s\\0' "$@"; }\nQOVERY_API_TOKEN='qov $HOME "x"'\n${script}\n`,
    encoding: 'utf8',
    stdio: ['pipe', 'pipe', 'inherit'],
  })
    .split('\0')
    .slice(0, -1)

const hcl = (code: string): unknown => {
  const read = parseToObject(code)
  return Array.isArray(read) ? read[0] : undefined
}

// Each run is a process of its own.
const fewRuns = { numRuns: 60 }

describe('sh reads a quoted word as the very text', () => {
  test('any number of words of any text', () => {
    fc.assert(
      fc.property(fc.array(sayable, { minLength: 1, maxLength: 40 }), (words) => {
        expect(received(`say ${words.map(shellWord).join(' ')}`, 'say')).toEqual(words)
      }),
      fewRuns,
    )
  })

  test.each([['A_KEY'], ['a/b:c@d%e+f=g,h.i-j']])('%s needs no quotes', (word) => {
    expect(shellWord(word)).toBe(word)
    expect(received(`say ${word}`, 'say')).toEqual([word])
  })
})

test('zsh would take =ls for the path of a command: it is quoted', () => {
  expect(shellWord('=ls')).toBe("'=ls'")
  expect(shellWord('a=ls')).toBe('a=ls')
})

describe('curl', () => {
  test('sends exactly the documented body to exactly one address, with the token of the variable', () => {
    fc.assert(
      fc.property(hostile, fc.option(hostile), fc.option(fc.boolean()), (key, description, on) => {
        const { code, notes } = asCurl(
          plan({ key, description, interpolation: on }),
          projectOwner(ids.project),
          'https://api.qovery.com',
        )
        const args = received(code ?? '', 'curl')
        expect(args.slice(0, -1)).toEqual([
          '--request',
          'POST',
          '--url',
          `https://api.qovery.com/project/${ids.project}/secret/${ids.target}/alias`,
          '--header',
          'Authorization: Token qov $HOME "x"',
          '--header',
          'Content-Type: application/json',
          '--data-raw',
        ])
        expect(JSON.parse(args.at(-1) ?? '')).toEqual({
          key,
          description,
          enable_interpolation_in_file: on,
        })
        expect(notes).toEqual([])
      }),
      fewRuns,
    )
  })

  test.each(['https://api.qovery.com', 'http://[::1]:4180/api'])(
    'takes the id of a target that is made anew from a variable, at %s',
    (base) => {
      const target = { variable: 'NEW_SECRET_ID' }
      const { code } = asCurl({ ...plan(), target }, projectOwner(ids.project), base)
      const args = received(`NEW_SECRET_ID=${ids.target}\n${code ?? ''}`, 'curl')
      expect(args[3]).toBe(`${base}/project/${ids.project}/secret/${ids.target}/alias`)
    },
  )

  test('shows every character: nothing in it is invisible or ends a paste', () => {
    fc.assert(
      fc.property(hostile, hostile, (key, description) => {
        const { code } = asCurl(
          plan({ key, description }),
          projectOwner(ids.project),
          'http://127.0.0.1:4180/api',
        )
        expect(hasUnseen((code ?? '').replaceAll('\n', ''))).toBe(false)
      }),
    )
  })
})

describe('the CLI', () => {
  test('receives the names as they are, or no command is offered', () => {
    fc.assert(
      fc.property(hostile, hostile, hostile, hostile, (organization, project, key, target) => {
        const { code, notes } = asCli(
          plan({ key, target: { id: ids.target, key: target, type: 'VALUE', sameKey: false } }),
          {
            organization: { id: ids.organization, name: organization },
            project: { id: ids.project, name: project },
          },
        )
        const names = [organization, project, target, key]
        expect(code === null).toBe(names.some(hasUnseen))
        expect(/invisible/.test(notes.join(' '))).toBe(code === null)
        if (code === null) return
        const [, , , , ...args] = received(code, 'qovery')
        expect(args.filter((_, at) => at % 2 === 1)).toEqual(names)
        expect(args.filter((_, at) => at % 2 === 0)).toEqual([
          '--organization',
          '--project',
          '--key',
          '--alias',
        ])
      }),
      fewRuns,
    )
  })

  test('what it cannot express is said, and only that', () => {
    const said = (changes: Partial<AliasPlan>, where = place) =>
      asCli(plan(changes), where).notes.join('\n')
    expect(said({})).toMatch(/no flag for the description/)
    expect(said({ description: null })).not.toMatch(/description/)
    expect(said({ interpolation: true })).toMatch(/no flag for the interpolation/)
    expect(said({ interpolation: false })).not.toMatch(/interpolation/)
    expect(said({ target: { ...plan().target, sameKey: true } })).toMatch(/Several secrets/)
    expect(said({})).not.toMatch(/rather than IDs/)
    expect(said({}, { organization: null, project: { id: ids.project, name: null } })).toMatch(
      /rather than IDs/,
    )
  })
})

describe('Terraform', () => {
  test('HCL reads a quoted string as the very text, but for what it never keeps', () => {
    fc.assert(
      fc.property(hostile.filter(hclKeeps), (text) => {
        expect(hcl(`text = ${hclString(text)}\n`)).toEqual({ text })
      }),
      { numRuns: 500 },
    )
  })

  test.each(['e\u0301', '\uD800'])('and what it never keeps is known: %j', (text) => {
    expect(hclKeeps(text)).toBe(false)
    expect(hcl(`text = ${hclString(text)}\n`)).not.toEqual({ text })
  })

  // All that `qovery_project` has beside its aliases: what is imported and neither in a block nor ignored is deleted.
  const ignored = [
    '${environment_variables}',
    '${environment_variable_aliases}',
    '${environment_variable_files}',
    '${secrets}',
    '${secret_files}',
  ]

  test('a project’s aliases are one resource, whatever they and the project are called', () => {
    const writable = hostile.filter(hclKeeps)
    fc.assert(
      fc.property(
        writable,
        fc.array(fc.record({ key: writable, description: fc.option(writable), target: writable }), {
          minLength: 1,
          maxLength: 8,
        }),
        (name, aliases) => {
          const { code } = asTerraform(
            aliases.map(({ key, description, target }) =>
              plan({ key, description, target: { ...plan().target, key: target } }),
            ),
            { ...place, project: { id: ids.project, name } },
          )
          expect(hcl(`${code}\n`)).toEqual({
            resource: {
              qovery_project: {
                [/"qovery_project" "(\w+)"/.exec(code ?? '')?.[1] ?? '']: [
                  {
                    organization_id: ids.organization,
                    name,
                    secret_aliases: aliases.map(({ key, description, target }) => ({
                      key,
                      value: target,
                      ...(description === null || description === '' ? {} : { description }),
                    })),
                    lifecycle: [{ ignore_changes: ignored }],
                  },
                ],
              },
            },
          })
        },
      ),
    )
  })

  test('what a project keeps, and what the first apply does, is said', () => {
    const { notes } = asTerraform([plan()], place)
    expect(notes.join('\n')).toMatch(/would delete what was imported/)
    expect(notes.join('\n')).toMatch(/deletes each of them and creates it again/)
  })

  test('a name that Terraform would change, and what could not be read, stays as it is', () => {
    const given = (where: Place) => {
      const { code, notes } = asTerraform([plan()], where)
      const list = /ignore_changes = \[\s+((?:\w+,\s+)*)\]/.exec(code ?? '')?.[1] ?? ''
      return { code, notes: notes.join('\n'), names: list.split(/,\s+/) }
    }
    for (const name of ['caf\u0065\u0301', '\uD800']) {
      const { code, notes, names } = given({ ...place, project: { id: ids.project, name } })
      expect(code).toContain('name            = "PROJECT"')
      expect(names).toContain('name')
      expect(notes).toMatch(/changes some characters of the project’s name/)
    }
    expect(given(place).names).not.toContain('name')
    const unread = given({ organization: null, project: { id: ids.project, name: null } })
    expect(unread.names).toEqual(expect.arrayContaining(['name', 'organization_id']))
  })

  test.each([
    ['payments', 'payments'],
    ['Web Shop (EU)', 'web_shop_eu'],
    ['3d-printing', 'project_3d_printing'],
    ['検索', 'project'],
    ['W'.repeat(100_000), 'w'.repeat(60)],
  ])('the resource of %s is called %s', (name, expected) => {
    const { code } = asTerraform([plan()], { ...place, project: { id: ids.project, name } })
    expect(code).toContain(`resource "qovery_project" "${expected}" {`)
  })

  test('a target of another type is left out and named, the rest stays', () => {
    const file = plan({ key: 'CERT', target: { ...plan().target, key: 'TLS', type: 'FILE' } })
    expect(asTerraform([file], place)).toEqual({
      code: null,
      notes: [expect.stringMatching(/^CERT is left out.*TLS is a FILE/)],
    })
    const both = asTerraform([file, plan()], place)
    expect(both.code).toContain('DATABASE_PASSWORD')
    expect(both.code).not.toContain('CERT')
    expect(both.notes[0]).toMatch(/^CERT is left out/)
  })

  test('no name in a note is long, or turns or hides what stands beside it', () => {
    fc.assert(
      fc.property(hostile, hostile, hostile, (key, target, type) => {
        const odd = plan({ key: key.repeat(9), target: { ...plan().target, key: target, type } })
        for (const note of asTerraform([odd], place).notes) {
          expect(hasUnseen(note)).toBe(false)
          expect(note.length).toBeLessThan(2000)
        }
      }),
    )
    expect(inWords('A'.repeat(80))).toBe('A'.repeat(80))
    expect(inWords('A'.repeat(81))).toBe(`${'A'.repeat(80)}…`)
    expect(inWords('\u202Eevil')).toBe(String.raw`\u202eevil`)
  })

  test('interpolation, a shared key and unknown names are said', () => {
    const said = (changes: Partial<AliasPlan>, where = place) =>
      asTerraform([plan(changes)], where).notes.join('\n')
    expect(said({ interpolation: true })).toMatch(/no attribute for the interpolation/)
    expect(said({})).not.toMatch(/interpolation|Several/)
    expect(said({ target: { ...plan().target, sameKey: true } })).toMatch(/Several secrets/)
    expect(said({}, { organization: null, project: { id: ids.project, name: null } })).toMatch(
      /could not be read/,
    )
  })
})

describe('a plan is read from an alias', () => {
  const target = testSecret({ id: ids.target, key: 'A' })
  const alias = testSecret({
    id: ids.organization,
    key: 'B',
    variable_type: 'ALIAS',
    aliased_secret: linkTo(target),
  })
  const among = (...secrets: Secret[]) =>
    planOfAlias(alias, indexSecrets(testList(secrets)), { kind: 'project' })

  test('with null for what the answer left out', () => {
    expect(planOfAlias(alias, undefined, { kind: 'project' })).toEqual({
      key: 'B',
      description: null,
      interpolation: null,
      target: { id: ids.target, key: 'A', type: 'VALUE', sameKey: false },
    })
  })

  test('and knows of a namesake of its target', () => {
    expect(among(target, alias)?.target.sameKey).toBe(false)
    expect(among({ ...target, id: ids.project })?.target.sameKey).toBe(true)
  })

  test('also where the answer says by its link alone that it is one', () => {
    expect(
      planOfAlias({ ...alias, variable_type: null }, undefined, { kind: 'project' })?.target.id,
    ).toBe(ids.target)
  })

  test.each([
    ['of a narrower scope', { ...alias, scope: 'ENVIRONMENT' }, /its scope is ENVIRONMENT/],
    ['an alias that names no target', { ...alias, aliased_secret: null }, /is not known/],
    ['read in part', { ...alias, unread: ['description'] }, /not all of it could be read/],
  ])('but not from what is %s, and why is said', (_, secret, why) => {
    expect(planOfAlias(secret, undefined, { kind: 'project' })).toBeUndefined()
    expect(planDisabledReason(secret, { kind: 'project' })).toMatch(why)
  })

  test('and nothing stands in the way of the others', () => {
    expect(planDisabledReason(alias, { kind: 'project' })).toBeUndefined()
  })
})

describe('below a project', () => {
  const within = (kind: NarrowerKind, jobType: string | null = null): Place => ({
    ...place,
    within: {
      owner: { kind, id: ids.target },
      environment: 'production',
      service: kind === 'environment' ? null : 'checkout api',
      jobType,
    },
  })

  test.each([
    ['environment', null, 'qovery environment env', ' --scope ENVIRONMENT'],
    ['application', null, 'qovery application env', " --application 'checkout api'"],
    ['container', null, 'qovery container env', " --container 'checkout api'"],
    ['job', 'CRON', 'qovery cronjob env', " --cronjob 'checkout api'"],
    ['job', 'LIFECYCLE', 'qovery lifecycle env', " --lifecycle 'checkout api'"],
    ['helm', null, 'qovery helm env', ' --scope HELM'],
  ] as const)('the CLI has a command for %s %s', (kind, jobType, command, flag) => {
    const code = asCli(plan(), within(kind, jobType)).code?.replaceAll(' \\\n  ', ' ')
    expect(code).toContain(command)
    expect(code).toContain(flag)
    expect(code).toContain(' --environment production')
  })

  test.each([null, 'SOMETHING_NEW'])('of a job of the kind %s no command is guessed', (jobType) => {
    const { code, notes } = asCli(plan(), within('job', jobType))
    expect(code).toBeNull()
    expect(notes.join(' ')).toMatch(/cron job or a lifecycle job/)
  })

  test('and what is not read is not said to be Qovery’s silence', () => {
    const job = within('job')
    if (job.within !== undefined) job.within.jobType = undefined
    const { code, notes } = asCli(plan(), job)
    expect(code).toBeNull()
    expect(notes.join(' ')).toMatch(/has not been read/)
    expect(notes.join(' ')).not.toMatch(/did not say/)
  })
  test.each(['terraform', 'agentic_workflow'] as const)(
    'no tool but curl makes one of %s',
    (kind) => {
      expect(asCli(plan(), within(kind)).code).toBeNull()
      expect(asTerraform([plan()], within(kind)).code).toBeNull()
      const { code } = asCurl(plan(), { kind, id: ids.target }, 'https://api.qovery.com')
      expect(code).toContain(`/variable/${ids.target}/alias`)
      expect(code).toContain(`"alias_parent_id": "${ids.target}"`)
    },
  )

  test.each(['environment', 'application', 'container', 'job', 'helm'] as const)(
    'Terraform has a list for %s, and the note names its resource',
    (kind) => {
      const { code, notes } = asTerraform([plan()], within(kind))
      expect(code).toMatch(/^ {2}secret_aliases = \[/)
      expect(notes.join(' ')).toContain(`qovery_${kind}`)
    },
  )
})
