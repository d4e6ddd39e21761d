import { expect, test } from 'vitest'
import { testSecret } from '../../qovery/test-secrets'
import type { RepointPlan } from '../outcome/repoint-plan'
import { standing } from './standing'

const id = (last: number) => `00000000-0000-4000-8000-${String(last).padStart(12, '0')}`
const planOf = (last: number, key: string): RepointPlan => ({
  projectId: id(90),
  alias: testSecret({ id: id(last), key }),
  from: { id: id(1), key: 'OLD' },
  to: { id: id(2), key: 'NEW' },
  stage: 'creating',
  submissionId: id(80),
})
const progress = { stage: 'creating', waits: { kind: 'sending' } } as const
const missing = { kind: 'missing', error: undefined } as const
const [a, b, c] = [planOf(3, 'A'), planOf(4, 'B'), planOf(5, 'C')]

test('each alias stands once, by the newest that is known of it, in the order of the keys', () => {
  expect(
    standing({
      busy: { plan: b, progress },
      ended: [
        { plan: b, ended: missing },
        { plan: a, ended: missing },
      ],
      left: [c, b, a],
    }),
  ).toEqual([{ plan: a, ended: missing }, { plan: b, progress }, { plan: c }])
})

test('without any there is nothing to say', () => {
  expect(standing({ busy: undefined, ended: [], left: [] })).toEqual([])
})
