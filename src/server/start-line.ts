import type { Settings } from './config'

/**
 * The line that tells where the console is. Where the server holds the token, the address carries the start secret in its
 * fragment, which browsers send to nobody.
 * @param port the port that the server listens on.
 */
export const startLine = (
  { host, publicOrigin, upstream }: Settings,
  port: number,
  startSecret: string,
): string => {
  const mode = upstream === undefined ? 'sandbox' : `live, ${new URL(upstream.url).host}`
  const own = `http://${host.includes(':') ? `[${host}]` : host}:${port}`
  const fragment = upstream?.authorization === undefined ? '' : `#start=${startSecret}`
  const behind = publicOrigin === undefined ? '' : ` (behind it: ${own})`
  return `Alias Console (${mode}) is at ${publicOrigin ?? own}/${fragment}${behind}`
}
