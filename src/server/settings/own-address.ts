import { isLoopback } from './loopback'

interface Place {
  HOST: string
  PORT: number
  PUBLIC_ORIGIN?: string | undefined
}

const namesOfLocalhost = new Set(['localhost', '127.0.0.1', '::1'])

/** Whether an API's address leads back to the console itself, where one call would be sent on and on. */
export const isOwnAddress = (url: URL, { HOST, PORT, PUBLIC_ORIGIN }: Place): boolean => {
  if (PUBLIC_ORIGIN !== undefined && new URL(PUBLIC_ORIGIN).origin === url.origin) return true
  // An address does not keep the port that its protocol has anyway.
  const port = url.port || (url.protocol === 'https:' ? '443' : '80')
  if (port !== String(PORT) || !isLoopback(url.hostname)) return false
  const [called, own] = [url.hostname.replaceAll(/[[\]]/g, ''), HOST.toLowerCase()]
  const isName = [called, own].includes('localhost')
  return (
    called === own ||
    ['0.0.0.0', '::'].includes(own) ||
    (isName && namesOfLocalhost.has(called) && namesOfLocalhost.has(own))
  )
}
