import { parseJson } from '../../qovery/json'

// What a browser keeps for this site, and what its tabs share. Each of these throws as soon as it is touched where cookies
// and site data are blocked; then it forgets, other tabs are not told, and nothing else breaks.

const ifAllowed = <Result>(use: () => Result): Result | undefined => {
  try {
    return use()
  } catch {
    return undefined
  }
}

type Area = 'localStorage' | 'sessionStorage'

/** A named text in the browser's storage. */
export const storage = (area: Area, name: string) => {
  const read = () => ifAllowed(() => window[area].getItem(name)) ?? undefined
  return {
    read,
    /** What it holds as JSON; undefined where it holds nothing or something else. */
    readJson: (): unknown => {
      const text = read()
      return text === undefined ? undefined : parseJson(text)
    },
    write: (text: string) => ifAllowed(() => window[area].setItem(name, text)),
    clear: () => ifAllowed(() => window[area].removeItem(name)),
  }
}

/** The names of all texts in an area. */
export const storedNames = (area: Area): string[] =>
  ifAllowed(() => Object.keys(window[area])) ?? []

/** Listens to other tabs of this browser. @returns what tells them something */
export const openChannel = (name: string, onMessage: (data: unknown) => void) => {
  const channel = ifAllowed(() => new BroadcastChannel(name))
  channel?.addEventListener('message', ({ data }) => onMessage(data))
  return (data: string): void => {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a BroadcastChannel takes no target: it reaches its own origin only
    ifAllowed(() => channel?.postMessage(data))
  }
}

/**
 * Does what only one tab may do at a time. The browser ends the lock with its tab, however that ends.
 * @returns done · busy: another tab is at it · refused: this browser gives out no locks; nothing was done then
 */
export const withLock = async (
  name: string,
  act: () => Promise<void>,
): Promise<'done' | 'busy' | 'refused'> => {
  let isAnswered = false
  try {
    return await navigator.locks.request(name, { ifAvailable: true }, async (lock) => {
      isAnswered = true
      if (lock === null) return 'busy'
      await act()
      return 'done'
    })
  } catch (error) {
    if (isAnswered) throw error
    return 'refused'
  }
}

/** Whether some tab, be it this one, has a lock. */
export const isLocked = async (name: string): Promise<boolean> => {
  try {
    const { held = [] } = await navigator.locks.query()
    return held.some((lock) => lock.name === name)
  } catch {
    return false
  }
}
