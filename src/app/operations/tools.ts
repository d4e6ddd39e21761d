import type { Owner } from '../../qovery/owner'
import type { SecretCalls } from '../../qovery/secret-calls'
import type { Clock } from '../data/clock'
import type { Ledger } from './ledger'
import type { Operation } from './operation'
import type { Result } from './result'

/** What operations are run with: a browser's, or a test's. */
export interface Tools {
  ledger: Pick<Ledger, 'read' | 'put' | 'remove' | 'follow'>
  loadClient: () => Promise<SecretCalls>
  /** Does what one tab may do at a time about a secret. @returns false where another is at it, and nothing was done */
  alone: (subject: string, act: () => Promise<void>) => Promise<boolean>
  /** Whether some tab is at it. */
  isHeld: (subject: string) => Promise<boolean>
  clock: Clock
  newId: () => string
  isReached: (client: SecretCalls, owner: Owner) => Promise<boolean>
  tab: string
  /** Whether this page is the form, and was loaded again: what it showed before stands there again. */
  isFormReloaded: boolean
  /**
   * Called after an operation has ended, which may have changed something.
   * @returns what is awaited before it counts as settled, where something has to follow: a page that comes before finds out
   * about it again, and does what follows
   */
  onEnd: (operation: Operation, result: Result) => Promise<unknown> | undefined
  /** Keeps what came of an operation for the history; resolves as well where it cannot. */
  keepHistory: (operation: Operation, result: Result) => Promise<void>
}
