import { expect, type BrowserContext } from 'playwright/test'

const violation = 'Content-Security-Policy violated'

export type PageGuard = Awaited<ReturnType<typeof guardPages>>

/**
 * Notes what no page of a context may do: an error or a warning in the console, an exception, a violation of the policy,
 * a request to another host.
 */
export const guardPages = async (context: BrowserContext, origin: string) => {
  const problems: string[] = []
  const expected: RegExp[] = []
  let failedLoads: RegExp | undefined
  const origins = new Set([origin])

  await context.addInitScript((text) => {
    addEventListener('securitypolicyviolation', (event) => {
      // oxlint-disable-next-line no-console -- the console is this test's way out of the page
      console.error(`${text}: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`)
    })
  }, violation)
  context.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) problems.push(message.text())
  })
  context.on('weberror', (error) => problems.push(String(error.error())))
  context.on('request', (request) => {
    const url = new URL(request.url())
    if (!origins.has(url.origin)) problems.push(`Request to another host: ${url.href}`)
  })

  return {
    /**
     * Declares console errors that a test provokes; each must come. Chromium logs every answer of 400 and above as one,
     * other engines log none.
     */
    expectConsoleErrors: (...patterns: RegExp[]) => {
      expected.push(...patterns)
    },
    /** Lets answers of 400 and above, and connections that broke, be logged: for tests that cause them by the dozen. */
    allowFailedLoads: () => {
      failedLoads = /^Failed to load resource/
    },
    /** Declares another origin of the console, such as a proxy before it. */
    allowOrigin: (other: string) => {
      origins.add(new URL(other).origin)
    },
    /** Fails where a page did what none may do, or where none of the declared errors came. */
    expectClean: () => {
      const unexpected = problems.filter(
        (text) =>
          text.startsWith(violation) ||
          !(failedLoads?.test(text) === true || expected.some((pattern) => pattern.test(text))),
      )
      expect(unexpected, 'what a page may not do').toEqual([])
      if (context.browser()?.browserType().name() !== 'chromium') return
      const absent = expected.filter((pattern) => !problems.some((text) => pattern.test(text)))
      expect(absent.map(String), 'declared console errors that never came').toEqual([])
    },
  }
}
