import { createStore, type Store } from './store'
import { useStore } from './use-store'

/** Milliseconds after which code that could not be had is asked for again: at first, and at most. */
const [firstPause, longestPause] = [2000, 8000]
/** Milliseconds for which somebody who pressed a button waits for the code behind it, and the page for a sign of the server. */
const patience = 4000

/**
 * Why a part of the page is missing. late: it has not come yet · lost: it cannot be reached, and is asked for again ·
 * stuck: its file can be had, and the code does not come. Firefox and Safari keep a failed import for as long as the page
 * lives, and an update takes old files away: only a reload helps.
 */
export type Missing = 'stuck' | 'lost' | 'late'

export interface LazyCode<Code> {
  /** Resolves once the code is there. It is asked for until then: React would keep a failure for good. */
  get: () => Promise<Code>
  /** The same for what somebody waits for. @throws an Error as soon as it cannot be had, after 4 s at the latest */
  soon: () => Promise<Code>
  /** The code, once it is there. */
  loaded: Pick<Store<Code | undefined>, 'read' | 'subscribe'>
}

const missing = new Map<unknown, Missing>()
const worst = createStore<Missing | undefined>(undefined)

const note = (code: unknown, why: Missing | undefined) => {
  if (why === undefined) missing.delete(code)
  else missing.set(code, why)
  const all = new Set(missing.values())
  worst.write((['stuck', 'lost', 'late'] as const).find((each) => all.has(each)))
}

/** Why a part of this page is missing; undefined where none is. */
export const useMissing = (): Missing | undefined => useStore(worst, () => undefined)

/** A part of the page's code that is fetched when it is first asked for. */
export const lazyCode = <Code>(load: () => Promise<Code>): LazyCode<Code> => {
  const waiting = new Set<() => void>()
  const there = createStore<Code | undefined>(undefined)
  let code: Promise<Code> | undefined
  let tryNow: (() => void) | undefined

  const untilLoaded = async () => {
    // A connection that broke by chance is no news: the second time comes at once.
    for (let pause = 0; ; pause = Math.min(Math.max(pause * 2, firstPause), longestPause)) {
      try {
        const loaded = await load()
        await addStyles()
        there.write(loaded)
        note(load, undefined)
        return loaded
      } catch {
        if (pause > 0) {
          note(load, (await filesAnswer()) ? 'stuck' : 'lost')
          for (const giveUp of waiting) giveUp()
        }
      }
      await new Promise<void>((resolve) => {
        tryNow = resolve
        setTimeout(resolve, pause)
      })
    }
  }
  const get = () => (code ??= untilLoaded())
  const soon = () =>
    new Promise<Code>((resolve, reject) => {
      const end = () => {
        clearTimeout(timer)
        waiting.delete(giveUp)
      }
      const giveUp = () => {
        end()
        reject(new Error('A part of the page is missing.'))
      }
      const timer = setTimeout(() => {
        note(load, 'late')
        giveUp()
      }, patience)
      waiting.add(giveUp)
      void get().then(resolve).finally(end)
      tryNow?.()
    })
  return { get, soon: () => (there.read() === undefined ? soon() : get()), loaded: there }
}

/**
 * Whether the page's files can be had: its own, of which no copy counts, and those that Vite has named in the page for what
 * is loaded later. Safari remembers one that failed through any number of reloads, until it was fetched.
 */
const filesAnswer = async () => {
  const signal = AbortSignal.timeout(patience)
  const named = import.meta.env.SSR ? [] : document.querySelectorAll('link')
  const files = [...named].filter(({ rel }) => rel === 'modulepreload')
  try {
    await Promise.all([
      fetch(import.meta.url, { method: 'HEAD', cache: 'no-store', signal }),
      ...files.map((file) => fetch(file.href, { cache: 'reload', signal })),
    ])
    return true
  } catch {
    return false
  }
}

const lostStyles = new Set<HTMLLinkElement>()
if (!import.meta.env.SSR) {
  addEventListener(
    'error',
    ({ target }) => {
      if (target instanceof HTMLLinkElement && target.rel === 'stylesheet') lostStyles.add(target)
    },
    { capture: true },
  )
}

/** Asks again for styles that were lost: Vite asks for those of a code once. */
const addStyles = () =>
  Promise.all(
    [...lostStyles].map((link) => {
      const again = link.cloneNode()
      lostStyles.delete(link)
      link.replaceWith(again)
      return new Promise((resolve, reject) => {
        again.addEventListener('load', resolve)
        again.addEventListener('error', reject)
      })
    }),
  )
