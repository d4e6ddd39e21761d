import { isIPv6 } from 'node:net'
import { isLoopback } from './loopback'
import { withoutZone } from './url-host'

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
  const [called, own] = [plain(url.hostname), plain(HOST)]
  const isName = [called, own].includes('localhost')
  return (
    called === own ||
    ['0.0.0.0', '::'].includes(own) ||
    (isName && namesOfLocalhost.has(called) && namesOfLocalhost.has(own))
  )
}

/** An address in its shortest spelling, and as one of IPv4 where it stands for one. */
const plain = (host: string) => {
  const bare = withoutZone(host.toLowerCase().replaceAll(/[[\]]/g, ''))
  if (!isIPv6(bare)) return bare
  const { hostname } = new URL(`http://[${bare}]`)
  const [, high, low] = /^\[::ffff:([\da-f]+):([\da-f]+)\]$/.exec(hostname) ?? []
  if (high === undefined || low === undefined) return hostname.slice(1, -1)
  return [high, low]
    .map((half) => Number.parseInt(half, 16))
    .flatMap((half) => [half >> 8, half % 256])
    .join('.')
}
