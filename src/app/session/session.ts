import { setting } from '../data/setting'
import { createStore } from '../data/store'
import type { TokenHolder } from '../words/place-error'
import { useStore } from '../data/use-store'
import { keepStartPass, openedWith, startPass } from './start-pass'
import { wireHeaders } from '../../wire'

/**
 * Why a token is asked for, or a start code where the server holds the token.
 * first: there has been none · needed: something was to be sent without one · idle, signed-out: it was forgotten ·
 * refused: a call was refused although there is one.
 */
export type Asking = 'first' | 'needed' | 'idle' | 'signed-out' | 'refused'

interface Session {
  /** Whether calls can be made: the sandbox needs nothing, a live server a token or a pass of its start. */
  ready: boolean
  /** Why the page asks for what it needs to make calls; null where it does not. */
  asking: Asking | null
  /** How often it was asked for because somebody did something: each time has to be noticed. */
  asked: number
  /** Whether a pass is being got, from a code of the address or from another tab: calls can be made soon, or a code is asked for. */
  starting: boolean
  /** Whether the token has been accepted by any call yet. */
  tokenWorked: boolean
  /** Set when the server turned out to be of the other mode than this page. */
  otherMode: boolean
}

/** Who could replace the token that calls carry: whoever typed it, whoever runs the server, or nobody, in the sandbox. */
export const tokenHolder: TokenHolder = setting.mode === 'live' ? setting.tokenHolder : 'nobody'

/** Whether this page holds the token itself, in memory, and so can lose it. */
export const holdsToken = tokenHolder === 'page'

// In memory only, on purpose: a reload forgets it, and no storage, address or attribute ever holds it.
let authorization: string | undefined

const needsStart = tokenHolder === 'server'

// What a page knows that was prerendered: neither whether it was opened properly, nor anything that happened since.
const prerendered: Session = {
  ready: !holdsToken && !needsStart,
  asking: holdsToken ? 'first' : null,
  asked: 0,
  starting: false,
  tokenWorked: !holdsToken,
  otherMode: false,
}
// Without a pass, one is got before anything is asked: see start-panel.tsx.
const started = needsStart && openedWith === undefined && startPass() !== undefined
// The very same where nothing differs: another one would have the whole form drawn again once it is hydrated.
const session = createStore<Session>(
  needsStart ? { ...prerendered, ready: started, starting: !started } : prerendered,
)

const change = (changes: Partial<Session>) => session.write({ ...session.read(), ...changes })

export const currentSession = session.read
export const followSession = session.subscribe
export const useSession = () => useStore(session, () => prerendered)

/** Starts to use a token that has been checked. */
export const signIn = (checked: string) => {
  authorization = checked
  change({ ready: true, tokenWorked: true, asking: null })
}

/** Forgets the token; what was typed into forms stays. */
export const signOut = (asking: 'idle' | 'signed-out') => {
  authorization = undefined
  change({ ready: false, asking })
}

/** Asks for a token, or takes the question back. A present one stays in use until there is another. */
export const askForToken = (asking: 'needed' | 'refused' | null) => {
  // Nobody can replace a token that the server holds; a page that lacks its start code is told so again.
  const { ready, asked } = session.read()
  if (holdsToken || !ready) change({ asking, asked: asked + 1 })
}

/**
 * Whether calls can be made, for what somebody wants to send. A pass that is being got is waited for: whoever
 * presses a button meanwhile need not do it again. What somebody has to enter first is asked for.
 */
export const readyToSend = async (): Promise<boolean> => {
  if (session.read().starting) await untilStarted()
  const { ready } = session.read()
  if (!ready) askForToken('needed')
  return ready
}

const untilStarted = () =>
  new Promise<void>((resolve) => {
    const unsubscribe = session.subscribe(() => {
      if (session.read().starting) return
      unsubscribe()
      resolve()
    })
  })

/** Goes on with a pass of the server's start. */
export const startWith = (pass: string) => {
  keepStartPass(pass)
  change({ ready: true, asking: null, starting: false })
}

/** Asks for the server's start code, in place of a pass that opens nothing or where there is none. */
export const askForStart = (asking: 'first' | 'refused') => {
  keepStartPass(undefined)
  change({ ready: false, asking, starting: false })
}

/** Headers that every call carries beside its own. */
export const sessionHeaders = (): Record<string, string> => {
  const pass = startPass()
  return {
    ...(authorization === undefined ? {} : { authorization }),
    ...(pass === undefined ? {} : { [wireHeaders.start]: pass }),
  }
}

/**
 * Looks at the head of each answer: a server of the other mode must never be taken for this page's own, and one that holds
 * the token renews this page's pass, or knows it no more.
 */
export const noteAnswer = ({ headers }: Response) => {
  const start = headers.get(wireHeaders.start)
  if (needsStart && start === 'required') askForStart('refused')
  else if (needsStart && start !== null) keepStartPass(start)
  const mode = headers.get(wireHeaders.mode)
  if (mode !== null && mode !== setting.mode) change({ otherMode: true })
}
