import type { AnyRouteName } from './all-routes'

/** MiB of an answer's body that the console reads. A list of 100,000 secrets takes 35, one with long descriptions twice that. */
export const longestAnswer = (operation: AnyRouteName): number =>
  /^list.*(?:Secrets|Variables)$/.test(operation) ? 64 : 8
