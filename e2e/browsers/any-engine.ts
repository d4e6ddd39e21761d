import { test as base } from 'playwright/test'
import { createPageGuard, type PageGuard } from './page-guard'

/** Put on what shows a guarantee where another engine does something of its own: such tests run in each that is found. */
export const engines = { tag: '@engines' }

/** Put on what Firefox, but no WebKit, does as Chromium does. */
export const firefoxToo = { tag: '@firefox' }

interface Fixtures {
  /** Watches every page of the test's context, and fails the test at its end. */
  pageGuard: PageGuard
}

/** A test that every engine can run, and whose pages are watched: all tests in a browser begin here. */
export const test = base.extend<Fixtures>({
  pageGuard: async ({}, use) => {
    const guard = createPageGuard()
    await use(guard)
    guard.expectClean()
  },
  context: async ({ context, browserName, pageGuard }, use) => {
    await pageGuard.watch(context)
    // Over BiDi, Playwright sets a box's value where React does not hear of it. This types instead.
    if (browserName === 'firefox') {
      await context.addInitScript(() => {
        Object.defineProperty(window, '__pw_bidiInsertText', {
          configurable: true,
          get: () => (text: string) => document.execCommand('insertText', false, text),
          set: () => {},
        })
      })
    }
    await use(context)
  },
})
