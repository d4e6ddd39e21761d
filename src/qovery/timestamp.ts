// RFC 3339 section 5.6: any number of fractional digits, `t` and `z` in either case, a space for `T`, a leap second.
const rfc3339 =
  /^(\d{4}-\d\d-\d\d)[Tt ]((?:[01]\d|2[0-3]):[0-5]\d):([0-5]\d|60)(?:\.(\d+))?([Zz]|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/

/**
 * Reads an RFC 3339 timestamp, the form of Qovery's `created_at` and `updated_at`.
 * @returns milliseconds since 1970-01-01T00:00:00Z, or undefined where the text is not a real date and time.
 */
export const epochMilliseconds = (text: string): number | undefined => {
  const match = rfc3339.exec(text)
  if (match === null) return undefined
  const [, date = '', minutes = '', seconds = '', fraction = '', offset = ''] = match
  if (!isCalendarDate(date)) return undefined
  const leap = seconds === '60'
  // ECMAScript promises to read three fractional digits, no more and no less.
  const milliseconds = fraction.slice(0, 3).padEnd(3, '0')
  const parsed = Date.parse(
    `${date}T${minutes}:${leap ? '59' : seconds}.${milliseconds}${offset.toUpperCase()}`,
  )
  if (!leap) return parsed
  // Date knows no leap second: 23:59:60 is read as the second that follows 23:59:59, and only UTC's midnight has one.
  return new Date(parsed).toISOString().includes('T23:59:59.') ? parsed + 1000 : undefined
}

export const isTimestamp = (text: string) => epochMilliseconds(text) !== undefined

// Date.parse rolls 2023-02-30 over to March instead of refusing it.
const isCalendarDate = (date: string) => {
  const day = new Date(`${date}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(date)
}
