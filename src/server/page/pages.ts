import type { IncomingMessage } from 'node:http'
import type { Asset, Assets } from './assets'
import { storedForGood } from '../http/headers'
import type { IndexPages } from './index-page'
import { createPath, readPath } from '../../rules/page-paths'
import { inTheme } from './page-theme'
import { textReply, type Reply } from '../http/reply'

/**
 * Answers with the built page: its files by name, itself at every other address. `/assets/` holds the build's output, whose
 * names carry a hash of their content; a missing one there is an old page's, which must not be given HTML for a script.
 */
export const answerPage = (
  { method, headers }: IncomingMessage,
  path: string,
  { assets, index }: { assets: Assets; index: IndexPages },
): Reply => {
  if (method !== 'GET' && method !== 'HEAD') {
    return textReply(405, 'This address does not know the method.', { allow: 'GET, HEAD' })
  }
  const { 'accept-encoding': accepted = '' } = headers
  const file = path.endsWith('.html') ? undefined : assets.get(path)
  if (file !== undefined) {
    const reply = fileReply(file, 200, accepted)
    return isHashed(path)
      ? { ...reply, headers: { ...reply.headers, 'cache-control': storedForGood } }
      : reply
  }
  if (path.startsWith('/assets/')) return textReply(404, 'There is nothing at this address.')
  const page = inTheme(path === createPath ? index.form : index.shell, headers.cookie)
  const reply = fileReply(page, readPath(path) !== undefined ? 200 : 404, accepted)
  return { ...reply, headers: { ...reply.headers, vary: 'accept-encoding, cookie' } }
}

const fileReply = ({ type, encodings }: Asset, status: number, accepted: string): Reply => {
  const encoding = bestEncoding(accepted)
  const chosen = encoding === undefined ? undefined : encodings[encoding]
  return {
    status,
    headers: {
      'content-type': type,
      vary: 'accept-encoding',
      ...(chosen && encoding ? { 'content-encoding': encoding } : {}),
    },
    content: chosen ?? encodings.identity,
  }
}

const isHashed = (path: string) => /^\/assets\/[^/]+-[\w-]{8,}\.\w+$/.test(path)

/** The smaller of the encodings that a browser accepts; undefined: the plain file. Source: RFC 9110, section 12.5.3. */
const bestEncoding = (accepted: string): 'br' | 'gzip' | undefined => {
  const names = new Set(
    accepted
      .toLowerCase()
      .split(',')
      .map((part) => part.replaceAll(/\s/g, ''))
      .filter((part) => !/;q=0(?:\.0*)?$/.test(part))
      .map((part) => part.split(';', 1)[0]),
  )
  return (['br', 'gzip'] as const).find((name) => names.has(name))
}
