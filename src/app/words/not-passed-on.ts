import type { ApiError, ConsoleFailure } from '../../qovery/errors'
import { longestAnswer } from '../../qovery/longest-answer'

// What the console's own server says of a call that did not reach Qovery, or of an answer that it could not pass on.

/** Whether a call never left, because nobody could be reached. */
export const isUnsent = ({ sent, status }: ApiError): boolean => !sent && (status ?? 500) >= 500

/** That nothing was sent, why, and what to do first, as far as the server knows. `apiName` is who could not be reached. */
export const unsentText = ({ detail }: ApiError, apiName: string): string =>
  detail ?? `Nothing was sent: ${apiName} could not be reached. Check the connection.`

/** What became of an answer, and what to do. */
export const failureWords: Record<ConsoleFailure, [what: string, next: string]> = {
  'too-long': [
    `Qovery’s answer is longer than the ${longestAnswer('listProjectSecrets')} MiB that the console reads.`,
    'Delete secrets that nobody needs any more, in Qovery’s own console, then try again.',
  ],
  packed: [
    'Qovery’s answer is compressed in a way that the console cannot read.',
    'What stands between the console and Qovery has to leave answers as they are.',
  ],
}
