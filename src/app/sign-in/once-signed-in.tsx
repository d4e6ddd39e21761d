import type { ReactNode } from 'react'
import { useSession } from '../session/session'

interface OnceSignedInProps {
  /** What is missing meanwhile, as the beginning of a sentence: “The rows”. */
  what: string
  /** Drawn all the same: somebody is typing in it. */
  unless?: boolean
  children: ReactNode
}

/** What holds names that Qovery gave out. It is drawn for whoever may ask for them: no sign-out leaves them on the screen. */
export const OnceSignedIn = ({ what, unless = false, children }: OnceSignedInProps) => {
  const { ready } = useSession()
  return ready || unless ? (
    children
  ) : (
    <p className="text-muted">{what} are kept, and appear once you have signed in.</p>
  )
}
