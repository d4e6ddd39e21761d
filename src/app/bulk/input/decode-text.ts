/**
 * The text of a file: UTF-8, or UTF-16 where a byte order mark says so, as in Excel's “Unicode text”. Undefined for
 * anything else, since a guess would put other letters in a text.
 */
export const decodeText = (bytes: Uint8Array): string | undefined => {
  try {
    const text = new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes)
    // In UTF-16 without a mark, each second byte of most texts is a NUL.
    return text.includes('\0') ? undefined : text
  } catch {
    return undefined
  }
}

const encodingOf = ([first, second]: Uint8Array) => {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
}
