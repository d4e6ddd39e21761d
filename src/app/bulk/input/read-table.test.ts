import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { InputRow } from './input-row'
import { readTable } from './read-table'
import { tidyName } from './tidy-name'

const read = (text: string) => readTable(text, () => undefined)
const pairs = async (text: string) => {
  const { rows } = await read(text)
  return rows.map(({ at, key, target, problem }) => (problem ? [at, problem] : [at, key, target]))
}

describe('tables', () => {
  test.each([',', ';', '\t', '|'])('are read by column names, delimited by %j', async (mark) => {
    const text = [
      ['Source', 'owner', 'ALIAS', 'Description', 'Interpolation'],
      ['B', 'me', 'A', '"one\nof two"', 'yes'],
      ['D', 'you', 'C', '', ''],
    ]
    const { rows, notes } = await read(text.map((row) => row.join(mark)).join('\r\n'))
    expect(rows).toEqual([
      { at: 2, key: 'A', target: 'B', description: 'one\nof two', interpolation: true },
      { at: 4, key: 'C', target: 'D', description: null, interpolation: null },
    ])
    expect(notes).toEqual(['Columns not used: owner.'])
  })

  test.each([',', ';', '\t', '|'])('may be as short as one row, delimited by %j', async (mark) => {
    expect(await pairs(`\n${['source', 'alias'].join(mark)}\n${['B', 'A'].join(mark)}\n`)).toEqual([
      [3, 'A', 'B'],
    ])
  })

  test.each([',', ';', '\t', '|'])('may tell Excel first that they have %j', async (mark) => {
    const text = [`SEP=${mark}`, ['alias', 'source'].join(mark), ['A', 'B'].join(mark)]
    expect(await pairs(text.join('\r\n'))).toEqual([[3, 'A', 'B']])
  })

  test('without named columns is one problem', async () => {
    expect(await pairs('A,B\nC,D')).toEqual([
      [1, expect.stringMatching(/^The first row must name the columns/)],
    ])
  })

  test('a quote that does not end, and a row without target, are told by their row', async () => {
    expect(await pairs('alias,source\nA,\nC,"D\nE,F')).toEqual([
      [2, 'No target is named here.'],
      [3, expect.stringMatching(/[Qq]uote/)],
    ])
  })

  test.each([
    [',', 'commas'],
    [';', 'semicolons'],
    ['\t', 'tabs'],
    ['|', '“|”'],
  ])('a cell under no column is told by its row, delimited by %j', async (mark, name) => {
    const text = [
      ['alias', 'source', 'description'],
      ['A', 'B', 'used by api', ' web and cron'],
      ['C', 'D', 'one', '', ' '],
    ]
    expect(await pairs(text.map((row) => row.join(mark)).join('\n'))).toEqual([
      [2, `More cells than columns: put quotes around a text that has ${name}.`],
      [3, 'C', 'D'],
    ])
  })

  test('a line of a cell that looks like the head of another table stays as it is', async () => {
    const { rows } = await read('alias|source|description\nA|B|"before\n||a||\nafter"')
    expect(rows).toMatchObject([{ key: 'A', target: 'B', description: 'before\n||a||\nafter' }])
  })

  test('a cell is under no column either where the header ends in empty names', async () => {
    expect(await pairs('alias,source,description,\nA,B,used by api, web')).toEqual([
      [2, expect.stringMatching(/^More cells than columns/)],
    ])
  })

  test('a column without a name before one that has a name is told', async () => {
    const { rows, notes } = await read(',alias,source,owner\n0,A,B,me')
    expect(rows).toMatchObject([{ key: 'A', target: 'B' }])
    expect(rows[0]?.problem).toBeUndefined()
    expect(notes).toEqual(['Columns not used: column 1, owner.'])
  })

  test('no row is lost where the line ends are of more than one kind', async () => {
    expect(await pairs('alias,source\nA,B\r\nC,D\nE,F\rG,H\r\n\rI')).toEqual([
      [2, 'A', 'B'],
      [3, 'C', 'D'],
      [4, 'E', 'F'],
      [5, 'G', 'H'],
      [7, 'No target is named here.'],
    ])
  })

  test.each([',', ';', '\t', '|'])(
    'texts in quotes are read as they are whatever ends the rows, delimited by %j',
    async (mark) => {
      const piece = fc.constantFrom('a', '"', '""', mark, `"${mark}`, '\r', '\n', '\r\n', '" ')
      const description = fc.array(piece, { minLength: 1 }).map((pieces) => pieces.join(''))
      const row = fc.tuple(description, fc.constantFrom('\r', '\n', '\r\n', ' \r', ' \n', ' \r\n'))
      await fc.assert(
        fc.asyncProperty(fc.array(row, { minLength: 1 }), async (written) => {
          const lines = written.map(
            ([text, end]) => `5" disk${mark}B${mark}"${text.replaceAll('"', '""')}"${end}`,
          )
          const head = ['alias', 'source', 'description'].join(mark)
          // A row ends in a line break, or else what begins the next is a cell of it.
          const { rows } = await read(`${head}\n${lines.join('').trimEnd()}`)
          let line = 2
          const expected = written.map(([text]) => {
            const at = line
            line += 1 + (text.match(/\r\n|\r|\n/g)?.length ?? 0)
            return { at, key: '5" disk', target: 'B', description: text, interpolation: null }
          })
          expect(rows).toEqual(expected)
        }),
      )
    },
  )

  test('have the same rows and problems whatever ends their rows, also with quotes astray', async () => {
    const piece = fc.constantFrom(
      'a',
      '"',
      '""',
      ',',
      ' ',
      'A,B\n',
      '\n',
      '"\n',
      '",',
      '\t',
      '\u00a0',
    )
    await fc.assert(
      fc.asyncProperty(fc.array(piece), fc.constantFrom('\r', '\r\n'), async (pieces, end) => {
        const text = `alias,source\n${pieces.join('')}`
        const ended = (rows: InputRow[]) =>
          rows.map(({ key, target, ...row }) => ({
            ...row,
            key: key.replaceAll(end, '\n'),
            target: target.replaceAll(end, '\n'),
          }))
        const { rows } = await read(text.replaceAll('\n', end))
        expect(ended(rows)).toEqual((await read(text)).rows)
      }),
      { numRuns: 500 },
    )
  })

  test('larger than a chunk keep their row numbers', async () => {
    const rows = Array.from({ length: 9000 }, (_, index) => `ALIAS_${index},SOURCE_${index}`)
    const found = await pairs(`alias,source\n${rows.join('\n')}\nLAST,"B`)
    expect(found[8999]).toEqual([9001, 'ALIAS_8999', 'SOURCE_8999'])
    expect(found[9000]).toEqual([9002, expect.stringMatching(/[Qq]uote/)])
  })
})

test('white space around a cell means nothing, and hides no quotes', async () => {
  const text =
    'alias, source , description\n A , B, "for the api, and cron" \n"C"\t,\u00A0D ,\u3000x\n'
  const { rows } = await read(text)
  expect(rows.map(({ key, target, description }) => [key, target, description])).toEqual([
    ['A', 'B', 'for the api, and cron'],
    ['C', 'D', 'x'],
  ])
})

test('lines before the first row of a table, and comments in it, are told of', async () => {
  const text = '# exported, by hand\nAliases of the api\n\nalias,source\nA,B\n# later, perhaps\nC,D'
  const { rows, notes } = await read(text)
  expect(rows.map(({ at, key }) => [at, key])).toEqual([
    [5, 'A'],
    [7, 'C'],
  ])
  expect(notes).toEqual(['1 line before the table left out.', '2 comments left out.'])
})

describe('what the CLI prints', () => {
  const list = [
    'Key      | Type          | Parent Key         | Value    | Updated at          | Service | Scope',
    'A        | Secret Alias  | DB_MASTER_PASSWORD | ******** | 02 Jan 26 15:04 UTC | N/A     | PROJECT',
    'DB_HOST  | Variable      | N/A                | db.local | 02 Jan 26 15:04 UTC | N/A     | PROJECT',
    'B        | Variable Alias | DB_HOST           | db.local | 02 Jan 26 15:04 UTC | N/A     | PROJECT',
    'C        | Secret Override | D                | ******** | 02 Jan 26 15:04 UTC | N/A     | ENVIRONMENT',
  ]

  test('as a table has aliases of secrets, and says what is left out', async () => {
    const { rows, notes, holdsValues } = await read(list.join('\n'))
    expect(rows.map(({ key, target }) => [key, target])).toEqual([['A', 'DB_MASTER_PASSWORD']])
    expect(notes.slice(1)).toEqual([
      '1 entry left out (no alias): line 3.',
      '1 entry left out (an alias of what is no secret): line 4.',
      '1 entry left out (an override): line 5.',
    ])
    expect(holdsValues).toBe(true)
    expect((await read(list.slice(0, 2).join('\n'))).holdsValues).toBe(false)
  })

  test('prettily has aliases below what they point at', async () => {
    const text = [
      '\u001B[96mKey\u001B[0m   | Type | Value | Updated at | Service | Scope',
      'DB_MASTER_PASSWORD | Secret | ******** | 02 Jan 26 | N/A | PROJECT',
      '└── A | Secret Alias | ******** | 02 Jan 26 | N/A | PROJECT',
      '└── B | Secret Override | ******** | 02 Jan 26 | N/A | ENVIRONMENT',
      'D | Secret | ******** | 02 Jan 26 | N/A | PROJECT',
    ]
    expect(await pairs(text.join('\n'))).toEqual([[3, 'A', 'DB_MASTER_PASSWORD']])
  })
})

test.each([
  [
    '┌───────┬────────┐\n│ Alias │ Source │\n├───────┼────────┤\n│ A     │ B      │\n└───────┴────────┘\n',
  ],
  [
    '+-------+--------+\n| Alias | Source |\n+=======+========+\n| A     | B      |\n+-------+--------+\n',
  ],
  ['| Alias | Source |\n|-------|--------|\n| A     | B      |\n'],
  [' alias | source \n-------+--------\n A     | B\n'],
  ['[cols="1,1"]\n|===\n| alias | source\n\n| A | B\n|===\n'],
])('a table that a program draws is read: %j', async (text) => {
  const [row, ...more] = await pairs(text)
  expect(row?.slice(1)).toEqual(['A', 'B'])
  expect(more).toEqual([])
  expect((await read(text)).notes.join(' ')).not.toContain('Columns not used')
})

test.each([
  'Alias    Secret\nA        B\nC        D',
  '  alias  existing secret  used by\n  A      B                api, web\n  C      D\n',
  'Secret    New alias\n--------  ---------\nB         A\nD         C',
  '=====  ======\nAlias  Source\n=====  ======\nA      B\nC      D\n=====  ======',
])('columns that only blanks keep apart are read: %j', async (text) => {
  expect((await pairs(text)).map(([, ...names]) => names)).toEqual([
    ['A', 'B'],
    ['C', 'D'],
  ])
})

test('a cell that is empty between blanks takes no other one’s place', async () => {
  expect(await pairs('Alias  Secret  Used by\nA      B       api\nC              cron')).toEqual([
    [2, 'A', 'B'],
    [3, 'No target is named here.'],
  ])
})

test.each([
  'Alias (new),Target (existing)',
  'New alias,Existing secret name',
  'Secret alias,Points at secret',
  'New alias name,Qovery secret',
  'Env var,Source secret name',
  'Alias,Ziel',
  'Alias,Quelle',
  'Nouveau nom,Secret existant',
  'alias,cible',
  'Alias,Secreto',
  'Alias,Sorgente',
  'Alias,Segredo existente',
  'Alias,Bron',
  'Alias,Źródło',
  'Nom,Valeur',
  'Name,Wert',
  'Chiave,Valore',
  'Variable,Maps to',
  'Alias,Linked secret',
  'Alias to create,Secret to use',
  'Environment variable name,Secret',
])('a column may be named with more words, or in another language: %s', async (head) => {
  expect(await pairs(`${head},x\nA,B,`)).toEqual([[2, 'A', 'B']])
})

test('a column that says where an alias is to be is known in the same languages', async () => {
  const { rows } = await read('Alias;Ziel;Umgebung;Beschreibung\nA;B;staging;why')
  expect(rows).toMatchObject([{ environment: 'staging', description: 'why' }])
})

test.each(['Descrizione', 'Descrição', 'Omschrijving', 'Opis'])(
  'a description is known by its name in other languages: %s',
  async (name) => {
    const { rows } = await read(`Alias;Secret;${name}\nA;B;why`)
    expect(rows).toMatchObject([{ description: 'why' }])
  },
)

test('a table out of Jira or Confluence is read', async () => {
  expect(await pairs('||Alias||Secret||Used by||\n|A|B|api|\n|C|D| |')).toEqual([
    [2, 'A', 'B'],
    [3, 'C', 'D'],
  ])
})

test.each(['(1 row)', '1 row in set (0.00 sec)', '(2 rows)'])(
  'what a database says below a table is no row of it: %s',
  async (line) =>
    expect(await pairs(`alias | source\n------+-----\nA | B\n${line}`)).toHaveLength(1),
)

test('columns say where an alias is to be, which a listing says of another thing', async () => {
  const { rows, notes } = await read(
    'alias,source,environment name,service\nA,B, staging ,\nC,D,,api\nE,F,,',
  )
  expect(rows).toMatchObject([{ environment: 'staging' }, { service: 'api' }, {}])
  expect(rows[2]).not.toHaveProperty('environment')
  expect(notes).toEqual([])
  const listed = await read('Key,Type,Parent Key,Service,Scope\nA,Secret Alias,DB,api,PROJECT')
  expect(listed.rows[0]).not.toHaveProperty('service')
})

test('a column that is called like a listing’s takes no place away from an alias', async () => {
  for (const more of ['scope', 'is_secret', 'variable_type']) {
    const { rows } = await read(`alias,source,environment,service,${more}\nA,B,staging,api,`)
    expect(rows).toMatchObject([{ key: 'A', target: 'B', environment: 'staging', service: 'api' }])
  }
  expect(await pairs('alias,value,scope\nA,B,PROJECT')).toEqual([[2, 'A', 'B']])
})

test('the key of a secret is meant, and not what it is in or what is referred to beside it', async () => {
  for (const head of [
    'Env var,Secret name,Secret key',
    'alias,existing secret,existing secret key',
  ])
    expect(await pairs(`${head}\nA,SHOP,B`)).toEqual([[2, 'A', 'B']])
  expect(await pairs('alias,reference,secret\nA,TICKET,B')).toEqual([[2, 'A', 'B']])
})

test('numbers that begin like a comment are none', async () => {
  const text = 'Ticket,Alias,Source\n#123,A,B\n--,C,D\n# not yet,,\n// E,F'
  expect(await pairs(text)).toEqual([
    [2, 'A', 'B'],
    [3, 'C', 'D'],
  ])
  expect((await read(text)).notes).toEqual(['Columns not used: Ticket.', '2 comments left out.'])
  expect(await pairs('#,alias,source\n1,A,B\n#2,C,D')).toEqual([
    [2, 'A', 'B'],
    [3, 'C', 'D'],
  ])
})

test('single quotes around all names of a row are none of them', async () => {
  const { rows } = await read("alias,source\n'A','B'\n'C',D")
  expect(rows.map(({ key }) => key)).toEqual(['A', "'C'"])
})

test.each([
  '||alias||source||\n|{{A}}|{{B}}|',
  'alias,source\n="A",="B"',
  'alias,source\n"=""A""",B',
])(
  'what makes a wiki or a spreadsheet show a name as it is, is no part of it: %j',
  async (text) => {
    const [row] = (await read(text)).rows
    expect([row?.key, tidyName(row?.target ?? '')]).toEqual(['A', 'B'])
  },
)

test('whoever ticks boxes has left the others empty on purpose', async () => {
  const { rows } = await read('alias,source,interpolation\nA,B,x\nC,D,\nE,F,no')
  expect(rows.map(({ interpolation }) => interpolation)).toEqual([true, false, false])
})

test('texts in columns that are not used may be values', async () => {
  const holds = async (text: string) => (await read(text)).holdsValues
  expect(await holds('alias,source,value\nA,B,')).toBe(false)
  expect(await holds('alias,source,value\nA,B,C')).toBe(false)
  expect(await holds('alias,source,value\nA,B,hunter2')).toBe(true)
  expect(await holds('alias,source,owner\nA,B,somebody')).toBe(false)
  expect(await holds('one,two\nA,hunter2')).toBe(true)
  for (const name of [
    'current value',
    'passwd',
    'Wert',
    'Valeur',
    'old password',
    'plain-text',
    'token',
    'API key',
    'sample',
    'example',
    'default',
    'data',
    'current',
    'prod',
    '',
    'secret',
  ])
    expect(await holds(`alias,source,${name}\nA,B,hunter2`)).toBe(true)
})

test('a value that is hidden names no target, where the key beside it does', async () => {
  const { rows, notes, holdsValues } = await read('alias,key,value\nA,B,****\nC,D,••••')
  expect(rows.map(({ key, target }) => [key, target])).toEqual([
    ['A', 'B'],
    ['C', 'D'],
  ])
  expect(notes).toEqual(['Columns not used: value.'])
  expect(holdsValues).toBe(false)
  expect(await pairs('alias,name,value\nA,the api’s,B')).toEqual([[2, 'A', 'B']])
})

test('a table of any size is read at once, whatever stands in it', async () => {
  for (const piece of ['"', ' ', '" ', 'a  ', ',', '\n"', "'", '|', '""']) {
    for (const head of ['alias,source', 'alias  source']) {
      const { rows } = await read(`${head}\n${piece.repeat(100_000)}`)
      expect(rows.length).toBeGreaterThanOrEqual(0)
    }
  }
})
