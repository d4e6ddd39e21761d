import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { testId } from '../../qovery/test-secrets'
import type { Entry } from './ledger'
import { moveEarlier } from './migrate'
import { testAlias } from './test-operations'

const area = () => {
  const texts = new Map<string, string>()
  // Its texts are its own properties, as a browser's are.
  return new Proxy<Record<string, unknown>>(
    {
      getItem: (name: string) => texts.get(name) ?? null,
      setItem: (name: string, text: string) => void texts.set(name, text),
      removeItem: (name: string) => void texts.delete(name),
    },
    {
      ownKeys: () => [...texts.keys()],
      getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
    },
  )
}

beforeEach(() => {
  vi.stubGlobal('window', { localStorage: area(), sessionStorage: area() })
})
afterEach(() => {
  vi.unstubAllGlobals()
})

const move = async ({ isKept = true, upstream = '' } = {}) => {
  const put: Omit<Entry, 'upstream'>[] = []
  const ledger = {
    put: async (entry: Omit<Entry, 'upstream'>) => void put.push(entry),
    isKept: () => isKept,
  }
  const found = await moveEarlier(ledger, { upstream, tab: 'this' })
  return { found, put }
}

const submission = {
  id: testId(80),
  projectId: testId(90),
  secretId: testId(1),
  request: { key: 'LOST' },
  existingBefore: null,
  sentAt: 5,
}
const plan = {
  projectId: testId(90),
  alias: testAlias(),
  from: { id: testId(1), key: 'DB' },
  to: { id: testId(2), key: 'OTHER' },
  stage: 'creating',
  submissionId: testId(9),
}

test('a submission that an earlier version kept is moved, once, and odd ones take none along', async () => {
  window.sessionStorage.setItem('alias-console:pending', JSON.stringify([null, submission, 'x']))
  const { found, put } = await move()
  expect(put).toMatchObject([
    {
      operation: {
        kind: 'create',
        id: testId(80),
        owner: { kind: 'project', id: testId(90) },
        request: { key: 'LOST' },
        existingBefore: null,
        agreedAt: 5,
      },
      result: null,
    },
  ])
  expect(found).toMatchObject([{ upstream: 'sandbox', tab: 'this' }])
  expect((await move()).found).toEqual([])
})

test('a re-pointing that an earlier version kept is moved, with how far it got', async () => {
  const name = `alias-console:repoint:api.qovery.com:${testAlias().id}`
  window.localStorage.setItem(name, JSON.stringify(plan))
  window.localStorage.setItem('alias-console:repoint:api.qovery.com:odd', '{}')
  expect((await move()).found).toEqual([])
  const { found } = await move({ upstream: 'api.qovery.com' })
  expect(found).toMatchObject([
    {
      operation: { kind: 'repoint', seen: { key: 'ALIAS' }, to: { key: 'OTHER' } },
      mark: { idless: 0, stage: 'creating', postId: testId(9) },
    },
  ])
  expect(window.localStorage.getItem(name)).toBeNull()
})

test('where the ledger keeps nothing, it stays where it is, and is told all the same', async () => {
  window.sessionStorage.setItem('alias-console:pending', JSON.stringify([submission]))
  expect((await move({ isKept: false })).found).toHaveLength(1)
  expect(window.sessionStorage.getItem('alias-console:pending')).not.toBeNull()
})
