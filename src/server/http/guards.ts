import { hash, timingSafeEqual } from 'node:crypto'
import type { Settings } from '../settings/config'
import { isLoopback } from '../settings/loopback'
import { urlHost } from '../settings/url-host'

/** Each `Host` that the server answers to, with the origin of its pages. */
export type Origins = ReadonlyMap<string, string>

/**
 * The names under which the console is known. A fixed list is what stops DNS rebinding: there the foreign page's
 * `Origin` equals its `Host`, and the browser says nothing else about it.
 * @param port the port that the server listens on.
 */
export const knownOrigins = (
  { host, publicOrigin }: Pick<Settings, 'host' | 'publicOrigin'>,
  port: number,
): Origins => {
  const names = ['127.0.0.1', 'localhost', '[::1]']
  if (isLoopback(host)) names.push(urlHost(host))
  const own = names.map((name) => new URL(`http://${name}:${port}`))
  const all = publicOrigin === undefined ? own : [...own, new URL(publicOrigin)]
  return new Map(all.flatMap((url) => hostsOf(url).map((known) => [known, url.origin])))
}

/** A `Host` may leave out the port that its scheme has anyway. Source: RFC 9110, section 7.2. */
const hostsOf = ({ host, port, protocol }: URL) =>
  port === '' ? [host, `${host}:${protocol === 'https:' ? 443 : 80}`] : [host]

/** The request's `Host`, if it is sent exactly once and is one of ours. Node keeps only the first of several. */
export const knownHost = (rawHeaders: readonly string[], origins: Origins): string | undefined => {
  let name: string | undefined
  for (let index = 0; index < rawHeaders.length; index += 2) {
    if (rawHeaders[index]?.toLowerCase() !== 'host') continue
    if (name !== undefined) return undefined
    name = rawHeaders[index + 1]?.toLowerCase() ?? ''
  }
  return name !== undefined && origins.has(name) ? name : undefined
}

/**
 * What is wrong with how a request is written, where node reads it nevertheless: 400 a version of HTTP other than 1.0 and
 * 1.1, or a body of which nobody can tell where it ends · 501 an encoding beside chunked. Source: RFC 9112, section 6.
 */
export const protocolFault = (
  httpVersion: string,
  rawHeaders: readonly string[],
): 400 | 501 | undefined => {
  if (httpVersion !== '1.1' && httpVersion !== '1.0') return 400
  const encodings: string[] = []
  for (let index = 0; index < rawHeaders.length; index += 2) {
    if (rawHeaders[index]?.toLowerCase() !== 'transfer-encoding') continue
    encodings.push(...(rawHeaders[index + 1] ?? '').toLowerCase().split(/[ \t]*,[ \t]*/))
  }
  if (encodings.length === 0) return undefined
  // HTTP/1.0 has no encodings: another reader would take its chunks for requests.
  if (httpVersion === '1.0' || encodings.indexOf('chunked') !== encodings.length - 1) return 400
  return encodings.length === 1 ? undefined : 501
}

/**
 * Whether a request target is a plain path with a query: nothing that one reader could take for another path or host,
 * such as absolute forms, `//`, dot segments, backslashes, or encoded slashes, dots, backslashes and NUL.
 */
export const isPlainTarget = (target: string): boolean => {
  const [path = ''] = target.split('?', 1)
  return (
    /^\/(?!\/)[!-~]*$/.test(target) &&
    !target.includes('#') &&
    !path.includes('\\') &&
    !/%(?:2f|2e|5c|00|(?![0-9a-f]{2}))/i.test(path) &&
    !/\/\.{1,2}(?:\/|$)/.test(path)
  )
}

interface Provenance {
  /** Origin of the host that the request names. */
  own: string | undefined
  origin: string | undefined
  fetchSite: string | undefined
  authorization: string | undefined
}

/**
 * Tells who calls. Browsers name the relation between page and server in `Sec-Fetch-Site`, which no page can forge; a port
 * does not isolate (another port of this machine is `same-site`), so only `same-origin` is ours. Who sends neither that nor
 * an `Origin` is no browser's page and must bring credentials.
 */
export const provenance = ({
  own,
  origin,
  fetchSite,
  authorization,
}: Provenance): 'page' | 'client' | 'anonymous' | 'foreign' => {
  if (fetchSite === 'same-origin' && (origin === undefined || origin === own)) return 'page'
  if (fetchSite !== undefined || origin !== undefined) return 'foreign'
  return authorization === undefined ? 'anonymous' : 'client'
}

/** Compares two secrets in a time that tells nothing of either, not even their lengths. */
export const sameSecret = (left: string, right: string): boolean =>
  timingSafeEqual(digest(left), digest(right))

const digest = (text: string) => hash('sha256', text, 'buffer')
