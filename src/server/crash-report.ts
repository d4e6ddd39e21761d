/**
 * Tells the operator where the server failed. An error's message can repeat what was sent, a token included: only its name
 * and the places in the code are told.
 */
export const crashReport = (error: unknown): string => {
  const name = error instanceof Error ? error.name : typeof error
  const places = error instanceof Error ? (error.stack?.match(/^\s+at .*$/gm) ?? []) : []
  return [`The server failed on a request: ${name}`, ...places].join('\n')
}
