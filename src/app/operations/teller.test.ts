import { expect, test } from 'vitest'
import { testId, testSecret } from '../../qovery/test-secrets'
import { createPath, historyPath } from '../../rules/page-paths'
import type { Operation } from './operation'
import { refused, unknown, type Result } from './result'
import type { Status } from './statuses'
import { tellerOf, type Teller, type Telling } from './teller'
import { testCreate, testDelete, testEdit, testRepoint } from './test-operations'

const done: Result = { kind: 'done', by: 'answer', secret: testSecret() }

const statusOf = (operation: Operation, fields: Partial<Status> = {}): Status => ({
  operation,
  mark: undefined,
  progress: undefined,
  result: done,
  isElsewhere: false,
  isAttended: false,
  isOwn: true,
  isPast: false,
  isRestored: false,
  ...fields,
})

const edit = testEdit()
const { id, owner } = edit
const page: Telling = {
  path: '/bulk',
  listed: undefined,
  ready: true,
  askedInForm: undefined,
  askedHere: new Set(),
}
const list: Telling = { ...page, path: '/project', listed: owner, askedHere: new Set([id]) }
const form: Telling = { ...page, path: createPath, askedInForm: id }
const history: Telling = { ...page, path: historyPath }
const signedOut: Telling = { ...page, ready: false }
const lost = unknown('list', null)

test.each<[string, Teller, Status, Telling]>([
  ['what was done is told at the top of any page', 'notice', statusOf(edit), page],
  ['so is what was cut off', 'notice', statusOf(edit, { result: undefined }), page],
  ['a dialog shows its own', 'nobody', statusOf(edit, { isAttended: true }), page],
  ['what was seen is over', 'nobody', statusOf(testCreate(), { isPast: true }), page],
  ['another tab tells of its own', 'nobody', statusOf(edit, { isElsewhere: true }), page],
  [
    'but for an alias that does not exist meanwhile',
    'notice',
    statusOf(testRepoint(), { isElsewhere: true, result: undefined }),
    page,
  ],
  ['the form tells of what it asked for', 'form', statusOf(testCreate()), form],
  ['as long as it is there', 'notice', statusOf(testCreate()), { ...form, path: '/bulk' }],
  ['History has what ended', 'history', statusOf(edit), history],
  ['not what is open', 'notice', statusOf(edit, { result: lost }), history],
  [
    'and beside its entries what was done there',
    'toast',
    statusOf(edit),
    { ...history, askedHere: new Set([id]) },
  ],
  [
    'but not what was refused there',
    'notice',
    statusOf(edit, { result: refused(null) }),
    { ...history, askedHere: new Set([id]) },
  ],
  ['names wait for a token', 'sign-in', statusOf(edit), signedOut],
  ['what was typed here does not', 'notice', statusOf(testCreate(), { result: lost }), signedOut],
  [
    'unless it is a name that Qovery gave out',
    'sign-in',
    statusOf(testCreate({ renamedTo: 'NEW' }), { result: lost }),
    signedOut,
  ],
  [
    'or brought back',
    'sign-in',
    statusOf(testCreate({ undoesId: id }), { result: lost }),
    signedOut,
  ],
  ['unless it was made', 'sign-in', statusOf(testCreate()), signedOut],
  [
    'or in another tab',
    'sign-in',
    statusOf(testCreate(), { result: lost, isOwn: false }),
    signedOut,
  ],
  ['rows that show it are told beside', 'toast', statusOf(edit), list],
  [
    'also where it was gone already',
    'toast',
    statusOf(testDelete(), {
      result: { kind: 'stale', why: 'gone', sent: false, now: null, failure: null },
    }),
    list,
  ],
  ['a refusal is in no row', 'notice', statusOf(edit, { result: refused(null) }), list],
  [
    'nor is what another page asked for',
    'notice',
    statusOf(edit),
    { ...list, askedHere: new Set() },
  ],
  [
    'nor what is in another list',
    'notice',
    statusOf(edit),
    { ...list, listed: { kind: 'project', id: testId(91) } },
  ],
])('%s: %s', (_, teller, status, on) => {
  expect(tellerOf(status, on)).toBe(teller)
})
