import { expect, test } from 'vitest'
import { gatherLines } from './log'

test('lines of one moment are written together, after what is done in it, and once', async () => {
  const written: string[] = []
  const log = gatherLines((text) => written.push(text))
  log.line('a')
  log.line('b')
  expect(written).toEqual([])
  await new Promise(setImmediate)
  expect(written).toEqual(['a\nb\n'])
  log.line('c')
  log.flush()
  await new Promise(setImmediate)
  expect(written).toEqual(['a\nb\n', 'c\n'])
})
