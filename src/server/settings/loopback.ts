import { isIPv4 } from 'node:net'

/** Whether a host, as a setting or a URL's `hostname` says it, is this machine and nothing else (RFC 6890, 127.0.0.0/8). */
export const isLoopback = (host: string): boolean =>
  host.toLowerCase() === 'localhost' ||
  host === '::1' ||
  host === '[::1]' ||
  (isIPv4(host) && host.startsWith('127.'))
