/** Longest wait in milliseconds that a machine keeps for a person; Qovery's limit is counted by the hour. */
export const longestWait = 3_600_000

/**
 * Reads a `Retry-After` header: seconds, or an HTTP date.
 * @returns milliseconds to wait from `now`, at least 1,000; undefined where it is missing, unreadable or absurd.
 * Source: RFC 9110, section 10.2.3.
 */
export const retryDelay = (header: string | undefined, now: number): number | undefined => {
  if (header === undefined) return undefined
  const text = header.trim()
  const delay = /^\d+$/.test(text) ? Number(text) * 1000 : httpDate(text) - now
  if (!Number.isFinite(delay) || delay > longestWait) return undefined
  return Math.max(delay, 1000)
}

// Date.parse guesses at almost anything: only the one form that servers must send is taken for a date.
const httpDate = (text: string) =>
  /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/.test(text)
    ? Date.parse(text)
    : Number.NaN
