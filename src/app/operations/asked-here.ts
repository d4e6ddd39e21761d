/** Ids of operations that were asked for on this page, and with which nobody has gone on by their notices since. */
export const askedHere = new Set<string>()
