import { expect, test } from 'vitest'
import { openFiles, readFiles } from './text-files'

const env = new File(['A=DB\nB=DB\n'], 'one.env')
const table = new File(['alias,source\nC,DB\n'], 'two.csv')
const picture = new File([new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0])], 'logo.png')
const long = new File(['x'.repeat(10_000_001)], 'long.csv')
const pause = () => undefined

test('several files are read in their order, each in its own form, and each row says which it is of', async () => {
  const { files, problems } = await openFiles([env, table])
  expect(problems).toEqual([])
  const reading = await readFiles(files, pause)
  expect(reading.formats).toEqual(['lines', 'table'])
  expect(reading.rows).toMatchObject([
    { file: 'one.env', at: 1, key: 'A' },
    { file: 'one.env', at: 2, key: 'B' },
    { file: 'two.csv', at: 2, key: 'C' },
  ])
})

test('what is no text or too long is named, and takes no other file along', async () => {
  const { files, problems } = await openFiles([env, picture, long, table])
  expect(files.map(({ name }) => name)).toEqual(['one.env', 'two.csv'])
  expect(problems).toEqual([
    expect.stringMatching(/^logo\.png is not text in UTF-8/),
    expect.stringMatching(/^long\.csv is larger than 10 MB/),
  ])
})

test('together they are no longer than one may be', async () => {
  const half = (name: string) => new File(['#'.repeat(6_000_000)], name)
  const { files, problems } = await openFiles([half('a'), half('b'), env])
  expect(files.map(({ name }) => name)).toEqual(['a', 'one.env'])
  expect(problems).toEqual([expect.stringMatching(/^b is too much/)])
})

test('files of one name from several folders are told apart', async () => {
  const { files } = await openFiles([env, env, env])
  expect(files.map(({ name }) => name)).toEqual(['one.env', 'one.env (2)', 'one.env (3)'])
})

test('a file without an alias, and what is left out of one, are said by name', async () => {
  const { files } = await openFiles([env, new File(['# nothing\n'], 'empty.env')])
  const { notes } = await readFiles(files, pause)
  expect(notes.join(' ')).toContain('empty.env: there is no alias in it.')
})

test('one file is read as a text is', async () => {
  const { files } = await openFiles([env])
  expect((await readFiles(files, pause)).rows[0]).not.toHaveProperty('file')
})
