import type { OwnerRef } from '../../qovery/owner'
import type { Entry, Oddity } from './fake-entry'

// What befalls a server that knows what it really did: for tests of what is told.

/** What becomes of a write. */
export interface Fate {
  /** late: it takes effect after the list was read twice more. */
  commits: 'at once' | 'late' | 'never'
  /** proper: as it was · twice: the browser sends it a second time by itself, and the second answer counts. */
  answer:
    | 'proper'
    | 'twice'
    | 'lost'
    | 'broken'
    | 'odd'
    | 'error'
    | 'refused'
    | 'unsent'
    /** It asks to wait, or for another token. */
    | 'busy'
    | 'token'
}

/** What becomes of a look at the list. */
export type Look = 'read' | 'unread' | 'broken'

/** What somebody else does between two calls; never to what these calls have made. */
export type Meddling =
  | 'nothing'
  | 'rename'
  | 'describe'
  | 'delete'
  | 'take the key'
  | 'make the same'
  | 'make the same further out'
  | 'add a dependent'
  | 'delete the target'

/** What a server has, does, shows, and lets others do. */
export interface Scenario {
  /** Who owns what is made. */
  owner: OwnerRef
  entries: Entry[]
  fates: Fate[]
  looks: Look[]
  meddling: Meddling[]
  oddities: Oddity[]
  /** What the operation is about, for whoever meddles. */
  subject: { id: string; key: string; targetId: string }
}
