// Tells values of secrets from names of secrets by their shape alone. What the project's list says comes first: see
// plan/leave-out-values.ts.

// What is a secret wherever it stands: keys in PEM, passwords in addresses, tokens with a known beginning.
const known = [
  /-----BEGIN /,
  /:\/\/[^\s/@]{0,300}:[^\s@]{1,300}@/,
  /\beyJ[\w-]{8,2000}\.[\w-]/,
  /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/,
  /\b(?:gh[opsu]_|github_pat_|glpat-|xox[abeoprs]-|[rs]k_(?:live|test)_|sk-|qov_|pypi-|hvs\.|dop_v1_|shpat_)[\w-]{16}/,
  /\bnpm_[A-Za-z0-9]{30}/,
  /\bAIza[\w-]{30}/,
  /\bSG\.[\w-]{16,100}\.[\w-]{16}/,
]

/** Whether a text has something in it that is surely the value of a secret. */
export const holdsSecret = (text: string): boolean => known.some((pattern) => pattern.test(text))

/** Whether a text looks like the name of a secret, as names are nearly always written: in capitals. */
export const isNameShaped = (text: string): boolean =>
  /^[A-Z_][A-Z0-9_]{0,252}$/.test(text) && !isToken(text) && !holdsSecret(text)

// Without “_”, and with digits all over, no person made this up.
const isToken = (text: string) => /^[A-Z0-9]{16,}$/.test(text) && /\d.*[A-Z].*\d/.test(text)

/** Whether a text that is left out is surely no value of a secret: nothing, a switch, a name, or what hides a value. */
export const isHarmless = (text: string): boolean =>
  /^(?:[*•.…-]*|#?\d{1,3}|null|n\/a|true|false|<[^>]*>)$/i.test(text.trim()) ||
  isNameShaped(text.trim())
