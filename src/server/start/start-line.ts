import type { Settings } from '../settings/config'
import { urlHost } from '../settings/url-host'

type Place = Pick<Settings, 'host' | 'publicOrigin' | 'upstream'>

/**
 * The line that tells where the console is. Where the server holds the token, the address carries the start code in its
 * fragment, which browsers send to nobody; a secret that the operator set is never written, only named.
 * @param port the port that the server listens on.
 */
export const startLine = (place: Place, port: number, code: string | undefined): string => {
  const { publicOrigin, upstream } = place
  const mode = upstream === undefined ? 'sandbox' : `live, ${new URL(upstream.url).host}`
  const behind = publicOrigin === undefined ? '' : ` (behind it: ${ownAddress(place, port)})`
  const named =
    upstream?.authorization !== undefined && code === undefined
      ? ' and asks for the value of CONSOLE_START_SECRET'
      : ''
  return `Alias Console (${mode}) is at ${address(place, port, code)}${behind}${named}`
}

/** The line that tells how the console is opened after a code has been used. */
export const nextCodeLine = (place: Place, port: number, code: string): string =>
  `The start code has been used. The next one: ${address(place, port, code)}`

const address = (place: Place, port: number, code: string | undefined) => {
  const fragment =
    place.upstream?.authorization === undefined || code === undefined ? '' : `#start=${code}`
  return `${place.publicOrigin ?? ownAddress(place, port)}/${fragment}`
}

const ownAddress = ({ host }: Place, port: number) => `http://${urlHost(host)}:${port}`
