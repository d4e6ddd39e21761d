import { test as base } from 'playwright/test'

/** Put on what shows a guarantee where another engine does something of its own: such tests run in each that is found. */
export const engines = { tag: '@engines' }

/** Put on what Firefox, but no WebKit, does as Chromium does. */
export const firefoxToo = { tag: '@firefox' }

/** A test that every engine can run. */
export const test = base.extend({
  context: async ({ context, browserName }, use) => {
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
