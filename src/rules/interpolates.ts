import type { Secret } from '../qovery/schema'

/** Whether an alias of a secret is made with interpolation. Qovery's own console: on for files, off for all else. */
export const interpolates = (
  { interpolation }: { interpolation: boolean | null },
  target: Pick<Secret, 'variable_type'> | undefined,
): boolean => interpolation ?? target?.variable_type === 'FILE'
