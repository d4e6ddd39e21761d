import type { Asset } from './assets'
import { encoded } from './encoded'
import { themeCookie } from '../../wire'

// Chosen in the page, and kept by it: the server only reads it, so that a page is painted in its colours at once.
const chosen = new RegExp(`(?:^|;\\s*)${themeCookie}=(light|dark)(?:;|$)`)

const made = new WeakMap<Asset, Map<string, Asset>>()

/** The page in the colours that a browser's cookies ask for; made once for each. */
export const inTheme = (page: Asset, cookies: string | undefined): Asset => {
  const [, theme] = chosen.exec(cookies ?? '') ?? []
  if (theme === undefined) return page
  const themes = made.get(page) ?? new Map<string, Asset>()
  made.set(page, themes)
  const html = Buffer.from(page.encodings.identity).toString()
  const themed =
    themes.get(theme) ?? encoded(page.type, html.replace('<html ', `<html data-theme="${theme}" `))
  themes.set(theme, themed)
  return themed
}
