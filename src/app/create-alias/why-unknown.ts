import type { ApiError } from '../../qovery/errors'

/** Why an answer says nothing about what became of a submission, as the beginning of a sentence. */
export const whyUnknown = ({ kind, status }: ApiError, peer: string): string =>
  status !== undefined && status >= 400
    ? `${peer} answered with status ${status}, which says nothing for certain`
    : kind === 'timeout'
      ? `${peer} gave no answer in time`
      : kind === 'decode'
        ? `${peer} answered, but with nothing that can be read`
        : 'The answer was lost'
