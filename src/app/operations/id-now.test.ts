import { expect, test } from 'vitest'
import { testId, testSecret } from '../../qovery/test-secrets'
import { idNow, rememberUndone } from './id-now'
import type { Operation } from './operation'
import type { Status } from './statuses'
import { testAlias, testCreate, testEdit, testRepoint } from './test-operations'

const ended = (operation: Operation, id?: string): Status => ({
  operation,
  mark: undefined,
  progress: undefined,
  result: id === undefined ? undefined : { kind: 'done', by: 'answer', secret: testSecret({ id }) },
  isElsewhere: false,
  isAttended: false,
  isOwn: true,
  isPast: false,
  isRestored: false,
})
const [first, second, third] = [testId(1), testId(2), testId(3)]
const repoint = (id: string) => testRepoint({ seen: testAlias({ id }) })

test('what was re-pointed, and back, is followed from each of its ids', () => {
  const statuses = [ended(repoint(first), second), ended(repoint(second), third)]
  expect([first, second, third].map((id) => idNow(statuses, id))).toEqual([
    second,
    third,
    undefined,
  ])
  expect(idNow([ended(repoint(first))], first)).toBeUndefined()
})

test('what was deleted is followed to what its undo made, and an edit leads nowhere', () => {
  const undo = testCreate({ id: testId(70) })
  const statuses = [
    ended(undo, third),
    ended(testEdit({ seen: testSecret({ id: second }) }), second),
  ]
  expect(idNow(statuses, first)).toBeUndefined()
  rememberUndone(undo.id, first)
  expect(idNow(statuses, first)).toBe(third)
  expect(idNow(statuses, second)).toBeUndefined()
})
