import type { Settings } from './config'
import { codeOf, StoreError } from './sandbox/store-error'

/** Why the server could not start, as one sentence for the operator. */
export const explainStart = (error: unknown, { host, port }: Settings): string => {
  if (error instanceof StoreError) return error.message
  const code = codeOf(error)
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port} on ${host} is taken: stop what uses it, or choose another with PORT.`
    case 'EACCES':
      return `Port ${port} on ${host} needs rights that this process does not have: choose another with PORT.`
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `HOST is ${host}, which is no address of this machine.`
    case 'ENOENT':
      return 'The page is not built: run npm run build first.'
    case '':
      return `The server could not start. ${error instanceof Error ? error.message : ''}`
    default:
      return `The server could not start (${code}).`
  }
}
