import { epochMilliseconds } from '../../qovery/timestamp'

// Two clocks are compared, Qovery's and this machine's: so much apart, in milliseconds, says nothing.
const doubt = 5 * 60_000

/** Whether what was created at a time was there well before a moment in epoch milliseconds, as far as two clocks can tell. */
export const isOlder = (createdAt: string, moment: number): boolean =>
  (epochMilliseconds(createdAt) ?? moment) < moment - doubt
