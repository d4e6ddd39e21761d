import { expect, test } from 'vitest'
import { readInput } from './read-input'

const read = (text: string) => readInput(text, () => undefined)

const diff = (lines: readonly string[]) =>
  `diff --git a/x b/x\nindex 1..2 100644\n--- a/x\n+++ b/x\n@@ -1,2 +1,3 @@ shop\n${lines.join('\n')}\n`

test('of a diff is read what stands there after it', async () => {
  const { rows, notes, holdsValues } = await read(diff([' A=B', '+C=D', '-E=F']))
  expect(rows.map(({ at, key, target }) => [at, key, target])).toEqual([
    [6, 'A', 'B'],
    [7, 'C', 'D'],
  ])
  expect(notes[0]).toBe('This is a diff: what it takes away is left out.')
  expect(holdsValues).toBe(true)
})

test('lines of a diff are one also without their place', async () => {
  const { rows, notes, holdsValues } = await read('+ A=B\n- OLD=C\n D=E')
  expect(rows.map(({ at, key, target }) => [at, key, target])).toEqual([
    [1, 'A', 'B'],
    [3, 'D', 'E'],
  ])
  expect(notes).toEqual(['This is a diff: what it takes away is left out.'])
  expect(holdsValues).toBe(true)
  for (const list of ['- A=B\n- C=D', '+ A=B\n+ C=D', 'Hi\n+ A=B\n- C=D'])
    expect((await read(list)).rows.filter(({ problem }) => problem === undefined)).toHaveLength(2)
})

test.each([
  '```diff\n  A=B\n- OLD=C\n```',
  'Hi,\n\n```diff\n+A=B\n-OLD=C\n```\nThanks',
  '```\nX\n```\n```diff\n A=B\n-OLD=C\n```',
  '```diff\nA=B\n- OLD=C\n```',
  '> @@ -1,2 +1,2 @@\n>  A=B\n> -OLD=C',
  'Hi\n~~~\n@@ -1,2 +1,2 @@\n A=B\n-OLD=C\n~~~',
])('a diff is read as one in a fenced block, and where it is quoted: %j', async (text) => {
  const { rows, notes, holdsValues } = await read(text)
  const sound = rows.filter(({ problem }) => problem === undefined)
  expect(sound.map(({ key, target }) => [key, target])).toEqual([['A', 'B']])
  expect(notes[0]).toBe('This is a diff: what it takes away is left out.')
  expect(holdsValues).toBe(true)
})

test('a diff is of any form, and of several files', async () => {
  const yaml = diff([' aliases:', '   A: B', '-  C: OLD', '+  C: D'])
  expect((await read(yaml)).rows.map(({ key, target }) => [key, target])).toEqual([
    ['A', 'B'],
    ['C', 'D'],
  ])
  const two = diff(['+A=B']) + diff(['+C=D'])
  expect((await read(two)).rows.map(({ key }) => key)).toEqual(['A', 'C'])
})
