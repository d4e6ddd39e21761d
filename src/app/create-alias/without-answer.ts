import { ApiError } from '../../qovery/errors'
import type { Outcome } from '../outcome/outcome'

/** How a task ends of which Qovery hears nothing: what is not sent made nothing, what is not asked proves nothing. */
// Made when it is needed: an error takes a look at all the code that it was made in, here the whole page's.
export const withoutAnswer = ({ kind }: { kind: 'send' | 'check' }): Outcome =>
  kind === 'send'
    ? { kind: 'refused', error: new ApiError({ kind: 'network', sent: false }) }
    : { kind: 'unknown', why: 'list', error: new ApiError({ kind: 'network', sent: true }) }
