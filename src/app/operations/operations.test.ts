import { describe, expect, test } from 'vitest'
import { ApiError } from '../../qovery/errors'
import { linkTo, testId, testList, testSecret } from '../../qovery/test-secrets'
import type { SecretCalls } from '../../qovery/secret-calls'
import type { Entry } from './ledger'
import { keyOf, subjectOf, type Operation } from './operation'
import { createOperations } from './operations'
import type { Result } from './result'
import { testAlias, testCreate, testDelete, testEdit, testRepoint } from './test-operations'

const [db, other] = [
  testSecret({ id: testId(1), key: 'DB' }),
  testSecret({ id: testId(2), key: 'OTHER' }),
]
const alias = testAlias({ aliased_secret: linkTo(db) })
const lost = new ApiError({ kind: 'network', sent: true })
const refusal = new ApiError({ kind: 'http', sent: true, status: 403 })

interface Given {
  /** What the ledger has. */
  entries?: Entry[]
  /** Subjects that another tab is at. */
  held?: string[]
  /** Until then no lock is given. */
  locksCome?: Promise<void>
  isLoaded?: boolean
  client?: Partial<SecretCalls>
  keepHistory?: () => Promise<void>
  isFormReloaded?: boolean
  onEnd?: () => Promise<void> | undefined
}

/** A project that does what it is asked, and a tab that asks. */
const start = ({
  entries = [],
  held = [],
  locksCome = Promise.resolve(),
  isLoaded = true,
  client: calls = {},
  keepHistory = async () => undefined,
  isFormReloaded = false,
  onEnd = () => undefined,
}: Given = {}) => {
  const project = { secrets: [db, other, alias], sent: [] as string[] }
  const stored = new Map(entries.map((entry) => [entry.operation.id, entry]))
  const locks = new Set(held)
  const asked: string[] = []
  let notify: (id: string) => void = () => undefined
  let ids = 200
  const client: SecretCalls = {
    listSecrets: async () => testList(project.secrets),
    createSecretAlias: async ({ secretId }, { key }) => {
      project.sent.push('create')
      const target = project.secrets.find(({ id }) => id === secretId) ?? db
      const made = testAlias({ id: testId((ids += 1)), key, aliased_secret: linkTo(target) })
      project.secrets = [...project.secrets, made]
      return made
    },
    editSecret: async ({ secretId }, { key }) => {
      project.sent.push('edit')
      const edited = testSecret({ id: secretId, key })
      project.secrets = project.secrets.map((each) => (each.id === secretId ? edited : each))
      return edited
    },
    deleteSecret: async ({ secretId }) => {
      project.sent.push('delete')
      project.secrets = project.secrets.filter(({ id }) => id !== secretId)
    },
    ...calls,
  }
  const operations = createOperations({
    ledger: {
      read: async () => [...stored.values()],
      put: async (entry) => {
        asked.push(`entry of ${entry.operation.id}`)
        stored.set(entry.operation.id, { ...entry, upstream: 'sandbox' })
      },
      remove: async (id) => void stored.delete(id),
      follow: (onChange) => {
        notify = onChange
      },
    },
    loadClient: async () => {
      if (!isLoaded) throw new Error('A part of the page is missing.')
      return client
    },
    alone: async (subject, act) => {
      asked.push(`lock of ${subject}`)
      await locksCome
      if (locks.has(subject)) return false
      locks.add(subject)
      await act()
      locks.delete(subject)
      return true
    },
    isHeld: async (subject) => locks.has(subject),
    clock: {
      now: () => Date.parse('2026-03-01T12:00:00Z'),
      sleep: () => new Promise((resolve) => setTimeout(resolve)),
    },
    newId: () => testId((ids += 1)),
    isReached: async () => true,
    tab: 'this',
    isFormReloaded,
    onEnd,
    keepHistory,
  })
  const status = (id: string) => operations.read().find(({ operation }) => operation.id === id)
  const storedKeys = () => [...stored.values()].map(({ operation }) => keyOf(operation))
  return {
    operations,
    project,
    stored,
    locks,
    /** What was asked of the browser, in its order. */
    asked,
    status,
    storedKeys,
    onWritten: (id: string) => notify(id),
  }
}

const entryOf = (operation: Operation, fields: Partial<Entry> = {}): Entry => ({
  operation,
  mark: { idless: 0 },
  result: null,
  upstream: 'sandbox',
  tab: 'this',
  isPast: false,
  ...fields,
})
const cutOff = (fields: Partial<Entry> = {}) =>
  entryOf(testRepoint({ seen: alias }), {
    mark: { idless: 0, stage: 'creating', postId: testId(9), alias },
    ...fields,
  })
const done: Result = { kind: 'done', by: 'answer', secret: alias }
const settled = () => new Promise((resolve) => setTimeout(resolve, 20))

test('what something has to follow is told at once, and not settled before that is sure to come', async () => {
  let follows = () => {}
  const onEnd = () => new Promise<void>((resolve) => (follows = resolve))
  const { operations, stored, status } = start({ onEnd })
  const operation = testDelete({ seen: alias })
  await operations.start(operation)
  expect(status(operation.id)?.result).toMatchObject({ kind: 'done' })
  await settled()
  // A page that comes now finds out about it again, and does what follows.
  expect(stored.get(operation.id)?.result).toBeNull()
  follows()
  await settled()
  expect(stored.get(operation.id)?.result).toMatchObject({ kind: 'done' })
})

describe('an operation', () => {
  const kinds: Operation[] = [
    testCreate({ request: { key: 'FRESH' } }),
    testEdit({ seen: other }),
    testDelete({ seen: alias }),
    testRepoint({ seen: alias }),
  ]

  test.each(kinds)(
    'of any kind ends as done, and is remembered until it was seen: $kind',
    async (operation) => {
      const { operations, status, stored } = start()
      expect(await operations.start(operation)).toBeUndefined()
      expect(status(operation.id)?.result?.kind).toBe('done')
      expect(stored.get(operation.id)?.result?.kind).toBe('done')
      await operations.seen(operation.id)
      expect(status(operation.id)?.result?.kind).toBe('done')
      // A creation can still be undone.
      expect(stored.get(operation.id)?.isPast).toBe(operation.kind === 'create' ? true : undefined)
    },
  )

  test.each(kinds)('is remembered before it is sent: $kind', async (operation) => {
    const seen: (boolean | undefined)[] = []
    const watch = async () => {
      seen.push(stored.has(operation.id))
      throw refusal
    }
    const { operations, stored } = start({
      client: { createSecretAlias: watch, editSecret: watch, deleteSecret: watch },
    })
    await operations.start(operation)
    expect(new Set(seen)).toEqual(new Set([true]))
  })

  test('is settled in the ledger only once the history has it: a page that dies in between leaves it to the next', async () => {
    let keep = () => undefined as void
    const historyKept = new Promise<void>((resolve) => (keep = resolve))
    const operation = testDelete({ seen: alias })
    const { operations, status, stored } = start({ keepHistory: () => historyKept })
    const ended = operations.start(operation)
    await settled()
    expect(status(operation.id)?.result?.kind).toBe('done')
    expect(stored.get(operation.id)?.result).toBeNull()
    // What is known is not waited for.
    await ended
    keep()
    await settled()
    expect(stored.get(operation.id)?.result?.kind).toBe('done')
  })

  test('is followed by the next one about the same secret, though its end is still being stored', async () => {
    let keep = () => undefined as void
    const historyKept = new Promise<void>((resolve) => (keep = resolve))
    const { operations, project, status } = start({ keepHistory: () => historyKept })
    await operations.start(testEdit({ id: testId(81), seen: other }))
    const renamed = { ...other, key: 'RENAMED' }
    const next = operations.start(testEdit({ id: testId(82), seen: renamed, key: 'OTHER' }))
    await settled()
    expect(project.sent).toEqual(['edit'])
    keep()
    expect(await next).toBeUndefined()
    expect(project.sent).toEqual(['edit', 'edit'])
    expect(status(testId(82))?.result?.kind).toBe('done')
  })

  test('that is asked for once more after a lost answer knows that the first call may have been heard', async () => {
    const answers = [lost, refusal]
    const { operations, project, status } = start({
      client: { deleteSecret: async () => Promise.reject(answers.shift() ?? refusal) },
    })
    const [first, second, third] = [83, 84, 85].map((number) =>
      testDelete({ id: testId(number), seen: alias }),
    )
    if (!first || !second || !third) throw new Error('not made')
    await operations.start(first)
    expect(status(first.id)?.result?.kind).toBe('unconfirmed')
    await operations.start(second)
    // A refusal says nothing of the first one.
    expect(status(second.id)?.result).toMatchObject({ kind: 'unconfirmed' })
    project.secrets = [db, other]
    await operations.start(third)
    expect(status(third.id)?.result).toMatchObject({ kind: 'done', by: 'list' })
  })

  test('that creates waits for no lock, and has it until all of it is stored; any other waits', async () => {
    let giveLocks = () => {}
    const locksCome = new Promise<void>((resolve) => {
      giveLocks = resolve
    })
    let store = () => {}
    const stored = new Promise<void>((resolve) => {
      store = resolve
    })
    const { operations, project, locks, asked, status } = start({
      locksCome,
      keepHistory: () => stored,
    })
    const creation = testCreate({ id: testId(81) })
    const edit = testEdit({ id: testId(82), seen: db })
    await operations.start(creation)
    void operations.start(edit)
    expect(status(creation.id)?.result?.kind).toBe('done')
    expect(project.sent).toEqual(['create'])
    // Another tab learns of it from the ledger, later than the browser of the lock.
    expect(asked.slice(0, 2)).toEqual([`lock of ${creation.id}`, `entry of ${creation.id}`])
    giveLocks()
    await expect.poll(() => project.sent).toEqual(['create', 'edit'])
    expect(locks.has(creation.id)).toBe(true)
    store()
    await expect.poll(() => locks.has(creation.id)).toBe(false)
  })

  test('of which nothing was sent is not remembered', async () => {
    const { operations, status, storedKeys } = start()
    const operation = testDelete({ seen: { ...alias, key: 'RENAMED' } })
    await operations.start(operation)
    expect(status(operation.id)?.result).toMatchObject({ kind: 'stale', why: 'changed' })
    expect(storedKeys()).toEqual([])
  })

  test.each([
    ['another tab is at the same secret', { held: [alias.id] }, 'busy'],
    ['a part of the page is missing', { isLoaded: false }, 'not loaded'],
  ] satisfies [string, Given, string][])('is not sent where %s', async (_, given, why) => {
    const { operations, project } = start(given)
    expect(await operations.start(testDelete({ seen: alias }))).toBe(why)
    expect(project.sent).toEqual([])
    expect(operations.read()).toEqual([])
  })

  test('is not begun while another one is about the same secret, and is beside others', async () => {
    const { operations, project } = start()
    const first = operations.start(testDelete({ id: testId(81), seen: alias }))
    expect(await operations.start(testEdit({ id: testId(82), seen: alias }))).toBe('busy')
    expect(await operations.start(testEdit({ id: testId(83), seen: other }))).toBeUndefined()
    await first
    expect(project.sent.toSorted()).toEqual(['delete', 'edit'])
  })

  test('that broke by a fault of ours is unknown where something was sent, else certainly not done', async () => {
    const fault = () => Promise.reject(new TypeError('a fault'))
    const sent = start({ client: { createSecretAlias: fault } })
    await sent.operations.start(testCreate())
    expect(sent.status(testCreate().id)?.result?.kind).toBe('unknown')
    const unsent = start({ client: { listSecrets: fault } })
    await unsent.operations.start(testEdit({ seen: other }))
    expect(unsent.status(testEdit().id)?.result).toMatchObject({
      kind: 'refused',
      failure: { sent: false },
    })
  })

  test('whose wait is cancelled is not sent again', async () => {
    const busy = new ApiError({ kind: 'http', sent: true, status: 429, retryAfter: '5' })
    let sent = 0
    const { operations, status } = start({
      client: {
        createSecretAlias: async () => {
          sent += 1
          operations.cancel(testCreate().id)
          throw busy
        },
      },
    })
    await operations.start(testCreate())
    expect(status(testCreate().id)?.result).toEqual({ kind: 'cancelled' })
    expect(sent).toBe(1)
  })
})

describe('what a page left', () => {
  const operation = testDelete({ seen: alias })

  test('is asked for by the next one, and nothing is sent', async () => {
    const { operations, project, status } = start({ entries: [entryOf(operation)] })
    await operations.restore([])
    expect(status(operation.id)).toMatchObject({ result: undefined, isOwn: true })
    project.secrets = [db, other]
    await operations.resume(operation.id)
    expect(status(operation.id)?.result).toMatchObject({ kind: 'done', by: 'list' })
    expect(project.sent).toEqual([])
  })

  test('is told by the tab that sent it, where it is over; by any tab, where it is open', async () => {
    const over = start({ entries: [entryOf(operation, { result: done, tab: 'another' })] })
    await over.operations.restore([])
    expect(over.operations.read()).toEqual([])
    const own = start({ entries: [entryOf(operation, { result: done })] })
    await own.operations.restore([])
    expect(own.status(operation.id)?.result).toEqual(done)
    const open = start({ entries: [entryOf(operation, { tab: 'another' })] })
    await open.operations.restore([])
    expect(open.status(operation.id)).toMatchObject({ isOwn: false, isElsewhere: false })
  })

  test('is another tab’s while that is at it, and not forgotten meanwhile', async () => {
    const { operations, status, locks } = start({
      entries: [entryOf(operation, { tab: 'another' })],
      held: [subjectOf(operation)],
    })
    await operations.restore([])
    expect(status(operation.id)?.isElsewhere).toBe(true)
    expect(await operations.resume(operation.id)).toBe('busy')
    expect(await operations.forget(operation.id)).toBe(false)
    locks.clear()
    await settled()
    expect(status(operation.id)?.isElsewhere).toBe(false)
    expect(await operations.forget(operation.id)).toBe(true)
  })

  test('is no longer told once another tab has settled it', async () => {
    const { operations, stored, onWritten } = start({
      entries: [entryOf(operation, { tab: 'another' })],
      held: [subjectOf(operation)],
    })
    await operations.restore([])
    stored.delete(operation.id)
    onWritten(operation.id)
    await settled()
    expect(operations.read()).toEqual([])
  })

  test('of a creation that was seen can be undone for an hour', async () => {
    const at = (minutes: number) => Date.parse('2026-03-01T12:00:00Z') - minutes * 60_000
    const old = testCreate({ id: testId(81), agreedAt: at(61) })
    const young = testCreate({ id: testId(82), agreedAt: at(59) })
    const { operations, storedKeys } = start({
      entries: [old, young].map((each) => entryOf(each, { result: done, isPast: true })),
    })
    await operations.restore([])
    expect(operations.read().map((each) => [each.operation.id, each.isPast])).toEqual([
      [young.id, true],
    ])
    expect(storedKeys()).toHaveLength(1)
    await operations.start(testDelete({ id: testId(83), seen: alias }))
    expect(operations.read().map((each) => each.operation.id)).toEqual([testId(83)])
  })

  test('of a creation that was seen stands there again after a reload of the form, until somebody goes on', async () => {
    const seen = entryOf(testCreate(), { result: done, isPast: true })
    for (const isFormReloaded of [true, false]) {
      const { operations, status } = start({ entries: [seen], isFormReloaded })
      await operations.restore([])
      expect(status(seen.operation.id)).toMatchObject({ isPast: true, isRestored: isFormReloaded })
      operations.pass(seen.operation.id)
      expect(status(seen.operation.id)).toMatchObject({ isPast: true, isRestored: false })
    }
  })

  test('that comes late takes no result from the page that has just shown it', async () => {
    const { operations, status } = start()
    const creation = testCreate({ request: { key: 'FRESH' } })
    await operations.start(creation)
    await operations.seen(creation.id)
    await operations.restore([])
    expect(status(creation.id)).toMatchObject({ isPast: false, result: { kind: 'done' } })
  })

  test('of an earlier version is taken in as well', async () => {
    const { operations } = start()
    await operations.restore([entryOf(operation)])
    expect(operations.read()).toHaveLength(1)
  })
})

describe('a re-pointing that was cut off', () => {
  const second = testAlias({ id: testId(4), key: 'SECOND', aliased_secret: linkTo(db) })
  const targetOf = (project: { secrets: (typeof db)[] }, key: string) =>
    project.secrets.find((each) => each.key === key)?.aliased_secret?.key

  test('outlives another one, and goes on after it', async () => {
    const { operations, project, storedKeys } = start({ entries: [cutOff()] })
    project.secrets = [db, other, second]
    await operations.restore([])
    await operations.start(testRepoint({ id: testId(81), seen: second }))
    expect(targetOf(project, 'SECOND')).toBe('OTHER')
    expect(storedKeys().toSorted()).toEqual(['ALIAS', 'SECOND'])
    await operations.resume(cutOff().operation.id)
    expect(targetOf(project, 'ALIAS')).toBe('OTHER')
  })

  test.each(['deleting', 'creating'] as const)(
    'gives way to the next one of the same alias, which knows that it may be gone: %s',
    async (stage) => {
      const { operations, project, storedKeys } = start({
        entries: [cutOff({ mark: { idless: 0, stage, postId: testId(9), alias } })],
      })
      project.secrets = [db, other]
      await operations.restore([])
      const next = testRepoint({ id: testId(81), seen: alias, to: { id: other.id, key: 'OTHER' } })
      await operations.start(next)
      expect(targetOf(project, 'ALIAS')).toBe('OTHER')
      expect(operations.read().map((each) => each.operation.id)).toEqual([next.id])
      expect(storedKeys()).toEqual(['ALIAS'])
    },
  )

  test('that cannot be brought back stays, and is forgotten on request', async () => {
    const { operations, status, storedKeys } = start({
      entries: [cutOff()],
      client: {
        createSecretAlias: () => Promise.reject(refusal),
        listSecrets: async () => testList([db, other]),
      },
    })
    await operations.restore([])
    const { id } = cutOff().operation
    await operations.resume(id)
    expect(status(id)?.result).toMatchObject({ kind: 'refused', left: 'missing' })
    expect(storedKeys()).toEqual(['ALIAS'])
    expect(await operations.forget(id)).toBe(true)
    expect(storedKeys()).toEqual([])
  })

  test('is not made again where the alias was deleted since', async () => {
    const { operations, storedKeys } = start({
      entries: [cutOff({ mark: { idless: 0, stage: 'deleting', postId: testId(9), alias } })],
    })
    await operations.restore([])
    await operations.start(testDelete({ id: testId(81), seen: alias }))
    expect(operations.read().map((each) => each.operation.id)).toEqual([testId(81)])
    await settled()
    expect(storedKeys()).toEqual(['ALIAS'])
  })
})

test('what a dialog shows is no notice’s, until it lets go', async () => {
  const { operations, status } = start({ client: { deleteSecret: () => Promise.reject(lost) } })
  const operation = testDelete({ seen: alias })
  const leave = operations.attend(operation.id)
  await operations.start(operation)
  expect(status(operation.id)?.isAttended).toBe(true)
  leave()
  expect(status(operation.id)).toMatchObject({
    isAttended: false,
    result: { kind: 'unconfirmed' },
  })
})
