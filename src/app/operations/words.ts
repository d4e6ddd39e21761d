import type { ApiError } from '../../qovery/errors'
import type { TokenHolder } from '../words/place-error'

/** What became of an operation, as it is said. */
export interface Words {
  tone: 'ok' | 'info' | 'warning' | 'danger'
  title: string
  text: string
  /** Where to look at what came of it. */
  link?: { href: string; label: string }
  /** What went wrong with a call, for whoever asks what its server said. */
  failure?: ApiError | null
}

export interface Asked {
  /** Who was asked: "Qovery" or "The sandbox". */
  apiName: string
  /** Whether the token was accepted before, which tells a wrong one from a policy that forbids this one call. */
  tokenWorked: boolean
  /** Who could replace that token; absent: whoever typed it. */
  tokenHolder?: TokenHolder
}
