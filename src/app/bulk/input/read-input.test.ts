import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { asTerraform } from '../../../qovery/as-code/as-terraform'
import { hclKeeps, hclString } from '../../../qovery/as-code/quote'
import type { Format, InputRow } from './input-row'
import { detectFormat, mostRows, readInput } from './read-input'

const atOnce = () => undefined
const read = (text: string, format?: Format) => readInput(text, atOnce, format)
const pairs = async (text: string) => {
  const { rows } = await read(text)
  return rows.map(({ at, key, target, problem }) => (problem ? [at, problem] : [at, key, target]))
}

describe('the form of a text is told by how it begins', () => {
  test.each<[string, Format]>([
    ['A=B', 'lines'],
    ['', 'lines'],
    ['export A="B"', 'lines'],
    ['A=B,C', 'lines'],
    ['alias,source\nA,B', 'table'],
    ['alias\tsource\nA\tB', 'table'],
    ['alias;source', 'table'],
    ['sep=;\nalias;source', 'table'],
    ['sep=B', 'lines'],
    ['[{"alias":"A"}]', 'json'],
    [' \n{"A":"B"}', 'json'],
    ['# Report\n\n| Alias | Source |', 'markdown'],
    ['secret_aliases = [', 'terraform'],
    ['# made by hand\nresource "qovery_project" "p" {', 'terraform'],
  ])('%j is %s', (text, format) => expect(detectFormat(text)).toBe(format))

  test.each(['\r\n', '\n '])('at once, however often %j stands in it', (piece) => {
    expect(detectFormat(`A=B${piece.repeat(30_000)}`)).toBe('lines')
  })
})

describe('lines and .env files', () => {
  test('an alias and its source stand around the first “=”', async () => {
    expect(await pairs('A=B\r\nexport C = "D"\nE=\'F\'\n\n# note\nG=H # why\rI=J=K')).toEqual([
      [1, 'A', 'B'],
      [2, 'C', 'D'],
      [3, 'E', 'F'],
      [6, 'G', 'H'],
      [7, 'I', 'J=K'],
    ])
  })

  test('a line without “=” or without a source is told by its number', async () => {
    expect(await pairs('A=B\nnonsense\nC=')).toEqual([
      [1, 'A', 'B'],
      [2, 'There is no “=” in this line: write ALIAS=SOURCE.'],
      [3, 'Nothing stands after “=”: name the secret there.'],
    ])
  })

  test('a name that no line can hold is told, its halves kept for an edit', async () => {
    expect((await read('A B = C')).rows).toEqual([
      expect.objectContaining({
        key: 'A B',
        target: 'C',
        problem: expect.stringMatching(/no name/),
      }),
    ])
  })

  test.each(['\n', '\r', '\r\n', '\u2028', '\u2029'])(
    'no line is lost at %j',
    async (lineBreak) => {
      expect(await pairs(['junk', 'A=B # note', 'C=D'].join(lineBreak))).toEqual([
        [1, expect.stringMatching(/no “=”/)],
        [2, 'A', 'B'],
        [3, 'C', 'D'],
      ])
    },
  )

  test('what is left out is told', async () => {
    expect((await read('# a\nA=B # b\nC="#D"\n\n\n')).notes).toEqual([
      '3 empty lines left out.',
      '2 comments left out.',
    ])
  })
})

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
      { at: 3, key: 'C', target: 'D', description: null, interpolation: null },
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

  test('a quote that does not end, and a row without source, are told by their row', async () => {
    expect(await pairs('alias,source\nA,\nC,"D\nE,F')).toEqual([
      [2, 'The row names no source.'],
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
      [7, 'The row names no source.'],
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
          const { rows } = await read(`${head}\n${lines.join('').trimEnd()}`, 'table')
          expect(rows).toEqual(
            written.map(([text], index) => ({
              at: index + 2,
              key: '5" disk',
              target: 'B',
              description: text,
              interpolation: null,
            })),
          )
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
        const { rows } = await read(text.replaceAll('\n', end), 'table')
        expect(ended(rows)).toEqual((await read(text, 'table')).rows)
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

describe('JSON', () => {
  test.each([
    '[{"alias":"A","source":"B"}]',
    '[{"key":"A","value":"B"}]',
    '{"A":"B"}',
    '{"rows":[{"alias":"A","source":"B","extra":[1]}]}',
    '{"results":[{"key":"A","aliased_secret":{"key":"B"}}]}',
    '{"secret_aliases":[{"key":"A","value":"B"}]}',
  ])('is read in the form %s', async (text) => expect(await pairs(text)).toEqual([[1, 'A', 'B']]))

  test.each(['enable_interpolation_in_file', 'interpolation'])('takes %s', async (name) => {
    const { rows } = await read(JSON.stringify([{ alias: 'A', source: 'B', [name]: true }]))
    expect(rows).toMatchObject([{ interpolation: true }])
  })

  test('entries that are none are told by their number', async () => {
    expect(await pairs('[{"alias":"A","source":"B"},7,{"alias":"C"}]')).toEqual([
      [1, 'A', 'B'],
      [2, expect.stringMatching(/was expected/)],
      [3, 'The entry names no source.'],
    ])
    expect(await pairs('{"A":7}')).toEqual([[1, expect.stringMatching(/in quotes/)]])
  })

  test('a fault is told by its line', async () => {
    expect(await pairs('[\n{"alias": A}\n]')).toEqual([[2, expect.stringMatching(/not valid/)]])
  })

  test('a name that stands twice is not lost without a word', async () => {
    expect(await pairs('{"A":"B",\n"\\u0041":"C"}')).toEqual([
      [2, expect.stringMatching(/stands twice/)],
    ])
  })
})

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
    ['{ key = "A", secret = "B" }', /^secret is no field/],
    ['{ key = "A", key = "C", value = "B" }', /^key stands twice/],
    ['{ key = "A" }', /has no value/],
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
  const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
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
  const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }).filter(hclKeeps)
  const project = fc.record({ id: fc.uuid(), name: fc.option(text) })
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(text, text, fc.option(text)), { minLength: 1, maxLength: 8 }),
      project,
      async (aliases, place) => {
        const { code } = asTerraform(
          aliases.map(([key, sourceKey, description]) => ({
            key,
            description,
            interpolation: false,
            source: { id: '', key: sourceKey, type: 'VALUE', sameKey: false },
          })),
          { organization: null, project: place },
        )
        const { rows, notes, format } = await read(code ?? '')
        expect(format).toBe('terraform')
        expect(rows.map(({ key, target, description }) => [key, target, description])).toEqual(
          aliases,
        )
        expect(rows.filter(({ problem }) => problem !== undefined)).toEqual([])
        expect(notes).toEqual(['Only secret_aliases lists were read of the Terraform code.'])
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
    const { rows } = await read(`${code}\n${code.endsWith('}') ? after : ''}`, 'terraform')
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
      const { rows, notes } = await read(around.replace('%', list('A')), 'terraform')
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
  test('an entry after one without a comma is told of', async () => {
    const { rows } = await read('secret_aliases = [\n{ key = "A", value = "B" }\n{ key = "C" }\n]')
    expect(rows[0]).toMatchObject({ at: 2, problem: expect.stringMatching(/a comma after it/) })
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

describe('Markdown', () => {
  test('its table is read by column names, without its markup', async () => {
    const { rows, notes } = await read(
      [
        '# Report',
        '',
        '| Source | Alias | Owner | Description |',
        '| :-- | --- | --- | --: |',
        '| `B` | A\\_1 | | *one* &amp; `a\\|b` \\|&#32;',
        '|D|C|',
        '',
        'The end.',
      ].join('\n'),
      'markdown',
    )
    expect(rows.map(({ at, key, target, description }) => [at, key, target, description])).toEqual([
      [5, 'A_1', 'B', 'one & a|b | '],
      [6, 'C', 'D', null],
    ])
    expect(notes).toEqual(['2 lines outside the table left out.'])
  })

  test.each([0, 1, 246, 247, 248, 249, 250, 251, 498, 499, 500])(
    'a long table keeps its rows and their numbers behind %i lines',
    async (count) => {
      const before = Array.from({ length: count }, () => 'words\n')
      const rows = Array.from({ length: 700 }, (_, index) => `| ALIAS_${index} | SOURCE_${index} |`)
      const { rows: found, notes } = await read(
        [...before, '| Alias | Source |', '| --- | --- |', ...rows].join('\n'),
        'markdown',
      )
      expect(found.map(({ at, key, target }) => [at, key, target])).toEqual(
        rows.map((_, index) => [2 * count + 3 + index, `ALIAS_${index}`, `SOURCE_${index}`]),
      )
      expect(notes).toHaveLength(count === 0 ? 0 : 1)
    },
  )

  test.each([
    ['', '  '],
    ['', '\t'],
    ['     ', ''],
  ])('white space around its lines, %j and %j, hides nothing', async (before, after) => {
    const rows = Array.from({ length: 300 }, (_, index) => `| ALIAS_${index} | SOURCE |`)
    const lines = ['| Alias | Source |', '| --- | --- |', ...rows]
    const found = await pairs(lines.map((line) => before + line + after).join('\n'))
    expect(found).toEqual(rows.map((_, index) => [index + 3, `ALIAS_${index}`, 'SOURCE']))
  })

  test('a cell under no column is told by its line', async () => {
    const head = '| Alias | Source | Description |\n| --- | --- | --- |\n'
    expect(await pairs(`${head}| A | B | x | y |\n| C | D | \`x|y\` |\n| E | F | x |`)).toEqual([
      [3, 'More cells than columns: write “\\|” for a “|” inside a text.'],
      [4, expect.stringMatching(/^More cells/)],
      [5, 'E', 'F'],
    ])
  })

  test('without such a table is one problem', async () => {
    expect(await pairs('| Alias | Owner |\n| --- | --- |\n| A | B |')).toEqual([
      [1, expect.stringMatching(/^No table/)],
    ])
  })
})

test('more rows than the page takes are refused whole', async () => {
  const text = 'A=B\n'.repeat(mostRows + 1)
  expect((await read(text)).rows[0]?.problem).toMatch(/more than 100,000 rows/)
})

describe('any text', () => {
  test.each<Format | undefined>([undefined, 'lines', 'table', 'json', 'terraform', 'markdown'])(
    'as %s gives rows or numbered problems, never an exception',
    async (format) => {
      const piece = fc.oneof(
        fc.string({ unit: 'binary', maxLength: 8 }),
        fc.constantFrom('A', '=', '"', '\n', ',', '{', '}', '[', ']', 'secret_aliases', 'key', ':'),
        fc.constantFrom(
          '|',
          '|-|-|\n',
          '\n|alias|source|\n|-|-|\n',
          '`',
          '\\',
          '&#',
          ';',
          '```\n',
          '> ',
        ),
      )
      await fc.assert(
        fc.asyncProperty(fc.array(piece, { maxLength: 60 }), async (pieces) => {
          const { rows } = await read(pieces.join(''), format)
          for (const { at, target, problem } of rows) {
            expect(at).toBeGreaterThan(0)
            expect(problem ?? target).not.toBe('')
          }
        }),
        { numRuns: 300 },
      )
    },
  )

  test('as lines loses no line: each is a row, a comment or empty', async () => {
    const line = fc.oneof(
      fc.constantFrom('', '# note', 'A=B', 'junk'),
      fc.string({ maxLength: 12 }).map((text) => text.replaceAll(/[\r\n#=]/g, '')),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1 }), async (lines) => {
        const { rows } = await read(lines.join('\n'), 'lines')
        const blank = lines.filter((each) => each.trim() === '').length
        const comments = lines.filter((each) => each.trim().startsWith('#')).length
        expect(rows).toHaveLength(
          lines.join('').trim() === '' ? 0 : lines.length - blank - comments,
        )
      }),
    )
  })
})
