/** What a page under measurement tells of itself; milliseconds since it was asked for, unless said otherwise. */
interface Probe {
  firstPaint: number
  largestPaint: number
  /** Cumulative layout shift. */
  shift: number
  /** The frame in which the form can be used by its script. */
  ready: number
  /** Requests until then, the page's own among them. */
  requests: number
  /** From each key to the frame that shows it. */
  keys: number[]
  /**
   * From the last press of a pointer or a key to the frame in which something in sight matches the selector, and everything
   * that does has the text.
   */
  untilSeen: (selector: string, text?: string) => Promise<number>
}

declare global {
  interface Window {
    bench: Probe
    /** Tells whoever measures that the page is ready. */
    tellReady: (word: string) => void
  }
}

/** Runs in the page before any script of its own, so everything it needs stands inside it. */
export const installProbe = (readySelector: string) => {
  const probe: Probe = {
    firstPaint: 0,
    largestPaint: 0,
    shift: 0,
    ready: 0,
    requests: 0,
    keys: [],
    untilSeen: (selector, text = '') =>
      new Promise((resolve, reject) => {
        const giveUp = performance.now() + 20_000
        const look = () => {
          const seen = [...document.querySelectorAll(selector)].filter((element) =>
            element.checkVisibility({ visibilityProperty: true }),
          )
          const fits = seen.every(({ textContent }) => textContent?.includes(text))
          if (seen.length > 0 && fits) afterTask(() => resolve(performance.now() - pressed))
          else if (performance.now() > giveUp) reject(new Error(`Never seen: ${selector} ${text}`))
          else requestAnimationFrame(look)
        }
        requestAnimationFrame(look)
      }),
  }
  window.bench = probe

  // A message's task runs after the frame that the callback before it belongs to was drawn.
  const afterTask = (then: () => void) => {
    const { port1, port2 } = new MessageChannel()
    port1.addEventListener('message', then)
    port1.start()
    port2.postMessage(undefined)
  }
  const afterFrame = (then: () => void) => requestAnimationFrame(() => afterTask(then))

  const observe = (type: string, take: (entry: PerformanceEntry) => void) =>
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) take(entry)
    }).observe({ type, buffered: true })
  observe('paint', ({ name, startTime }) => {
    if (name === 'first-contentful-paint') probe.firstPaint = startTime
  })
  observe('largest-contentful-paint', ({ startTime }) => {
    probe.largestPaint = startTime
  })
  observe('layout-shift', (entry) => {
    if (Reflect.get(entry, 'hadRecentInput') !== true) probe.shift += Reflect.get(entry, 'value')
  })

  const watcher = new MutationObserver(() => {
    if (document.querySelector(readySelector) === null) return
    watcher.disconnect()
    afterFrame(() => {
      probe.ready = performance.now()
      const loaded = performance.getEntriesByType('resource')
      const before = loaded.filter(({ startTime }) => startTime < probe.ready)
      probe.requests = 1 + new Set(before.map(({ name }) => name)).size
      window.tellReady('')
    })
  })
  watcher.observe(document, { childList: true, subtree: true, attributes: true })

  // From the event's own time stamp: what waits before a handler runs is waiting for who types.
  let pressed = 0
  const press = ({ timeStamp }: Event) => (pressed = timeStamp)
  addEventListener('pointerdown', press, true)
  addEventListener('keydown', press, true)
  addEventListener(
    'input',
    () => {
      const began = pressed
      afterFrame(() => probe.keys.push(performance.now() - began))
    },
    true,
  )
}
