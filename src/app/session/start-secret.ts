import { kept } from '../site-data'

const record = kept('sessionStorage', 'alias-console:start')

// A server that holds the token prints an address whose fragment proves that the page was opened by whoever started it.
// The fragment leaves the address bar at once; this tab keeps it, so that a reload still works.
const given = new URLSearchParams(location.hash.slice(1)).get('start')
if (given !== null) {
  record.write(given)
  history.replaceState(null, '', location.pathname + location.search)
}
const secret = given ?? record.read()

/** The secret of the server's start, sent with each call; undefined where the page was opened without it. */
export const startSecret = () => secret
