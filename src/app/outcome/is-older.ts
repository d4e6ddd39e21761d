import type { Secret } from '../../qovery/schema'
import { epochMilliseconds } from '../../qovery/timestamp'

// Two clocks are compared, Qovery's and this machine's: so much apart, in milliseconds, says nothing.
const doubt = 5 * 60_000

/** Whether a secret was there well before a moment in epoch milliseconds, as far as two clocks can tell. */
export const isOlder = ({ created_at }: Pick<Secret, 'created_at'>, moment: number): boolean =>
  (epochMilliseconds(created_at) ?? moment) < moment - doubt
