import { storage } from '../data/site-data'

// A server that holds the token prints an address with a code in its fragment, which opens the console once. The page
// exchanges it for a pass, which this tab keeps, so that a reload still works.
const record = storage('sessionStorage', 'alias-console:start')

let pass = record.read()

/** The pass that is sent with each call; undefined where the page has none. */
export const startPass = () => pass

export const keepStartPass = (next: string | undefined) => {
  pass = next
  if (next === undefined) record.clear()
  else record.write(next)
}

/** Takes the code out of the address bar; undefined where there is none. */
export const takeStartCode = (): string | undefined => {
  const code = new URLSearchParams(location.hash.slice(1)).get('start')
  if (code === null) return undefined
  history.replaceState(null, '', location.pathname + location.search)
  return code
}

/** The code that the page was opened with. */
export const openedWith = takeStartCode()
