/** Longest credential in characters that is taken for one; JWTs of large organizations reach some 2,000. */
const longestToken = 4096

// The b64token characters of RFC 6750: whatever else is in a header would be refused, or smuggle a second one.
const shape = /^[A-Za-z0-9._~+/-]+=*$/
const jwt = /^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*$/

export type ParsedToken =
  | { ok: true; authorization: string; scheme: 'Token' | 'Bearer' }
  | { ok: false; problem: string }

/**
 * Reads a pasted credential, with or without its scheme or header name, and checks its shape before it goes anywhere.
 * A JWT is sent as `Bearer`, anything else as `Token`: Qovery's two kinds are not interchangeable.
 * No problem text repeats what was pasted.
 */
export const parseToken = (pasted: string): ParsedToken => {
  const bare = pasted
    .trim()
    .replace(/^authorization\s*:\s*/i, '')
    .replace(/^(token|bearer)\s+/i, '')
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
  if (bare.length < 8 || bare.length > longestToken) {
    return {
      ok: false,
      problem: `A token has between 8 and ${longestToken} characters; this has ${bare.length}.`,
    }
  }
  const scheme = jwt.test(bare) ? 'Bearer' : 'Token'
  return { ok: true, authorization: `${scheme} ${bare}`, scheme }
}
