import { metaName } from '../../wire'

/** What the server says of itself in the page: whom it answers for, and who holds the token. */
interface Setting {
  mode: 'sandbox' | 'live'
  /** Host of the API behind a live server; empty in the sandbox. */
  upstream: string
  tokenHolder: 'page' | 'server'
}

const meta = (name: Parameters<typeof metaName>[0]) =>
  document.querySelector<HTMLMetaElement>(`meta[name="${metaName(name)}"]`)?.content ?? ''

export const setting: Setting = {
  mode: meta('mode') === 'live' ? 'live' : 'sandbox',
  upstream: meta('upstream'),
  tokenHolder: meta('token') === 'server' ? 'server' : 'page',
}

/** Who answers for Qovery, as what is stored names it: what one was asked is never told to another. */
export const upstream = setting.mode === 'live' ? setting.upstream : 'sandbox'

/** Who refuses or answers, as messages name it. */
export const apiName = setting.mode === 'live' ? 'Qovery' : 'The sandbox'
