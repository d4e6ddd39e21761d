import { afterAll, beforeEach, expect, test, vi } from 'vitest'
import { testSecret } from '../../qovery/test-secrets'
import type { RepointPlan } from '../outcome/repoint-plan'
import { leftRepoints } from './left-repoints'

const id = (last: number) => `00000000-0000-4000-8000-${String(last).padStart(12, '0')}`
const planOf = (alias: number, fields: Partial<RepointPlan> = {}): RepointPlan => ({
  projectId: id(90),
  alias: testSecret({ id: id(alias), key: 'NAME' }),
  from: { id: id(1), key: 'OLD' },
  to: { id: id(2), key: 'NEW' },
  stage: 'deleting',
  submissionId: null,
  ...fields,
})

/** As a browser's: what it holds are its own properties. */
const emptyStorage = (): Record<string, string> =>
  Object.create({
    getItem(this: Record<string, string>, name: string) {
      return this[name] ?? null
    },
    setItem(this: Record<string, string>, name: string, text: string) {
      this[name] = text
    },
    removeItem(this: Record<string, string>, name: string) {
      Reflect.deleteProperty(this, name)
    },
  })

let localStorage: Record<string, string>
beforeEach(() => {
  localStorage = emptyStorage()
  vi.stubGlobal('window', { localStorage })
})
afterAll(() => {
  vi.unstubAllGlobals()
})

const left = leftRepoints('api.example')

test('several plans are left at once, each until it is cleared itself', () => {
  left.write(planOf(3))
  left.write(planOf(4))
  left.write(planOf(3, { stage: 'creating' }))
  expect(left.read()).toEqual([planOf(3, { stage: 'creating' }), planOf(4)])
  left.clear(planOf(3))
  expect(left.read()).toEqual([planOf(4)])
})

test('what is no plan is left out, and takes no other along', () => {
  left.write(planOf(3))
  const [name = ''] = Object.keys(localStorage)
  localStorage[name.replace(id(3), id(4))] = '{'
  localStorage[name.replace(id(3), id(5))] = JSON.stringify({ ...planOf(5), stage: 'elsewhere' })
  localStorage['alias-console:recent'] = '[]'
  expect(left.read()).toEqual([planOf(3)])
})

test('an id in capitals is the same alias', () => {
  const alias = { ...planOf(0).alias, id: 'ABCDEF00-0000-4000-8000-000000000001' }
  left.write(planOf(0, { alias }))
  left.clear(planOf(0, { alias: { ...alias, id: alias.id.toLowerCase() } }))
  expect(left.read()).toEqual([])
})

test('plans of another API are not among them', () => {
  left.write(planOf(3))
  expect(leftRepoints('').read()).toEqual([])
  expect(leftRepoints('api.example').read()).toEqual([planOf(3)])
})

test('a name in storage tells whose plan it is', () => {
  left.write(planOf(3))
  expect(Object.keys(localStorage).map(left.aliasOf)).toEqual([id(3)])
  expect(left.aliasOf('alias-console:recent')).toBeUndefined()
})

test('without storage nothing is left, and nothing breaks', () => {
  vi.stubGlobal('window', {})
  left.write(planOf(3))
  left.clear(planOf(3))
  expect(left.read()).toEqual([])
})
