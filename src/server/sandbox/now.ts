/** The present in UTC with six fractional digits, as Qovery writes its timestamps. */
export const now = (): string => {
  // Date counts milliseconds; the digits after them only have to differ, as they do on a real server.
  const microseconds = String(process.hrtime.bigint() % 1000n).padStart(3, '0')
  return new Date().toISOString().replace('Z', `${microseconds}Z`)
}
