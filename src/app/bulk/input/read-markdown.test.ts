import { describe, expect, test } from 'vitest'
import { readMarkdown } from './read-markdown'

const read = (text: string) => readMarkdown(text, () => undefined)
const pairs = async (text: string) => {
  const { rows } = await read(text)
  return rows.map(({ at, key, target, problem }) => (problem ? [at, problem] : [at, key, target]))
}

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
    )
    expect(rows.map(({ at, key, target, description }) => [at, key, target, description])).toEqual([
      [5, 'A_1', 'B', 'one & a|b | '],
      [6, 'C', 'D', null],
    ])
    expect(notes).toEqual(['Columns not used: Owner.', '2 lines outside the table left out.'])
  })

  test.each([0, 1, 246, 247, 248, 249, 250, 251, 498, 499, 500])(
    'a long table keeps its rows and their numbers behind %i lines',
    async (count) => {
      const before = Array.from({ length: count }, () => 'words\n')
      const rows = Array.from({ length: 700 }, (_, index) => `| ALIAS_${index} | SOURCE_${index} |`)
      const { rows: found, notes } = await read(
        [...before, '| Alias | Source |', '| --- | --- |', ...rows].join('\n'),
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

  test('where a link leads to is none of its text', async () => {
    const head = '| Alias | Source |\n| --- | --- |\n'
    const rows =
      '| A | [B](https://wiki.test/b "why") |\n| [C][1] | `D` |\n| E | <https://wiki.test> |'
    expect(await pairs(head + rows)).toEqual([
      [3, 'A', 'B'],
      [4, 'C', 'D'],
      [5, 'E', 'https://wiki.test'],
    ])
  })

  test('a cell under no column is told by its line', async () => {
    const head = '| Alias | Source | Description |\n| --- | --- | --- |\n'
    expect(await pairs(`${head}| A | B | x | y |\n| C | D | \`x|y\` |\n| E | F | x |`)).toEqual([
      [3, 'More cells than columns: write “\\|” for a “|” inside a text.'],
      [4, expect.stringMatching(/^More cells/)],
      [5, 'E', 'F'],
    ])
  })

  test('values in other columns, and in other lines, are told of', async () => {
    const holds = async (text: string) => (await read(text)).holdsValues
    const table = '| Alias | Source |\n| --- | --- |\n| A | B |'
    expect(await holds(`Here you are\n\n${table}`)).toBe(false)
    expect(await holds(`DB_PASSWORD: hunter2\n\n${table}`)).toBe(true)
    const wide = '| Alias | Source | Current value |\n| --- | --- | --- |\n| A | B |'
    expect(await holds(`${wide} |`)).toBe(false)
    expect(await holds(`${wide} hunter2 |`)).toBe(true)
  })

  test('without such a table is one problem', async () => {
    expect(await pairs('| Alias | Owner |\n| --- | --- |\n| A | B |')).toEqual([
      [1, expect.stringMatching(/^No table/)],
    ])
  })
})
