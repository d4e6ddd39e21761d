import type { Context } from 'hono'
import type { Asset, Assets } from './assets'
import type { IndexPages } from './index-page'
import { notStored, storedForGood } from './headers'

// The addresses that the page's own router knows; at any other it shows its not-found page.
const knownPages = [/^\/$/, /^\/bulk\/?$/, /^\/project(?:\/[^/]+(?:\/bulk|\/secret\/[^/]+)?)?\/?$/]

/**
 * Serves the built page: its files by name, itself at every other address. `/assets/` holds the build's output, whose names
 * carry a hash of their content; a missing one there is an old page's, which must not be given HTML for a script.
 */
export const createPages =
  (assets: Assets, index: IndexPages) =>
  (context: Context): Response => {
    const { method, path } = context.req
    if (method !== 'GET' && method !== 'HEAD') {
      return context.text('This address does not know the method.', 405, { allow: 'GET, HEAD' })
    }
    const file = path.endsWith('.html') ? undefined : assets.get(path)
    if (file !== undefined) return send(context, file, 200)
    if (path.startsWith('/assets/')) return context.text('There is nothing at this address.', 404)
    const page = path === '/' ? index.form : index.shell
    return send(context, page, knownPages.some((known) => known.test(path)) ? 200 : 404)
  }

const send = (context: Context, { type, encodings }: Asset, status: 200 | 404) => {
  const encoding = bestEncoding(context.req.header('accept-encoding') ?? '')
  const chosen = encoding === undefined ? undefined : encodings[encoding]
  const content = chosen ?? encodings.identity
  return context.body(Uint8Array.from(content), status, {
    'content-type': type,
    'content-length': String(content.length),
    vary: 'accept-encoding',
    ...(chosen && encoding ? { 'content-encoding': encoding } : {}),
    'cache-control': isHashed(context.req.path) ? storedForGood : notStored,
  })
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
