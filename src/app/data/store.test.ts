import { expect, test } from 'vitest'
import { createStore } from './store'

test('whoever reads is told of another value, and not of the same one', () => {
  const store = createStore(1)
  const seen: number[] = []
  const end = store.subscribe(() => seen.push(store.read()))
  store.write(2)
  store.write(2)
  expect(seen).toEqual([2])
  end()
  store.write(3)
  expect(seen).toEqual([2])
  expect(store.read()).toBe(3)
})

test('who subscribes while others are told, and who leaves, harms nobody', () => {
  const store = createStore(0)
  const seen: string[] = []
  const end = store.subscribe(() => {
    seen.push('first')
    end()
  })
  store.subscribe(() => seen.push('second'))
  store.write(1)
  store.write(2)
  expect(seen).toEqual(['first', 'second', 'second'])
})
