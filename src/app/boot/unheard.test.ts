import { expect, test } from 'vitest'
import { attachWithout, unheard } from './unheard'

const heardBy = (target: EventTarget, attach: (hear: (event: Event) => void) => void) => {
  const heard: string[] = []
  attach(({ type }) => heard.push(type))
  for (const type of ['keydown', 'keypress', 'keyup', 'input'])
    target.dispatchEvent(new Event(type))
  return heard
}

test('what is attached hears everything but what a letter brings for nothing', () => {
  const target = new EventTarget()
  const heard = heardBy(target, (hear) =>
    attachWithout([target], () => {
      for (const type of ['keydown', 'input', ...unheard]) target.addEventListener(type, hear, true)
    }),
  )
  expect(heard).toEqual(['keydown', 'input'])
})

test('who attaches later hears everything, also where attaching failed', () => {
  const target = new EventTarget()
  const failing = () => {
    throw new Error('not attached')
  }
  expect(() => attachWithout([target], failing)).toThrow('not attached')
  expect(Object.keys(target)).toEqual([])
  const heard = heardBy(target, (hear) => {
    target.addEventListener('keyup', hear)
  })
  expect(heard).toEqual(['keyup'])
})
