import { createHash } from 'node:crypto'
import type { Asset, Assets } from './assets'
import type { Settings } from '../settings/config'
import { encoded } from './encoded.ts'
import { modeOf } from '../http/headers.ts'
import { metaName } from '../../wire.ts'

/** The page as it is served: with the form drawn in it at its own address, and empty at every other. */
export interface IndexPages {
  form: Asset
  shell: Asset
}

type Upstream = Pick<Settings, 'upstream'>

/** Stands in a page that was prerendered where the name of the API's host goes. */
export const hostMark = 'host-of-the-api'

/** The pages prerendered, by the file that the build writes: one for each of the ways a server can be set up. */
export const drawnPages = {
  'form-sandbox.html': { mode: 'sandbox', token: 'page' },
  'form-typed.html': { mode: 'live', token: 'page' },
  'form-held.html': { mode: 'live', token: 'server' },
} as const

/**
 * Writes into the page what it must know before its first call: the mode, the API's host, and who holds the token.
 * @throws where the page has no place for one of them: it would pass for the sandbox's.
 */
export const fillMetas = (html: string, { upstream }: Upstream): string => {
  const host = upstream === undefined ? '' : new URL(upstream.url).host
  const { mode, token } = factsOf({ upstream })
  const facts = [
    [metaName('mode'), mode],
    [metaName('upstream'), host],
    [metaName('token'), token],
  ] as const
  return facts
    .reduce((page, [name, content]) => {
      const place = new RegExp(`(<meta name="${name}" content=")[^"]*(")`)
      if (!place.test(page)) throw new Error(`The page has no meta named ${name}.`)
      return page.replace(
        place,
        (_, before: string, after: string) => before + escape(content) + after,
      )
    }, html)
    .replaceAll(hostMark, () => escape(host))
}

/**
 * The filled pages.
 * @throws where the build lacks one.
 */
export const indexPages = (assets: Assets, settings: Upstream): IndexPages => {
  const { mode, token } = factsOf(settings)
  const drawn = Object.entries(drawnPages).find(
    ([, way]) => way.mode === mode && way.token === token,
  )
  return {
    form: filled(assets, `/${drawn?.[0]}`, settings),
    shell: filled(assets, '/index.html', settings),
  }
}

/** The source that the policy names for the page's own styles. Source: CSP level 3, hash-source. */
export const styleSource = (assets: Assets): string | undefined => {
  const html = assets.get('/index.html')?.encodings.identity
  const [, style] = /<style>([^]*?)<\/style>/.exec(Buffer.from(html ?? []).toString()) ?? []
  return style && `'sha256-${createHash('sha256').update(style).digest('base64')}'`
}

const factsOf = ({ upstream }: Upstream) => ({
  mode: modeOf({ upstream }),
  token: upstream?.authorization === undefined ? 'page' : 'server',
})

const filled = (assets: Assets, path: string, settings: Upstream): Asset => {
  const built = assets.get(path)
  if (built === undefined) throw new Error(`The build has no ${path}.`)
  const html = Buffer.from(built.encodings.identity).toString()
  const page = fillMetas(html, settings)
  // What the build compressed is the sandbox's page, to the letter.
  if (page === html) return built
  return encoded(built.type, page)
}

const escape = (text: string) =>
  text.replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
