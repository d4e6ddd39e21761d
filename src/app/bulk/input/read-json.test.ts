import { describe, expect, test } from 'vitest'
import { readJson } from './read-json'

const read = (json: string) => readJson(json, () => undefined)
const pairs = async (json: string) => {
  const { rows } = await read(json)
  return rows.map(({ at, key, target, problem }) => (problem ? [at, problem] : [at, key, target]))
}
const id = '0a1b2c3d-0000-4000-8000-000000000001'

describe('aliases are read in the form', () => {
  test.each([
    '[{"alias":"A","source":"B"}]',
    '[{"key":"A","value":"B"}]',
    '{"A":"B"}',
    '{"A":{"source":"B","description":"why"}}',
    '[{"A":"B"}]',
    '["A=B"]',
    '{"alias":"A","source":"B"}',
    '{"rows":[{"alias":"A","source":"B","extra":[1]}]}',
    '{"results":[{"key":"A","aliased_secret":{"key":"B"}}]}',
    '{"secret_aliases":[{"key":"A","value":"B"}]}',
    '{"project":{"secretAliases":{"A":"B"}}}',
    '[{"Alias Key":"A","Points to":"B"}]',
    '[{"newName":"A","existingName":"B"}]',
    '[{"key":"B","alias":"A"}]',
    '[{"key":"A","value":"x","source":"B"}]',
    `{"secrets":[{"key":"C","value":"D"}],"aliases":[{"key":"A","value":"B"}]}`,
    '// note\n[{"alias":"A", /* why */ "source":"B"},]',
    '{"alias":"A","source":"B"}\n',
    '[{"name":"A","value":"B","secret":true}]',
    '[{"key":"A","value":"B","scope":"RUN_TIME"}]',
    '["A -> B"]',
    '{"aliases":{"sensitive":false,"type":["map","string"],"value":{"A":"B"}}}',
    '{"aliases":{"sensitive":false,"value":[{"key":"A","value":"B"}]}}',
  ])('%s', async (json) => {
    const [row, ...more] = await pairs(json)
    expect(row?.slice(1)).toEqual(['A', 'B'])
    expect(more).toEqual([])
  })
})

test('an entry says where its alias is to be, or that this is not understood', async () => {
  const json = `[{"alias":"A","source":"B","environment":"staging","service":{"name":"api"}},
    {"alias":"C","source":"D","environment":null},
    {"alias":"E","source":"F","environment":["staging"]}]`
  const { rows } = await read(json)
  expect(rows).toMatchObject([
    { environment: 'staging', service: 'api' },
    { key: 'C' },
    { problem: 'environment must be the name or the ID of one, in quotes.' },
  ])
  expect(rows[1]).not.toHaveProperty('environment')
  const scoped = await read('[{"alias":"A","source":"B","environment":"x","scope":"ENVIRONMENT"}]')
  expect(scoped.rows).toMatchObject([{ environment: 'x' }])
})

test('several texts one after the other are read like one list', async () => {
  expect(await pairs('{"alias":"A","source":"B"}\n{"alias":"C","source":"D"}\n')).toEqual([
    [1, 'A', 'B'],
    [2, 'C', 'D'],
  ])
  const copied = '{"alias":"A","source":"B"},\n{"alias":"C","source":"D"},'
  expect(await pairs(copied)).toEqual([
    [1, 'A', 'B'],
    [2, 'C', 'D'],
  ])
  expect((await read(copied)).notes).toEqual([])
})

test('each entry names its line, or its number where they share one', async () => {
  const entries = [
    { alias: 'A', source: 'B' },
    { alias: 'C', source: 'D' },
  ]
  expect(await pairs(JSON.stringify(entries, null, 2))).toEqual([
    [2, 'A', 'B'],
    [6, 'C', 'D'],
  ])
  expect(await pairs(JSON.stringify(entries))).toEqual([
    [1, 'A', 'B'],
    [2, 'C', 'D'],
  ])
})

test.each(['enable_interpolation_in_file', 'enableInterpolationInFile', 'interpolation'])(
  'an entry takes %s',
  async (name) => {
    for (const flag of [true, 'true', 1, 'VRAI']) {
      const { rows } = await read(JSON.stringify([{ alias: 'A', source: 'B', [name]: flag }]))
      expect(rows).toMatchObject([{ interpolation: true }])
    }
  },
)

test('entries that are none are told by their number, and take no other along', async () => {
  expect(
    await pairs('[{"alias":"A","source":"B"},7,{"alias":"C"},{"alias":"D","source":7}]'),
  ).toEqual([
    [1, 'A', 'B'],
    [2, expect.stringMatching(/was expected/)],
    [3, 'No target is named here.'],
    [4, expect.stringMatching(/in quotes/)],
  ])
  expect(await pairs('{"A":7}')).toEqual([[1, expect.stringMatching(/in quotes/)]])
})

test.each([
  '[{"from":"A","to":"B"}]',
  '[{"secret":"B","aliases":["A"]}]',
  '[{"secret":"hunter2","aliases":["A"]}]',
])('an entry that does not say which its alias is says so: %s', async (json) => {
  expect(await pairs(json)).toEqual([
    [1, expect.stringMatching(/“alias” and “target” was expected/)],
  ])
  expect((await read(json)).holdsValues).toBe(json.includes('hunter2'))
})

describe('a fault is told by its line, and takes no other entry along', () => {
  test.each([
    ['a text without quotes', '[\n{"alias": A}\n]', 2],
    ['an entry without its end', '[\n{"alias": "A", "source": "B"\n]', 2],
    ['a missing comma', '[\n{"alias": "A" "source": "B"}\n]', 2],
    ['an escape', '[\n{"alias": "\\q", "source": "B"}\n]', 2],
  ])('%s', async (_, json, at) => {
    expect(await pairs(json)).toEqual([[at, expect.stringMatching(/not valid/)]])
    expect(await pairs(`[{"alias":"X","source":"Y"},\n${json.slice(2)}`)).toEqual([
      [1, 'X', 'Y'],
      [at, expect.stringMatching(/not valid/)],
    ])
  })

  test('a name that stands twice', async () => {
    expect(
      await pairs('[\n{"alias":"A","source":"B","\\u0061lias":"C"},\n{"alias":"D","source":"E"}]'),
    ).toEqual([
      [2, 'alias stands twice in this entry.'],
      [3, 'D', 'E'],
    ])
  })

  test('no JSON at all', async () => {
    expect(await pairs('[\nnonsense')).toEqual([[2, expect.stringMatching(/not valid/)]])
  })
})

test('an alias that stands twice is two rows, for the plan to tell', async () => {
  expect(await pairs('{"A":"B",\n"\\u0041":"C"}')).toEqual([
    [1, 'A', 'B'],
    [2, 'A', 'C'],
  ])
})

describe('what Qovery answers', () => {
  test('as its CLI prints it has aliases of secrets alone', async () => {
    const list = [
      {
        key: 'A',
        value: null,
        scope: 'PROJECT',
        alias_parent_key: 'DB',
        override_parent_value: null,
      },
      { key: 'C', value: 'db.local', scope: 'PROJECT', alias_parent_key: null },
      {
        key: 'D',
        value: null,
        scope: 'PROJECT',
        alias_parent_key: null,
        override_parent_value: 'E',
      },
    ]
    const { rows, notes, holdsValues } = await read(JSON.stringify(list, null, 1))
    expect(rows.map(({ key, target }) => [key, target])).toEqual([['A', 'DB']])
    expect(notes).toEqual(['2 entries left out (no alias): line 9 and 1 more.'])
    expect(holdsValues).toBe(true)
  })

  test('for a list of secrets, and one of variables', async () => {
    const more = { id, created_at: '2024-02-29T12:00:00Z', scope: 'PROJECT', description: '' }
    const secrets = [
      { ...more, key: 'A', variable_type: 'ALIAS', aliased_secret: { id, key: 'DB' } },
      { ...more, key: 'DB', variable_type: 'VALUE', aliased_secret: null },
      { ...more, key: 'E', variable_type: 'VALUE' },
    ]
    const variables = [
      { ...more, key: 'A', is_secret: true, value: null, aliased_variable: { id, key: 'DB' } },
      { ...more, key: 'B', is_secret: false, value: 'x', aliased_variable: { id, key: 'DB_HOST' } },
      { ...more, key: 'DB', is_secret: true, value: null, aliased_variable: null },
      { ...more, key: 'C', is_secret: false, value: 'SENTRY_DSN' },
    ]
    for (const results of [secrets, variables]) {
      const { rows } = await read(JSON.stringify({ results }))
      expect(rows.map(({ key, target, description }) => [key, target, description])).toEqual([
        ['A', 'DB', null],
      ])
    }
    expect((await read(JSON.stringify({ results: variables }))).notes).toEqual([
      '1 entry left out (an alias of what is no secret): line 1.',
      '2 entries left out (no alias): line 1 and 1 more.',
    ])
  })
})

describe('Terraform in JSON', () => {
  const secret_aliases = [{ key: 'A', value: 'B', id, description: '' }]
  const secrets = [{ key: 'S', value: 'hunter2' }]
  const project = { type: 'qovery_project', name: 'p', address: 'qovery_project.p' }
  const values = {
    name: 'shop',
    secret_aliases,
    secrets,
    environment_variables: [{ key: 'X', value: 'y' }],
  }
  const job = {
    type: 'qovery_job',
    name: 'j',
    values: { secret_aliases: [{ key: 'J', value: 'B' }] },
  }

  test.each([
    [
      'a state',
      { format_version: '1.0', values: { root_module: { resources: [{ ...project, values }] } } },
    ],
    [
      'a state with modules',
      {
        format_version: '1.0',
        values: { root_module: { child_modules: [{ resources: [{ ...project, values }] }] } },
      },
    ],
    [
      'a plan',
      {
        format_version: '1.2',
        planned_values: { root_module: { resources: [{ ...project, values }] } },
        resource_changes: [
          {
            ...project,
            change: { before: { secret_aliases: [{ key: 'OLD', value: 'B' }] }, after: values },
          },
        ],
        prior_state: { values: { root_module: { resources: [{ ...project, values }] } } },
      },
    ],
    [
      'changes alone',
      {
        format_version: '1.2',
        resource_changes: [{ ...project, change: { before: { secret_aliases }, after: values } }],
      },
    ],
    [
      'a state file',
      {
        version: 4,
        terraform_version: '1.9',
        resources: [{ ...project, instances: [{ attributes: values }] }],
      },
    ],
    ['code', { resource: { qovery_project: { p: values } } }],
    ['code in lists', { resource: [{ qovery_project: [{ p: [values] }] }] }],
    ['a variable', { variable: { aliases: { default: secret_aliases } } }],
    [
      'a reference',
      {
        locals: { a: secret_aliases },
        resource: { qovery_project: { p: { secret_aliases: '${local.a}' } } },
      },
    ],
  ])('%s is read', async (_, json) => {
    for (const text of [JSON.stringify(json), JSON.stringify(json, null, 2)]) {
      const { rows, holdsValues } = await read(text)
      expect(rows.map(({ key, target, problem }) => [key, target, problem])).toEqual([
        ['A', 'B', undefined],
      ])
      expect(holdsValues).toBe(text.includes('hunter2'))
    }
  })

  test.each([{ planned_values: { root_module: {} }, prior_state: { values: { ...values } } }, {}])(
    'a plan that takes all of it away has none: %#',
    async (more) => {
      const change = { actions: ['delete'], before: values, after: null }
      const plan = { format_version: '1.2', resource_changes: [{ ...project, change }], ...more }
      expect(await pairs(JSON.stringify(plan))).toEqual([
        [1, 'This plan leaves no secret_aliases list.'],
      ])
    },
  )

  test('an alias of another thing than a project is no alias of this one', async () => {
    const json = { format_version: '1.0', values: { root_module: { resources: [job] } } }
    expect(await pairs(JSON.stringify(json))).toEqual([
      [1, expect.stringMatching(/^This is an alias of qovery_job "j", not of a project/)],
    ])
  })
})

test.each(['[]', '{"aliases":[]}', '{"results":[]}', '{"secret_aliases":[]}'])(
  '%s is said to be empty',
  async (json) => {
    const { rows, notes } = await read(json)
    expect(rows).toEqual([])
    expect(notes.join(' ')).toMatch(/is empty: line 1\.$/)
  },
)

test('a text without aliases says so, and may hold values', async () => {
  const { rows, holdsValues } = await read('{"database":{"host":"db","password":"hunter2"}}')
  expect(rows).toMatchObject([{ problem: 'No alias was found in this JSON.' }])
  expect(holdsValues).toBe(true)
})

test('what is no JSON between the aliases is told, and may be a value', async () => {
  const { rows, notes, holdsValues } = await read(`{"A": "B",\n'C': 'hunter2',\n"D": "E"}`)
  expect(rows.map(({ key }) => key)).toContain('A')
  expect(notes.join(' ')).toMatch(/^Not valid JSON, and left out: line 2/)
  expect(holdsValues).toBe(true)
})

test('what comments, and fields beside the aliases, hold of values is told', async () => {
  const holds = async (json: string) => (await read(json)).holdsValues
  expect(await holds('{\n  // "OLD": "hunter2",\n  "A": "B"\n}')).toBe(true)
  expect(await holds('{\n  // the api’s\n  "A": "B"\n}')).toBe(false)
  expect(await holds('{"aliases":{"A":"B"},"admin":{"password":"hunter2"}}')).toBe(true)
  expect(await holds('{"aliases":{"A":"B"},"admin":{"password":"DB_PASSWORD"}}')).toBe(false)
  expect(await holds('{"aliases":{"A_TOKEN":"b-token"},"secretName":"shop"}')).toBe(false)
  expect(await holds('{"A":"B","db":{"password":"swordfish"}}')).toBe(true)
  expect(await holds('{"aliases":{"A":"B"},"passwords":["swordfish"]}')).toBe(true)
  expect(await holds('{"aliases":{"A":"B"},"apiKey":"swordfish"}')).toBe(true)
  const entries = (field: string) => holds(`[{"alias":"A","source":"B"},{"alias":"C",${field}}]`)
  expect(await entries('"source":{"value":"swordfish"}')).toBe(true)
  expect(await entries('"source":{"key":"D","value":"swordfish"}')).toBe(true)
  expect(await entries('"source":"D","login":{"password":"swordfish"}')).toBe(true)
  expect(await entries('"source":{"id":"1","key":"D"},"tags":["shop"]')).toBe(false)
})

test('names of fields are never names of aliases', async () => {
  for (const json of [
    '{"name":"A"}',
    '{"value":"A","name":"B"}',
    '{"key":"A","scope":"B"}',
    '{"spec":{"source":{"a":{"b":"c"}}}}',
  ]) {
    const { rows } = await read(json)
    expect(
      rows.filter(({ key }) => ['name', 'value', 'key', 'scope', 'spec'].includes(key)),
    ).toEqual([])
  }
})
