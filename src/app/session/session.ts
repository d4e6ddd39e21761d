import { useSyncExternalStore } from 'react'
import { setting } from './setting'
import { startSecret } from './start-secret'

interface Session {
  /** Whether calls can be made: the sandbox needs nothing, a live server a token or its start secret. */
  ready: boolean
  /** Why there is no token any more; null where there never was one. */
  ended: 'idle' | 'signed-out' | null
  /** Whether the token has been accepted by any call yet. */
  tokenWorked: boolean
  /** Set when the server turned out to be of the other mode than this page. */
  otherMode: boolean
}

// In memory only, on purpose: a reload forgets it, and no storage, address or attribute ever holds it.
let authorization: string | undefined

const needsToken = setting.mode === 'live' && setting.tokenHolder === 'page'

let session: Session = {
  ready: needsToken ? false : setting.mode === 'sandbox' || startSecret() !== undefined,
  ended: null,
  tokenWorked: !needsToken,
  otherMode: false,
}
const listeners = new Set<() => void>()

const change = (changes: Partial<Session>) => {
  session = { ...session, ...changes }
  for (const notify of listeners) notify()
}

const subscribe = (notify: () => void) => {
  listeners.add(notify)
  return () => listeners.delete(notify)
}

export const useSession = () => useSyncExternalStore(subscribe, () => session)
export const currentSession = () => session

/** Starts to use a token that has been checked. */
export const signIn = (checked: string) => {
  authorization = checked
  change({ ready: true, tokenWorked: true, ended: null })
}

/** Forgets the token; what was typed into forms stays. */
export const signOut = (ended: NonNullable<Session['ended']>) => {
  if (!needsToken || authorization === undefined) return
  authorization = undefined
  change({ ready: false, ended })
}

/** Headers that every call carries beside its own. */
export const sessionHeaders = (): Record<string, string> => {
  const secret = startSecret()
  return {
    ...(authorization === undefined ? {} : { authorization }),
    ...(secret === undefined ? {} : { 'x-console-start': secret }),
  }
}

/** Looks at the head of each answer: a server of the other mode must never be taken for this page's own. */
export const noteAnswer = ({ headers }: Response) => {
  const mode = headers.get('x-console-mode')
  if (mode !== null && mode !== setting.mode) change({ otherMode: true })
}
