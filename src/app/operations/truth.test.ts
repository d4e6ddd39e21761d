import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { environmentOwner, serviceOwner, type Owner } from '../../qovery/owner'
import { linkTo, testId, testSecret } from '../../qovery/test-secrets'
import type { Entry, Oddity } from './fake-entry'
import { fakeServer, type FakeServer, type Fate, type Look, type Meddling } from './fake-server'
import type { Mark, Operation, RepointOperation } from './operation'
import { runRepoint } from './repoint'
import { isOpen, type Result } from './result'
import { confirmSingle, runSingle, type Single } from './run'
import {
  testAlias,
  testCreate,
  testDelete,
  testEdit,
  testRepoint,
  testRunning,
} from './test-operations'

// Whatever the server really does, whatever it answers, whatever its list shows and whatever others do meanwhile: what is
// told of an operation is held against what the server knows to be so.

const [db, other] = [
  testSecret({ id: testId(1), key: 'DB' }),
  testSecret({ id: testId(2), key: 'OTHER' }),
]
const alias = testAlias({ aliased_secret: linkTo(db) })
const entryOf = ({ id, key, description }: typeof db, target: string | null = null): Entry => ({
  id,
  key,
  description,
  target,
  made: 'before',
})
const entries = [entryOf(db), entryOf(other), entryOf(alias, db.id)]

const operations = {
  create: testCreate({ request: { key: 'FRESH', description: 'new' }, existingBefore: [] }),
  edit: testEdit({ seen: alias, key: 'RENAMED', description: 'new' }),
  delete: testDelete({ seen: alias }),
  repoint: testRepoint({ seen: alias }),
}
const environment = environmentOwner(testId(90), testId(91))
const owners: Owner[] = [
  operations.create.owner,
  environment,
  serviceOwner(environment, { kind: 'job', id: testId(92) }),
  serviceOwner(environment, { kind: 'helm', id: testId(93) }),
]
/** An operation of one kind, in whatever owns secrets. */
const operationOf = <Kind extends Operation['kind']>(kind: Kind, { owner }: Drawn) => ({
  ...operations[kind],
  owner,
})
const keyOf = (of: Operation) =>
  of.kind === 'create' ? of.request.key : of.kind === 'edit' ? of.key : of.seen.key

const fate: fc.Arbitrary<Fate> = fc.record({
  commits: fc.constantFrom('at once', 'late', 'never'),
  answer: fc.constantFrom('proper', 'twice', 'lost', 'broken', 'odd', 'error', 'refused', 'unsent'),
})
const look: fc.Arbitrary<Look> = fc.constantFrom('read', 'read', 'read', 'unread', 'broken')
const meddling: fc.Arbitrary<Meddling> = fc.constantFrom(
  'nothing',
  'nothing',
  'nothing',
  'rename',
  'describe',
  'delete',
  'take the key',
  'make the same',
  'make the same further out',
  'add a dependent',
  'delete the target',
)
const oddity: fc.Arbitrary<Oddity> = fc.constantFrom(
  'none',
  'none',
  'none',
  'described by a number',
  'scopeless',
  'idless',
  'keyless',
  'null',
)
const scenario = fc.record({
  owner: fc.constantFrom(...owners),
  fates: fc.array(fate, { maxLength: 3 }),
  looks: fc.oneof(
    { weight: 4, arbitrary: fc.array(look, { maxLength: 8 }) },
    // Read once, and then never again.
    fc.constant<Look[]>(['read', ...Array.from({ length: 20 }, () => 'unread' as const)]),
  ),
  meddling: fc.array(meddling, { maxLength: 8 }),
  oddities: fc.array(oddity, { maxLength: 6 }),
})
type Drawn = typeof scenario extends fc.Arbitrary<infer Value> ? Value : never

const serverFor = (operation: Operation, drawn: Drawn) =>
  fakeServer({
    ...drawn,
    entries,
    subject: {
      id: operation.kind === 'create' ? db.id : operation.seen.id,
      key: keyOf(operation),
      targetId: operation.kind === 'create' ? operation.secretId : other.id,
    },
  })

const execute = async (operation: Operation, drawn: Drawn) => {
  const server = serverFor(operation, drawn)
  const running = testRunning(server.client)
  const result = await (operation.kind === 'repoint'
    ? runRepoint(operation, running)
    : runSingle(operation, running))
  return { result, ...server }
}

/** The page dies after so many calls, and the next one finds out what became of it by what was kept. */
const dieAndConfirm = async (operation: Operation, drawn: Drawn, calls: number) => {
  const server = serverFor(operation, drawn)
  let left = calls
  let mark: Mark | undefined
  const dying =
    <Given extends unknown[], Answer>(call: (...given: Given) => Promise<Answer>) =>
    async (...given: Given): Promise<Answer> => {
      const answered = await call(...given).then(
        (answer) => () => answer,
        (error: unknown) => () => {
          throw error
        },
      )
      if (left-- === 0) throw new Error('died')
      return answered()
    }
  const { listSecrets, createSecretAlias, editSecret, deleteSecret } = server.client
  const client = {
    listSecrets: dying(listSecrets),
    createSecretAlias: dying(createSecretAlias),
    editSecret: dying(editSecret),
    deleteSecret: dying(deleteSecret),
  }
  const running = testRunning(client, { save: async (next) => void (mark = next) })
  const isDead = await (
    operation.kind === 'repoint' ? runRepoint(operation, running) : runSingle(operation, running)
  ).then(
    () => false,
    () => true,
  )
  if (!isDead) return undefined
  // Nothing was sent that was not kept before.
  if (mark === undefined) {
    if (server.state.sent.length > 0) throw new Error('something was sent and not kept')
    return undefined
  }
  const next = testRunning(server.client)
  const result = await (operation.kind === 'repoint'
    ? runRepoint(operation, next, mark)
    : confirmSingle(operation, mark, next))
  return { result, state: server.state }
}

type State = FakeServer['state']
/** Why what is told of a call is not so; undefined where it is. */
const lie = (operation: Single, result: Result, state: State): string | undefined => {
  const { committed, sent, pending, lastRead = [] } = state
  const shown = lastRead.find((entry) => isWanted(operation, entry))
  switch (result.kind) {
    case 'done':
      if (result.by === 'answer') return committed.length === 0 ? 'nothing was done' : undefined
      return operation.kind === 'delete'
        ? lastRead.some(({ id }) => id === operation.seen.id)
          ? 'it was there'
          : undefined
        : shown === undefined
          ? 'the list had nothing of the kind'
          : undefined
    case 'refused':
    case 'cancelled':
      return committed.length + pending > 0 ? 'it was done' : undefined
    case 'conflict':
      if (operation.kind === 'create' && result.failure?.status !== 409)
        return shown !== undefined && shown.made !== 'before' ? 'it was there' : undefined
      return committed.length + pending > 0 ? 'it was done' : undefined
    case 'stale':
      if (result.sent) {
        const { id } = operation.kind === 'create' ? db : operation.seen
        return state.entries.some((entry) => entry.id === id) ? 'it was there' : undefined
      }
      return sent.length > 0 ? 'something was sent' : undefined
    case 'unconfirmed':
      if (operation.kind === 'delete')
        return lastRead.some(({ id }) => id === operation.seen.id) ? undefined : 'it was gone'
      return shown !== undefined && result.keyless === 0 ? 'it was there' : undefined
    case 'unknown':
      return undefined
  }
}

const isNew = (made: Entry['made']) => made === 'by us' || made === 'by others'

const isWanted = (operation: Single, { id, key, description, target, made }: Entry) => {
  switch (operation.kind) {
    case 'create':
      return key === operation.request.key && target === operation.secretId && isNew(made)
    case 'edit':
      return (
        id === operation.seen.id && key === operation.key && description === operation.description
      )
    case 'delete':
      return false
  }
}

/** The same of a re-pointing. */
const repointLie = (operation: RepointOperation, result: Result, state: State) => {
  const { committed, sent, entries: now } = state
  const old = now.find(({ id }) => id === operation.seen.id)
  const named = now.filter(({ key, made }) => key === operation.seen.key && isNew(made))
  const pointsAt = (id: string) => named.some(({ target }) => target === id)
  const deletedByUs = committed.includes('DELETE')
  switch (result.kind) {
    case 'done':
      return pointsAt(operation.to.id) ? undefined : 'it does not point there'
    case 'refused': {
      const wrong = {
        unchanged: deletedByUs && 'it was deleted',
        restored: !pointsAt(operation.from.id) && 'it is not back',
        // Where answers were lost, it is said of the list alone.
        missing:
          (result.failure?.status === 403 ? now : (state.lastRead ?? [])).some(
            ({ key, made }) => key === operation.seen.key && made === 'by us',
          ) && 'it is there',
      }[result.left]
      return wrong === false ? undefined : wrong
    }
    case 'stale':
      return sent.length > 0 && !result.sent ? 'something was sent' : undefined
    case 'conflict':
      return named.some(({ made }) => made === 'by us') ? 'it is there' : undefined
    case 'unconfirmed':
      return old === undefined &&
        state.lastRead?.some(({ id }) => id === operation.seen.id) === false
        ? 'it was gone'
        : undefined
    case 'unknown':
      return undefined
    case 'cancelled':
      return 'nobody cancelled it'
  }
}

describe('whatever the server does, what is told is so, and nothing is sent twice:', () => {
  test.each(['create', 'edit', 'delete'] as const)('%s', async (kind) => {
    await fc.assert(
      fc.asyncProperty(scenario, async (drawn) => {
        const operation = operationOf(kind, drawn)
        const { result, state } = await execute(operation, drawn)
        expect(lie(operation, result, state)).toBeUndefined()
        expect(state.sent.length).toBeLessThanOrEqual(1)
      }),
      { numRuns: 2000 },
    )
  })

  test('re-point', async () => {
    await fc.assert(
      fc.asyncProperty(scenario, async (drawn) => {
        const operation = operationOf('repoint', drawn)
        const { result, state } = await execute(operation, drawn)
        expect(repointLie(operation, result, state)).toBeUndefined()
        expect(state.sent.filter((method) => method === 'DELETE').length).toBeLessThanOrEqual(1)
        // For the new target, and to bring the old one back.
        expect(state.sent.filter((method) => method === 'POST').length).toBeLessThanOrEqual(2)
      }),
      { numRuns: 3000 },
    )
  })

  test.each(['create', 'edit', 'delete'] as const)('%s, after a page that died', async (kind) => {
    await fc.assert(
      fc.asyncProperty(scenario, fc.nat({ max: 4 }), async (drawn, calls) => {
        const operation = operationOf(kind, drawn)
        const told = await dieAndConfirm(operation, drawn, calls)
        expect(told && lie(operation, told.result, told.state)).toBeUndefined()
        expect(told?.state.sent.length ?? 0).toBeLessThanOrEqual(1)
      }),
      { numRuns: 1500 },
    )
  })

  test.each(['create', 'edit', 'delete'] as const)(
    '%s, that is sent again after its answer was lost',
    async (kind) => {
      await fc.assert(
        fc.asyncProperty(scenario, async (drawn) => {
          const operation = operationOf(kind, drawn)
          const { client, state } = serverFor(operation, drawn)
          let mark: Mark | undefined
          const running = testRunning(client, { save: async (next) => void (mark = next) })
          const first = await runSingle(operation, running)
          const result = isOpen(first) ? await runSingle(operation, running, { sent: mark }) : first
          expect(lie(operation, result, state)).toBeUndefined()
          expect(state.sent.length).toBeLessThanOrEqual(2)
        }),
        { numRuns: 1500 },
      )
    },
  )

  test('re-point, after a page that died', async () => {
    await fc.assert(
      fc.asyncProperty(scenario, fc.nat({ max: 8 }), async (drawn, calls) => {
        const operation = operationOf('repoint', drawn)
        const told = await dieAndConfirm(operation, drawn, calls)
        const wrong = told && repointLie(operation, told.result, told.state)
        expect(wrong).toBeUndefined()
      }),
      { numRuns: 3000 },
    )
  })

  test('each kind comes to each result that it can', async () => {
    const seen = new Set<string>()
    for (const kind of ['create', 'edit', 'delete', 'repoint'] as const)
      await fc.assert(
        fc.asyncProperty(scenario, async (drawn) => {
          const { result } = await execute(operationOf(kind, drawn), drawn)
          seen.add(`${kind} ${result.kind}`)
        }),
        { numRuns: 600, seed: 1 },
      )
    const all = ['done', 'refused', 'conflict', 'stale', 'unconfirmed', 'unknown']
    const never = new Set(['create stale', 'delete conflict'])
    const expected = Object.keys(operations)
      .flatMap((kind) => all.map((result) => `${kind} ${result}`))
      .filter((each) => !never.has(each))
    expect([...seen].toSorted()).toEqual(expected.toSorted())
  })
})
