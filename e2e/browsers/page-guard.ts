import { expect, type BrowserContext } from 'playwright/test'

const violation = 'Content-Security-Policy violated'

export type PageGuard = ReturnType<typeof createPageGuard>

/**
 * Notes what no page of the watched contexts may do: write to the console, throw, violate the policy, ask another host
 * than the console.
 */
export const createPageGuard = () => {
  const problems: string[] = []
  const expected: RegExp[] = []
  const origins = new Set<string>()
  let failedLoads: RegExp | undefined
  let logsFailedLoads = false

  return {
    /** Watches every page that a context has from now on. */
    watch: async (context: BrowserContext) => {
      logsFailedLoads ||= context.browser()?.browserType().name() === 'chromium'
      await context.addInitScript((text) => {
        addEventListener('securitypolicyviolation', (event) => {
          // oxlint-disable-next-line no-console -- the console is this test's way out of the page
          console.error(`${text}: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`)
        })
      }, violation)
      context.on('console', (message) => problems.push(message.text()))
      context.on('weberror', (error) => problems.push(String(error.error())))
      context.on('request', (request) => {
        const url = new URL(request.url())
        if (!origins.has(url.origin)) problems.push(`Request to another host: ${url.href}`)
      })
    },
    /**
     * Declares what a test has the console say; each must come. Chromium logs every answer of 400 and above, other
     * engines log none.
     */
    expectConsoleMessages: (...patterns: RegExp[]) => {
      expected.push(...patterns)
    },
    /** Lets answers of 400 and above, and connections that broke, be logged: for tests that cause them by the dozen. */
    allowFailedLoads: () => {
      failedLoads = /^Failed to load resource/
    },
    /** Declares an origin of the console: its server, or a proxy before it. */
    allowOrigin: (other: string) => {
      origins.add(new URL(other).origin)
    },
    /** Fails where a page did what none may do, or where not all of the declared messages came. */
    expectClean: () => {
      const unexpected = problems.filter(
        (text) =>
          text.startsWith(violation) ||
          !(failedLoads?.test(text) === true || expected.some((pattern) => pattern.test(text))),
      )
      expect(unexpected, 'what a page may not do').toEqual([])
      if (!logsFailedLoads) return
      const absent = expected.filter((pattern) => !problems.some((text) => pattern.test(text)))
      expect(absent.map(String), 'declared console messages that never came').toEqual([])
    },
  }
}
