import { describe, expect, test } from 'vitest'
import { fenceNote } from './around-text'
import { readInput } from './read-input'

const read = (text: string) => readInput(text, () => undefined)
const pairs = async (text: string) => {
  const { rows } = await read(text)
  return rows.map(({ at, key, target }) => [at, key, target])
}

describe('of a text with one fenced block', () => {
  test.each([
    ['yaml', 'env:\n  - name: A\n    valueFrom:\n      secretKeyRef: { name: shop, key: B }', 5],
    ['json', '[\n  {\n    "alias": "A",\n    "target": "B"\n  }\n]', 5],
    ['', 'alias,source\nA,B', 5],
    ['hcl', 'secret_aliases = [\n  { key = "A", value = "B" },\n]', 5],
  ])('only the block is read: %s', async (language, block, at) => {
    const text = `Hi,\n\n\`\`\`${language}\n${block}\n\`\`\`\nThanks`
    expect(await pairs(text)).toEqual([[at, 'A', 'B']])
    const { notes, holdsValues } = await read(text)
    expect(notes).toContain(fenceNote)
    expect(holdsValues).toBe(false)
  })

  test('aliases around it are read too', async () => {
    expect((await pairs('A=B\n```\nC=D\n```')).map(([, key]) => key)).toEqual(['A', 'C'])
  })

  test('what stands around it may hold values', async () => {
    const text = 'The password is hunter2\n```yaml\nA: B\n```'
    expect((await read(text)).holdsValues).toBe(true)
  })

  test('where there are several, names of fields are no aliases', async () => {
    const { rows } = await read('```yaml\nname: A\n```\n```yaml\nkey: B\n```')
    expect(rows.map(({ problem }) => problem)).toEqual([
      expect.stringMatching(/names no alias/),
      expect.stringMatching(/names no alias/),
    ])
  })
})

test.each([
  '```A=B```',
  'Hi\n```A -> B```\nThanks',
  '```A=B\n```',
  '```{"A":"B"}```',
  '```alias,source\nA,B```',
  '```env\nA=B\n```',
  '```env title="shop"\nA=B\n```',
])('a fence may have its text in its own line, as in a chat: %j', async (text) => {
  const { rows } = await read(text)
  const sound = rows.filter(({ problem }) => problem === undefined)
  expect(sound.map(({ key, target }) => [key, target])).toEqual([['A', 'B']])
})

describe('what a mail quotes is read', () => {
  test.each([
    '>> A=B',
    '> > A=B',
    '>A=B',
    '> alias,source\n> A,B',
    'On Monday, Jane wrote:\n> alias,source\n> A,B',
    '> | Alias | Source |\n> | --- | --- |\n> | A | B |',
    'Hi\n\n>> | Alias | Source |\n>> | --- | --- |\n>> | A | B |',
    '> env:\n>   - name: A\n>     valueFrom:\n>       secretKeyRef:\n>         key: B',
  ])('%j', async (text) => {
    expect((await pairs(text)).map(([, ...names]) => names)).toEqual([['A', 'B']])
  })
})
