import { testId } from '../../qovery/test-secrets'
import { isUnclear, sentAs, type Entry, type Oddity } from './fake-entry'
import type { Scenario } from './fake-scenario'
import { testCalls } from './test-operations'

// A server that knows what it really did, whatever it answers: for tests of what is told.

export type FakeServer = ReturnType<typeof fakeServer>

export const fakeServer = ({
  owner,
  entries,
  fates,
  looks,
  meddling,
  oddities,
  subject,
}: Scenario) => {
  const oddityOf = new Map<string, Oddity>()
  const state = {
    entries: [] as Entry[],
    /** What was done for us, in order. */
    committed: [] as string[],
    /** Calls that arrived. */
    sent: [] as string[],
    /** As the last list that could be read had it. */
    lastRead: undefined as Entry[] | undefined,
    /** Ids of what that list has in such a way that nobody can tell whose or what it is. */
    unclear: new Set<string>(),
    /** How that list had what is not as described, by id. */
    odd: new Map<string, Oddity>(),
    /** What became of looks since a call was sent, or since somebody began to ask. */
    looks: [] as ('read' | 'unread')[],
    /** As all lists had it that could be read. */
    everRead: [] as Entry[],
    /** Whether something is still to take effect. */
    pending: 0,
  }
  let ids = 100
  const add = (entry: Omit<Entry, 'id'>) => {
    const made = { id: testId((ids += 1)), ...entry }
    insert(made)
    return made
  }
  const insert = (entry: Entry) => {
    state.entries.push(entry)
    oddityOf.set(entry.id, oddities[oddityOf.size % Math.max(oddities.length, 1)] ?? 'none')
  }
  for (const entry of entries) insert({ ...entry })
  const byId = (id: string) => state.entries.find((entry) => entry.id === id)
  const withDependents = (id: string) => {
    const all = new Set([id])
    for (const each of all)
      for (const { id: dependent, target } of state.entries) if (target === each) all.add(dependent)
    return state.entries.filter((entry) => all.has(entry.id))
  }
  const remove = (id: string) => {
    const gone = withDependents(id)
    state.entries = state.entries.filter((entry) => !gone.includes(entry))
  }
  const removeOfOthers = (id: string) => {
    if (withDependents(id).every(({ made }) => made !== 'by us')) remove(id)
  }

  const make = (key: string, target: string | null, made: Entry['made'] = 'by others') =>
    state.entries.some((entry) => entry.key === key)
      ? undefined
      : add({ key, description: null, target, made })
  let turn = 0
  const meddle = () => {
    const other = byId(subject.id)
    switch (meddling[turn++ % Math.max(meddling.length, 1)] ?? 'nothing') {
      case 'nothing':
        return
      case 'rename':
        if (other?.made === 'before') other.key = 'ELSE'
        return
      case 'describe':
        if (other?.made === 'before') other.description = 'of somebody else'
        return
      case 'delete':
        return removeOfOthers(subject.id)
      case 'take the key':
        return void make(subject.key, null)
      case 'make the same':
        return void make(subject.key, subject.targetId)
      case 'make the same further out':
        if (owner.kind !== 'project') make(subject.key, subject.targetId, 'further out')
        return
      case 'add a dependent':
        return void (other && make('DEPENDENT', subject.id))
      case 'delete the target':
        return removeOfOthers(subject.targetId)
    }
  }

  const late: { looks: number; act: () => void }[] = []
  const raw = (entry: Entry): unknown =>
    sentAs(entry, owner, {
      oddity: oddityOf.get(entry.id) ?? 'none',
      targetKey: entry.target === null ? undefined : byId(entry.target)?.key,
    })

  /** Does a write, if that is possible. @returns its status and what was made or changed */
  const write = (
    method: string,
    id: string,
    body: { key?: string; description?: string | null },
  ) => {
    const entry = byId(id)
    if (entry === undefined) return { status: 404 }
    if (method === 'DELETE') {
      remove(id)
      state.committed.push('DELETE')
      return { status: 204 }
    }
    const { key = '', description = null } = body
    if (state.entries.some((each) => each.key === key && (method === 'POST' || each.id !== id)))
      return { status: 409 }
    state.committed.push(method)
    if (method === 'POST')
      return { status: 201, entry: add({ key, description, target: id, made: 'by us' }) }
    Object.assign(entry, { key, description })
    return { status: 200, entry }
  }
  // What a list shows oddly, an answer says as it is.
  const answerOf = ({ status, entry }: { status: number; entry?: Entry }) => {
    const oddity = entry && oddityOf.get(entry.id)
    if (entry !== undefined) oddityOf.set(entry.id, 'none')
    const body = entry === undefined ? null : JSON.stringify(raw(entry))
    if (entry !== undefined && oddity !== undefined) oddityOf.set(entry.id, oddity)
    return new Response(status === 204 ? null : (body ?? '{"detail":"no"}'), { status })
  }

  const doWrite = (method: string, id: string, body: object) => {
    const { commits, answer } = fates[state.sent.length % Math.max(fates.length, 1)] ?? {
      commits: 'at once',
      answer: 'proper',
    }
    state.sent.push(method)
    state.looks = []
    // What is refused or never left did nothing, or the server would lie.
    if (answer === 'refused') return new Response('{"detail":"no"}', { status: 403 })
    if (answer === 'busy') return new Response('', { status: 429, headers: { 'retry-after': '2' } })
    if (answer === 'token') return new Response('', { status: 401 })
    if (answer === 'unsent')
      return new Response('', { status: 502, headers: { 'x-console-sent': 'no' } })
    if (commits === 'late' && answer !== 'proper' && answer !== 'twice') {
      state.pending += 1
      late.push({
        looks: 2,
        act: () => {
          state.pending -= 1
          write(method, id, body)
        },
      })
    }
    const isDone = commits === 'at once' || answer === 'proper' || answer === 'twice'
    const first = isDone ? write(method, id, body) : undefined
    switch (answer) {
      case 'twice':
        return answerOf(write(method, id, body))
      case 'proper':
        return answerOf(first ?? { status: 500 })
      case 'error':
        return new Response('', { status: 500 })
      case 'odd':
        return new Response('<p>', { status: 200 })
      case 'broken':
        return new Response('{', { status: 201 })
      case 'lost':
        throw new TypeError('Failed to fetch')
    }
  }

  let looked = 0
  const look = () => {
    for (const each of late.splice(0)) {
      if (each.looks === 0) each.act()
      else late.push({ ...each, looks: each.looks - 1 })
    }
    const fate = looks[looked++ % Math.max(looks.length, 1)] ?? 'read'
    state.looks.push(fate === 'read' ? 'read' : 'unread')
    if (fate === 'unread') throw new TypeError('Failed to fetch')
    if (fate === 'broken') return new Response('[]')
    state.lastRead = state.entries.map((entry) => ({ ...entry }))
    state.everRead.push(...state.lastRead)
    const unclear = state.entries.filter(({ id }) => isUnclear(oddityOf.get(id)))
    state.unclear = new Set(unclear.map(({ id }) => id))
    state.odd = new Map(
      state.entries.flatMap(({ id }) => {
        const oddity = oddityOf.get(id) ?? 'none'
        return oddity === 'none' ? [] : [[id, oddity]]
      }),
    )
    return new Response(JSON.stringify({ results: state.entries.map(raw) }))
  }

  const client = testCalls(async (address, init) => {
    meddle()
    if (init?.method === 'GET') return look()
    const [, id = ''] =
      /\/(?:secret|variable)\/([^/]+)/.exec(
        address instanceof Request ? address.url : address.toString(),
      ) ?? []
    const body: object = typeof init?.body === 'string' ? JSON.parse(init.body) : {}
    return doWrite(init?.method ?? '', id, body)
  })
  return { client, state }
}
