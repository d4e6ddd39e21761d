/** Deepest nesting that is taken: an answer of the API has five. */
const deepest = 500

const byte = (character: string) => character.charCodeAt(0)
const [quote, backslash, comma, colon] = [byte('"'), byte('\\'), byte(','), byte(':')]
const [arrayStart, arrayEnd, objectStart, objectEnd] = [byte('['), byte(']'), byte('{'), byte('}')]
const [minus, plus, dot, zero, nine] = [byte('-'), byte('+'), byte('.'), byte('0'), byte('9')]
const [letterE, capitalE, letterU] = [byte('e'), byte('E'), byte('u')]
const escapable = new Set(Buffer.from('"\\/bfnrt'))
const hexadecimal = new Set(Buffer.from('0123456789abcdefABCDEF'))
const words = ['true', 'false', 'null'].map((word) => Buffer.from(word))

/**
 * Whether bytes in UTF-8 are one text of JSON (RFC 8259): what `JSON.parse` would tell, but for the depth. Nothing is built.
 * Of 64 MiB of `{},` that would be 2 GB, and a minute in which nobody else is answered.
 */
export const isJson = (bytes: Uint8Array): boolean => {
  let at = 0
  /** What the arrays and objects that are open here end with, the innermost last. */
  const ends: number[] = []

  const skipBlanks = () => {
    for (;;) {
      const next = bytes[at]
      if (next !== 0x20 && next !== 0x0a && next !== 0x0d && next !== 0x09) return
      at += 1
    }
  }
  // Each of these goes past what it is named after and says whether that was there.
  const one = (wanted: number) => {
    if (bytes[at] !== wanted) return false
    at += 1
    return true
  }
  const digits = () => {
    const start = at
    for (let next = bytes[at] ?? 0; next >= zero && next <= nine; next = bytes[at] ?? 0) at += 1
    return at > start
  }
  const number = () => {
    one(minus)
    if (!one(zero) && !digits()) return false
    if (one(dot) && !digits()) return false
    if (!one(letterE) && !one(capitalE)) return true
    if (!one(plus)) one(minus)
    return digits()
  }
  const word = () => {
    const found = words.find((letters) =>
      letters.every((letter, index) => bytes[at + index] === letter),
    )
    at += found?.length ?? 0
    return found !== undefined
  }
  const escape = () => {
    const kind = bytes[at] ?? 0
    at += 1
    if (kind !== letterU) return escapable.has(kind)
    at += 4
    return bytes.subarray(at - 4, at).every((digit) => hexadecimal.has(digit)) && at <= bytes.length
  }
  const string = () => {
    if (!one(quote)) return false
    for (;;) {
      const next = bytes[at] ?? 0
      at += 1
      if (next === quote) return true
      // Also where the bytes end.
      if (next < 0x20) return false
      if (next === backslash && !escape()) return false
    }
  }
  const scalar = () => {
    const first = bytes[at] ?? 0
    if (first === quote) return string()
    return first === minus || (first >= zero && first <= nine) ? number() : word()
  }
  const key = () => {
    skipBlanks()
    if (!string()) return false
    skipBlanks()
    return one(colon)
  }

  for (;;) {
    // A value, or the beginning of one.
    skipBlanks()
    const isArray = bytes[at] === arrayStart
    if (isArray || bytes[at] === objectStart) {
      at += 1
      if (ends.length === deepest) return false
      ends.push(isArray ? arrayEnd : objectEnd)
      skipBlanks()
      if (bytes[at] !== ends.at(-1)) {
        if (!isArray && !key()) return false
        continue
      }
    } else if (!scalar()) return false
    // What follows one: as many ends as there are, then a comma or nothing.
    for (;;) {
      skipBlanks()
      const end = ends.at(-1)
      if (end === undefined) return at === bytes.length
      if (one(comma)) {
        if (end === objectEnd && !key()) return false
        break
      }
      if (!one(end)) return false
      ends.pop()
    }
  }
}
