import type { Page } from 'playwright/test'

interface Shift {
  value: number
  hadRecentInput: boolean
  sources: { node?: Node }[]
}

/** Notes what moves by itself in every page that is opened from now on; returns what has moved in the present one. */
export const watchShifts = async (page: Page) => {
  await page.addInitScript(() => {
    const moved: string[] = []
    Reflect.set(window, 'moved', moved)
    new PerformanceObserver((list) => {
      // oxlint-disable-next-line no-unsafe-type-assertion -- TypeScript does not know this kind of entry
      for (const { value, hadRecentInput, sources } of list.getEntries() as unknown as Shift[]) {
        if (hadRecentInput) continue
        const what = sources.map(({ node }) => node?.textContent?.slice(0, 40) ?? 'something gone')
        moved.push(`${what.join(', ')} by ${value}`)
      }
    }).observe({ type: 'layout-shift', buffered: true })
  })
  return () =>
    page.evaluate(
      () =>
        // Noted by the frame after the one that moved.
        new Promise<string[]>((resolve) =>
          requestAnimationFrame(() =>
            requestAnimationFrame(() => resolve(Reflect.get(window, 'moved'))),
          ),
        ),
    )
}
