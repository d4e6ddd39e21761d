import fc from 'fast-check'
import { environmentOwner, serviceOwner, type Owner } from '../../qovery/owner'
import { linkTo, testId, testSecret } from '../../qovery/test-secrets'
import type { Entry, Oddity } from './fake-entry'
import type { Fate, Look, Meddling } from './fake-scenario'
import { fakeServer, type FakeServer } from './fake-server'
import type { Operation } from './operation'
import type { Result } from './result'
import type { Single } from './run'
import { testAlias, testCreate, testDelete, testEdit, testRepoint } from './test-operations'

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

/** One operation of each kind. */
export const operations = {
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
export const operationOf = <Kind extends Operation['kind']>(kind: Kind, { owner }: Drawn) => ({
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
/** What a server does, shows and lets others do. */
export const scenario = fc.record({
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
export type Drawn = typeof scenario extends fc.Arbitrary<infer Value> ? Value : never

/** A server as it was drawn, with what an operation is about. */
export const serverFor = (operation: Operation, drawn: Drawn) =>
  fakeServer({
    ...drawn,
    entries,
    subject: {
      id: operation.kind === 'create' ? db.id : operation.seen.id,
      key: keyOf(operation),
      targetId: operation.kind === 'create' ? operation.secretId : other.id,
    },
  })

export type State = FakeServer['state']
/** Why what is told of a call is not so; undefined where it is. */
export const lie = (operation: Single, result: Result, state: State): string | undefined => {
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
      // It was so by an earlier list, and stands as long as a later one does not clearly tell otherwise.
      if (operation.kind === 'create' && result.failure?.status !== 409)
        return shown !== undefined && shown.made !== 'before' && !state.unclear.has(shown.id)
          ? 'it was there'
          : undefined
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

/** Why it was known all the same what came of a call by itself; a job's rows share their looks, and may be cancelled. */
export const unknownLie = (operation: Single, result: Result, state: State): string | undefined => {
  if (result.kind !== 'unknown') return undefined
  if (result.why === 'entry') return doubtlessLie(operation, state)
  return state.looks.includes('read') ? 'the list was read' : undefined
}

/** Why it is not so that what a list has cannot be read, and may be what an operation is about. */
export const doubtlessLie = (operation: Operation, state: State): string | undefined => {
  const id = operation.kind === 'create' ? undefined : operation.seen.id
  const keys = new Set([
    keyOf(operation),
    ...(operation.kind === 'create' ? [] : [operation.seen.key]),
  ])
  const mayBeIt = (entry: Entry) => {
    const how = state.odd.get(entry.id)
    if (how === undefined) return false
    // What is created is looked for by its key, what is there by its id, and what is re-pointed by both.
    const isNameless =
      how === 'null' ||
      (how === 'keyless' && ['create', 'repoint'].includes(operation.kind)) ||
      (how === 'idless' && operation.kind !== 'create')
    return isNameless || entry.id === id || keys.has(entry.key)
  }
  return state.lastRead?.some(mayBeIt) === true ? undefined : 'every entry could be read'
}

export const isNew = (made: Entry['made']) => made === 'by us' || made === 'by others'

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
