import type { Settings } from '../settings/config'
import { codeOf } from '../http/error-code'
import { StoreError } from '../sandbox/store-error'

/** Why the server could not start, as one sentence for the operator. */
export const explainStart = (error: unknown, settings: Settings): string => {
  if (error instanceof StoreError) return error.message
  const code = codeOf(error)
  switch (syscallOf(error)) {
    case 'listen':
    case 'getaddrinfo':
      return explainListening(code, settings)
    case 'uv_cwd':
      return 'The folder that the server was started in is gone: start it in another.'
    case 'scandir':
    case 'open':
    case 'read':
      return code === 'ENOENT'
        ? 'The page is not built: run npm run build first.'
        : `The built page cannot be read (${code}).`
  }
  if (code.endsWith('MODULE_NOT_FOUND')) {
    return 'A package that the server needs is not installed for this machine: run npm ci first.'
  }
  if (code !== '') return `The server could not start (${code}).`
  return `The server could not start. ${error instanceof Error ? error.message : ''}`
}

const explainListening = (code: string, { host, port }: Settings) => {
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port} on ${host} is taken: stop what uses it, or choose another with PORT.`
    case 'EACCES':
      return `Port ${port} on ${host} needs rights that this process does not have: choose another with PORT.`
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `HOST is ${host}, which is no address of this machine.`
    case 'EAI_AGAIN':
      return `HOST is ${host}, and no name server answers what address that is.`
    default:
      return `The server cannot listen on port ${port} of ${host} (${code}).`
  }
}

const syscallOf = (error: unknown) =>
  error instanceof Error && 'syscall' in error ? error.syscall : undefined
