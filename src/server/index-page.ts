import { brotliCompressSync, gzipSync } from 'node:zlib'
import type { Asset, Assets } from './assets'
import type { Settings } from './config'
import { modeOf } from './headers'

/**
 * Writes into the page what it must know before its first call: the mode, the API's host, and who holds the token.
 * @throws where the page has no place for one of them: it would pass for the sandbox's.
 */
export const fillMetas = (html: string, { upstream }: Pick<Settings, 'upstream'>): string => {
  const facts = {
    mode: modeOf({ upstream }),
    upstream: upstream === undefined ? '' : new URL(upstream.url).host,
    token: upstream?.authorization === undefined ? 'page' : 'server',
  }
  return Object.entries(facts).reduce((page, [name, content]) => {
    const place = new RegExp(`(<meta name="console-${name}" content=")[^"]*(")`)
    if (!place.test(page)) throw new Error(`The page has no meta named console-${name}.`)
    return page.replace(
      place,
      (_, before: string, after: string) => before + escape(content) + after,
    )
  }, html)
}

/**
 * The filled page as it is served.
 * @throws where the build has no page.
 */
export const indexAsset = (assets: Assets, settings: Pick<Settings, 'upstream'>): Asset => {
  const built = assets.get('/index.html')
  if (built === undefined) throw new Error('The build has no index.html.')
  const html = new TextDecoder().decode(built.encodings.identity)
  const identity = Buffer.from(fillMetas(html, settings))
  return {
    type: built.type,
    encodings: { identity, br: brotliCompressSync(identity), gzip: gzipSync(identity) },
  }
}

const escape = (text: string) =>
  text.replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
