import { codePoints, descriptionMaxLength } from '../qovery/limits'

/** Why a description cannot be sent, in a sentence; undefined where it can. */
export const descriptionProblem = (description: string | null): string | undefined =>
  codePoints(description ?? '') > descriptionMaxLength
    ? `The description is longer than ${descriptionMaxLength} characters.`
    : undefined
