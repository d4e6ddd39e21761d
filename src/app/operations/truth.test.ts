import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Mark, Operation, RepointOperation } from './operation'
import { runRepoint } from './repoint'
import { isOpen, type Result } from './result'
import { confirmSingle, runSingle } from './run'
import { testRunning } from './test-operations'
import {
  doubtlessLie,
  isNew,
  lie,
  operationOf,
  operations,
  scenario,
  serverFor,
  type Drawn,
  unknownLie,
  type State,
} from './test-truth'

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
  server.state.looks = []
  const next = testRunning(server.client)
  const result = await (operation.kind === 'repoint'
    ? runRepoint(operation, next, mark)
    : confirmSingle(operation, mark, next))
  return { result, state: server.state }
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
      if (result.why === 'entry') return doubtlessLie(operation, state)
      // What was given up as lost is looked for once more.
      return state.looks.at(-1) === 'read' ? 'the list was read' : undefined
    case 'cancelled':
      return 'nobody cancelled it'
  }
}

/** The old alias comes back later than anybody polls, and the list then has it without its key. */
const shownLateWithoutItsKey: Drawn = {
  owner: operations.repoint.owner,
  fates: [
    { commits: 'at once', answer: 'proper' },
    { commits: 'at once', answer: 'lost' },
    { commits: 'late', answer: 'lost' },
  ],
  looks: ['read', 'broken', 'unread', 'broken', 'read', 'read', 'read'],
  meddling: ['nothing', 'delete the target'],
  oddities: ['none', 'none', 'none', 'keyless'],
}

describe('whatever the server does, what is told is so, and nothing is sent twice:', () => {
  test.each(['create', 'edit', 'delete'] as const)('%s', async (kind) => {
    await fc.assert(
      fc.asyncProperty(scenario, async (drawn) => {
        const operation = operationOf(kind, drawn)
        const { result, state } = await execute(operation, drawn)
        expect(
          lie(operation, result, state) ?? unknownLie(operation, result, state),
        ).toBeUndefined()
        expect(state.sent.length).toBeLessThanOrEqual(1)
      }),
      { numRuns: 20000 },
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
      { numRuns: 30000, examples: [[shownLateWithoutItsKey]] },
    )
  })

  test.each(['create', 'edit', 'delete'] as const)('%s, after a page that died', async (kind) => {
    await fc.assert(
      fc.asyncProperty(scenario, fc.nat({ max: 4 }), async (drawn, calls) => {
        const operation = operationOf(kind, drawn)
        const told = await dieAndConfirm(operation, drawn, calls)
        expect(told && lie(operation, told.result, told.state)).toBeUndefined()
        expect(told && unknownLie(operation, told.result, told.state)).toBeUndefined()
        expect(told?.state.sent.length ?? 0).toBeLessThanOrEqual(1)
      }),
      { numRuns: 15000 },
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
          state.looks = []
          const result = isOpen(first) ? await runSingle(operation, running, { sent: mark }) : first
          expect(
            lie(operation, result, state) ?? unknownLie(operation, result, state),
          ).toBeUndefined()
          expect(state.sent.length).toBeLessThanOrEqual(2)
        }),
        { numRuns: 15000 },
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
      { numRuns: 30000 },
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
