import { createHmac, randomBytes } from 'node:crypto'
import { sameSecret } from './guards'

/** Milliseconds after which a pass in use is replaced. */
const renewal = 3_600_000
/** Milliseconds from its making to its end: twelve hours after its last use, which its age does not tell until the renewal. */
const lifetime = 12 * 3_600_000 + renewal

/** Who may use a token that the server holds. */
export interface StartGuard {
  /** Opens the console once, for whoever reads the server's log; undefined where the operator set a secret instead. */
  code: () => string | undefined
  /**
   * Judges what came with a call: the operator's secret, a code or a pass.
   * @returns undefined where it opens nothing; `pass`: what the page is to show from now on in its place.
   */
  admit: (given: string) => { pass?: string } | undefined
}

interface StartGuardOptions {
  /** The operator's, shared by the servers behind one proxy: each takes the passes of all. */
  secret: string | undefined
  /** Told each code after the first, once the one before has been used. */
  onNextCode: (code: string) => void
  /** Milliseconds since the epoch. */
  now?: () => number
}

const random = () => randomBytes(32).toString('base64url')

/**
 * Guards the token by what only the operator can know. That goes through an address once at most, for browsers keep
 * addresses for good: the page exchanges it for a pass, which is the time of its making, signed, so that no server has to
 * remember any.
 */
export const createStartGuard = ({
  secret,
  onNextCode,
  now = Date.now,
}: StartGuardOptions): StartGuard => {
  const key = secret ?? random()
  let code = secret === undefined ? random() : undefined

  const passOf = (made: number) =>
    `${made}.${createHmac('sha256', key).update(`pass ${made}`).digest('base64url')}`
  const ageOf = (given: string) => {
    const [, made] = /^(\d{1,15})\./.exec(given) ?? []
    return made !== undefined && sameSecret(given, passOf(Number(made)))
      ? now() - Number(made)
      : undefined
  }
  const opens = (given: string) => {
    if (code === undefined) return secret !== undefined && sameSecret(given, secret)
    if (!sameSecret(given, code)) return false
    code = random()
    onNextCode(code)
    return true
  }

  return {
    code: () => code,
    admit: (given) => {
      const age = ageOf(given)
      if (age === undefined) return opens(given) ? { pass: passOf(now()) } : undefined
      if (age >= lifetime) return undefined
      return age < renewal ? {} : { pass: passOf(now()) }
    },
  }
}
