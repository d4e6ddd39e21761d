import { codeOf } from './error-code'

/**
 * Tells the operator where the server failed. An error's message can repeat what was sent, a token included: only its name,
 * its code and the places in the code are told.
 */
export const crashReport = (error: unknown): string => {
  const kind = error instanceof Error ? error.name : typeof error
  const [code] = /^[A-Z][A-Z\d_]*$/.exec(codeOf(error)) ?? []
  const name = code === undefined ? kind : `${kind} (${code})`
  const places = error instanceof Error ? (error.stack?.match(/^\s+at .*$/gm) ?? []) : []
  return [`The server failed on a request: ${name}`, ...places].join('\n')
}
