import { BlockList, isIP } from 'node:net'

const own = new BlockList()
own.addSubnet('127.0.0.0', 8)
own.addAddress('::1', 'ipv6')

/**
 * Whether a host, as a setting or a URL's `hostname` says it, is this machine and nothing else (RFC 6890, 127.0.0.0/8), in
 * whatever spelling.
 */
export const isLoopback = (host: string): boolean => {
  const name = host.replaceAll(/^\[|\]$/g, '')
  const version = isIP(name)
  if (version === 0) return host.toLowerCase() === 'localhost'
  return own.check(name, version === 6 ? 'ipv6' : 'ipv4')
}
