/** Longest credential in characters that is taken for one; JWTs of large organizations reach some 2,000. */
const longestToken = 4096

// The b64token characters of RFC 6750: whatever else is in a header would be refused, or smuggle a second one.
const shape = /^[A-Za-z0-9._~+/-]+=*$/
const jwt = /^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*$/

// What a token is copied with, from the outside in: quotes, the end of a statement, an option of curl or docker, a
// shell's or a file's assignment, the header's name, the scheme.
const wrappings: [RegExp, string][] = [
  [/^(["'`])([^"'`]+)\1$/, '$2'],
  [/^[“‘<]([^”’>]+)[”’>]$/, '$1'],
  [/[;,\s]+$/, ''],
  [/^-(?:H|-header|e|-env)?[\s=]+/, ''],
  [/^(?:(?:export|set|setx|env)\s+|\$env:)/i, ''],
  // A token may end in equals signs itself.
  [/^(["']?)[a-z_]\w*\1\s*[=:]\s*(?=[^\s=])/i, ''],
  [/^(?:token|bearer)\s+(?=\S)/i, ''],
]

// `export A="Authorization: Token …"` has three.
const mostLayers = 6

/** A credential without what it was copied with. What is invisible is in no token, and nobody can take it out by hand. */
const unwrap = (pasted: string): string => {
  let bare = pasted.replaceAll(/\p{Cf}/gu, '').trim()
  for (let layer = 0; layer < mostLayers; layer += 1) {
    bare = wrappings.reduce((text, [outer, inner]) => text.replace(outer, inner), bare).trim()
  }
  return bare
}

const isLongEnough = ({ length }: string) => length >= 8 && length <= longestToken

/** Whether a text is a token as it stands, in a shape that a header can hold. */
export const isToken = (text: string): boolean => shape.test(text) && isLongEnough(text)

export type ParsedToken =
  | { ok: true; authorization: string; scheme: 'Token' | 'Bearer' }
  | { ok: false; problem: string }

/**
 * Reads a pasted credential, with or without its scheme, its header's name or the assignment around it, and checks its
 * shape before it goes anywhere.
 * A JWT is sent as `Bearer`, anything else as `Token`: Qovery's two kinds are not interchangeable.
 * No problem text repeats what was pasted.
 */
export const parseToken = (pasted: string): ParsedToken => {
  const bare = unwrap(pasted)
  if (bare === '') return { ok: false, problem: 'Paste a token.' }
  if (/\s/.test(bare)) {
    return {
      ok: false,
      problem: 'A token has no spaces or line breaks in it: paste one whole token.',
    }
  }
  if (!shape.test(bare)) {
    return {
      ok: false,
      problem: 'This has characters that no token has. Check that only the token was copied.',
    }
  }
  if (!isLongEnough(bare)) {
    return {
      ok: false,
      problem: `A token has between 8 and ${longestToken} characters; this has ${bare.length}.`,
    }
  }
  const scheme = jwt.test(bare) ? 'Bearer' : 'Token'
  return { ok: true, authorization: `${scheme} ${bare}`, scheme }
}
