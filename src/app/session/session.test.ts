import { afterEach, expect, test, vi } from 'vitest'

type Texts = Record<string, string>

/** The session of a page that a server of this kind has served, and that was opened at this address. */
const openSession = async (
  metas: Texts,
  { hash = '', stored = {} }: { hash?: string; stored?: Texts } = {},
) => {
  const storage = new Map(Object.entries(stored))
  const replaceState = vi.fn<(state: null, title: string, address: string) => void>()
  vi.resetModules()
  vi.stubGlobal('document', {
    querySelector: (selector: string) => {
      const name = /meta\[name="console-(\w+)"\]/.exec(selector)?.[1] ?? ''
      return name in metas ? { content: metas[name] } : null
    },
  })
  vi.stubGlobal('location', { hash, pathname: '/bulk', search: '?choose' })
  vi.stubGlobal('history', { replaceState })
  vi.stubGlobal('window', {
    sessionStorage: {
      getItem: (name: string) => storage.get(name) ?? null,
      setItem: (name: string, text: string) => void storage.set(name, text),
      removeItem: (name: string) => void storage.delete(name),
    },
  })
  return { ...(await import('./session')), storage, replaceState }
}

afterEach(() => vi.unstubAllGlobals())

const sandbox = { mode: 'sandbox', upstream: '', token: 'page' }
const typed = { mode: 'live', upstream: 'api.qovery.com', token: 'page' }
const held = { ...typed, token: 'server' }
const passName = 'alias-console:start'
const answer = (headers: Texts) => new Response(null, { headers })

test('the sandbox needs nothing, and sends no credential', async () => {
  const { currentSession, readyToSend, sessionHeaders } = await openSession(sandbox)
  expect(currentSession()).toMatchObject({ ready: true, asking: null })
  expect(await readyToSend()).toBe(true)
  expect(sessionHeaders()).toEqual({})
})

test('a page that holds the token asks for it, sends it once it has it, and forgets it whole', async () => {
  const { askForToken, currentSession, readyToSend, sessionHeaders, signIn, signOut, storage } =
    await openSession(typed)
  expect(currentSession()).toMatchObject({ ready: false, asking: 'first', tokenWorked: false })
  expect(await readyToSend()).toBe(false)
  expect(currentSession().asking).toBe('needed')
  signIn('Token qov_1')
  expect(currentSession()).toMatchObject({ ready: true, asking: null, tokenWorked: true })
  expect(sessionHeaders()).toEqual({ authorization: 'Token qov_1' })
  expect(await readyToSend()).toBe(true)
  askForToken('refused')
  expect(currentSession()).toMatchObject({ ready: true, asking: 'refused' })
  signOut('idle')
  expect(currentSession()).toMatchObject({ ready: false, asking: 'idle' })
  expect(sessionHeaders()).toEqual({})
  expect([...storage]).toEqual([])
})

test('a code leaves the address at once, and what is to be sent waits until it was exchanged', async () => {
  const { currentSession, readyToSend, replaceState, sessionHeaders, startWith } =
    await openSession(held, { hash: '#start=code' })
  expect(replaceState).toHaveBeenCalledWith(null, '', '/bulk?choose')
  expect(currentSession()).toMatchObject({ ready: false, asking: null, starting: true })
  const seen: boolean[] = []
  const sent = readyToSend().then((ready) => seen.push(ready))
  await Promise.resolve()
  expect(seen).toEqual([])
  expect(currentSession().asking).toBeNull()
  startWith('pass')
  await sent
  expect(seen).toEqual([true])
  expect(sessionHeaders()).toEqual({ 'x-console-start': 'pass' })
})

test('and is told to be missing where the code opens nothing', async () => {
  const { askForStart, currentSession, readyToSend } = await openSession(held, {
    hash: '#start=code',
  })
  const sent = readyToSend()
  askForStart('refused')
  expect(await sent).toBe(false)
  expect(currentSession()).toMatchObject({ ready: false, asking: 'needed', starting: false })
})

test('a pass outlives a reload, is renewed by an answer, and is dropped by one that asks for another', async () => {
  const { askForToken, currentSession, noteAnswer, sessionHeaders, storage } = await openSession(
    held,
    { stored: { [passName]: 'kept' } },
  )
  expect(currentSession()).toMatchObject({ ready: true, starting: false })
  expect(sessionHeaders()).toEqual({ 'x-console-start': 'kept' })
  noteAnswer(answer({ 'x-console-start': 'renewed', 'x-console-mode': 'live' }))
  expect(storage.get(passName)).toBe('renewed')
  // Nobody can replace a token that the server holds.
  askForToken('refused')
  expect(currentSession().asking).toBeNull()
  noteAnswer(answer({ 'x-console-start': 'required' }))
  expect(currentSession()).toMatchObject({ ready: false, asking: 'refused' })
  expect(storage.has(passName)).toBe(false)
})

test('an answer of a server of the other mode stops the page, and one without a mode does not', async () => {
  const { currentSession, noteAnswer } = await openSession(sandbox)
  noteAnswer(answer({}))
  noteAnswer(answer({ 'x-console-mode': 'sandbox' }))
  expect(currentSession().otherMode).toBe(false)
  noteAnswer(answer({ 'x-console-mode': 'live', 'x-console-start': 'pass' }))
  expect(currentSession().otherMode).toBe(true)
})
