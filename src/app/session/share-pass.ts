import { openChannel } from '../data/site-data'
import { startPass } from './start-pass'

const question = 'pass?'

/**
 * Shares the pass with the tabs of this browser that show this console, from one memory to another: it stands in no
 * address and in no storage that outlives a tab.
 * @param onPass called with the pass of another tab, where this one has none
 * @returns what asks the other tabs for theirs
 */
export const sharePass = (onPass: (pass: string) => void) => {
  const send = openChannel('alias-console:start', (data) => {
    const pass = startPass()
    if (data === question) {
      if (pass !== undefined) send(pass)
    } else if (pass === undefined && typeof data === 'string') onPass(data)
  })
  return () => send(question)
}
